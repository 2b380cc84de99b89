import type { QueryPart, Unit } from "../query/query.ts";
import type { Decision } from "../retrieval/decision.ts";
import type { Engine } from "./engine.ts";
import { decideOnShelves, type ShelfDecision } from "./decide-on-shelves.ts";
import type { ReadPart } from "./read-message.ts";
import { composeRecords, type Records } from "./records.ts";

/** A part of a question and what the evidence allows. */
export interface Decided extends ShelfDecision {
  /** Figures in order, which answer instead of a section when the part asks for an order or sets a threshold. */
  readonly records?: Records;
}

/**
 * Decides on a part. Where no single section answers a question about several names ("DSOCP or CDP?"), each name
 * is asked for by itself, and when every one is answered the part becomes those sides. So are roles that are compared
 * where the best section says nothing of one of them.
 */
export function decidePart(read: ReadPart, engine: Engine): readonly Decided[] {
  const { part, forReference } = read;
  const whole = decideOnShelves(read, engine);
  const records = composeRecords(part, whole.decision, engine);
  if (records) return [{ ...whole, records }];
  const roleSides = forReference && leavesOut(whole) ? roleSidesOf(forReference) : [];
  if (whole.decision.kind === "answer" && roleSides.length === 0) return [whole];
  const names = roleSides.length > 0 ? roleSides : sidesOf(forReference ?? part);
  const sides = names.map((side) =>
    decideOnShelves({ part: side, ...(forReference && { forReference: side }) }, engine),
  );
  return sides.length > 1 && sides.every(({ decision }) => decision.kind === "answer") ? sides : [whole];
}

/** More names than this are a list, not a comparison. */
const MOST_SIDES = 3;

function sidesOf(part: QueryPart): QueryPart[] {
  const names = part.units.filter((unit) => isSideName(unit, part));
  if (names.length < 2 || names.length > MOST_SIDES || !areSideBySide(names, part)) return [];
  return names.map((name) => ({
    ...part,
    text: `${part.text} (${name.label})`,
    units: part.units.filter((unit) => unit === name || !names.includes(unit)),
    compares: false,
  }));
}

// "Security analyst or developer, who earns more" is not answered by what one of them earns, nor by how one becomes the other.
function leavesOut({ part, decision }: Pick<Decided, "part" | "decision">): boolean {
  if (!part.compares && !/\bor\b/.test(part.text)) return false;
  if (decision.kind !== "answer") return true;
  return unsaidBy(decision).some((unit) => isRoleName(unit, part) || unit.topics.length > 0);
}

// What the best section leaves unsaid; a question in its own words leaves nothing.
function unsaidBy({ hit }: Extract<Decision, { readonly kind: "answer" }>): readonly Unit[] {
  return hit.evidence.isVerbatim ? [] : hit.evidence.uncovered.map(({ unit }) => unit);
}

/** What joins the names of things of which the same is asked: "does A help for B" asks of both together. */
const JOINED = /[,;/&+|]|\b(?:and|or|nor|vs?|versus|n|against|than)\b/i;

const NAME = "\0";

function areSideBySide(names: readonly Unit[], { text, compares }: QueryPart): boolean {
  // A name is kept as its words: "AZ 500".
  const spoken = names.reduce((said, { label }) => said.replace(label, NAME), text.replaceAll("-", " "));
  const between = spoken.slice(spoken.indexOf(NAME), spoken.lastIndexOf(NAME));
  return compares || JOINED.test(between);
}

function roleSidesOf(part: QueryPart): QueryPart[] {
  const names = part.units.filter((unit) => isRoleName(unit, part));
  const topics = part.topics.filter((topic) => topic !== "comparison");
  // Which of two roles to choose is in neither one's duties.
  if (names.length < 2 || names.length > MOST_SIDES || topics.length === 0) return [];
  return names.map((name) => ({
    ...part,
    text: `${part.text} (${name.label})`,
    units: part.units.filter((unit) => unit === name || !(names.includes(unit) || asksToCompare(unit))),
    roles: part.roles.filter((role) => name.entities.some(({ id }) => id === role.id)),
    topics,
    // "Pays more than" would find what compares this role with yet another one.
    askingTerms: [],
    fillerTerms: [],
    compares: false,
    superlative: undefined,
  }));
}

const asksToCompare = ({ topics }: Unit): boolean =>
  topics.length > 0 && topics.every(({ id }) => id === "comparison");

const isRoleName = ({ entities }: Unit, { roles }: QueryPart): boolean =>
  entities.some(({ id }) => roles.some((role) => role.id === id));

function isSideName({ entities }: Unit, { roles }: QueryPart): boolean {
  return entities.length > 0 && !entities.some(({ id }) => roles.some((role) => role.id === id));
}
