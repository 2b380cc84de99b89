import type { QueryPart, Unit } from "../query/query.ts";
import type { Decision } from "../retrieval/decision.ts";
import type { Shelf } from "../retrieval/shelf.ts";
import type { Engine } from "./engine.ts";
import { decideOnShelves } from "./decide-on-shelves.ts";
import { composeRecords, type Records } from "./records.ts";

/** A part of a question and what the evidence allows. */
export interface Decided {
  readonly part: QueryPart;
  readonly decision: Decision;
  /** Where the decision is from. */
  readonly shelf: Shelf;
  /** Figures in order, which answer instead of a section when the part asks for an order or sets a threshold. */
  readonly records?: Records;
}

/**
 * Decides on a part. Where no single section answers a question about several names ("DSOCP or CDP?"), each name
 * is asked for by itself, and when every one is answered the part becomes those sides.
 */
export function decidePart(part: QueryPart, engine: Engine): readonly Decided[] {
  const whole = { part, ...decideOnShelves(part, engine) };
  const records = composeRecords(part, whole.decision, engine);
  if (records) return [{ ...whole, records }];
  if (whole.decision.kind === "answer") return [whole];
  const sides = sidesOf(part).map((side) => ({ part: side, ...decideOnShelves(side, engine) }));
  return sides.length > 1 && sides.every(({ decision }) => decision.kind === "answer") ? sides : [whole];
}

/** More names than this are a list, not a comparison. */
const MOST_SIDES = 3;

function sidesOf(part: QueryPart): QueryPart[] {
  const names = part.units.filter((unit) => isSideName(unit, part));
  if (names.length < 2 || names.length > MOST_SIDES) return [];
  return names.map((name) => ({
    ...part,
    text: `${part.text} (${name.label})`,
    units: part.units.filter((unit) => unit === name || !names.includes(unit)),
    compares: false,
  }));
}

function isSideName({ entities }: Unit, { roles }: QueryPart): boolean {
  return entities.length > 0 && !entities.some(({ id }) => roles.some((role) => role.id === id));
}
