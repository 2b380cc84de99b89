import type { QueryPart, Unit } from "../query/query.ts";
import { decide, type Decision } from "../retrieval/decision.ts";
import { rankHits } from "../retrieval/ranking.ts";
import type { Shelf } from "../retrieval/shelf.ts";
import type { Engine } from "./engine.ts";
import { shelvesFor } from "./shelves.ts";

/** A decision and the shelf that it is from. */
export interface ShelfDecision {
  readonly decision: Decision;
  readonly shelf: Shelf;
}

type Kind = Decision["kind"];
type Of<K extends Kind> = ShelfDecision & { readonly decision: Extract<Decision, { readonly kind: K }> };

/**
 * Decides on a part from each shelf that it may be answered from. The surest answer is given; what several shelves know
 * by one name is asked back with the choices of all; what is missing is what no shelf has.
 */
export function decideOnShelves(part: QueryPart, engine: Engine): ShelfDecision {
  const [first, ...others] = shelvesFor(part, engine).map((shelf) => decideOn(part, shelf));
  if (!first) return decideOn(part, engine);
  const all = [first, ...others];
  const clarified = all.filter((each) => isOf("clarify", each));
  const ambiguous = clarified.filter(({ decision }) => decision.ambiguous !== undefined);
  return (
    (ambiguous.length > 0 ? joinMeanings(ambiguous) : undefined) ??
    surest(all.filter((each) => isOf("answer", each))) ??
    surest(clarified) ??
    joinRefusals(all.filter((each) => isOf("refuse", each))) ??
    first
  );
}

const decideOn = (part: QueryPart, shelf: Shelf): ShelfDecision => ({
  decision: decide(part, rankHits(part, shelf.index), shelf),
  shelf,
});

const isOf = <K extends Kind>(kind: K, each: ShelfDecision): each is Of<K> => each.decision.kind === kind;

const surest = (all: readonly Of<"answer" | "clarify">[]): ShelfDecision | undefined =>
  all.toSorted((one, other) => other.decision.confidence - one.decision.confidence)[0];

// Reference documents tell each meaning; articles mention one.
function joinMeanings(all: readonly Of<"clarify">[]): ShelfDecision | undefined {
  const [most] = all.toSorted((one, other) => other.decision.ranking.length - one.decision.ranking.length);
  return most;
}

function joinRefusals(all: readonly Of<"refuse">[]): ShelfDecision | undefined {
  const [first, ...others] = all;
  if (!first || others.length === 0) return first;
  const isMissing = (unit: Unit): boolean => all.every(({ decision }) => decision.missing.includes(unit));
  const missing = first.decision.missing.filter(isMissing);
  const near = all.toReversed().flatMap(({ decision }) => decision.near);
  const reason = missing.length > 0 ? first.decision.reason : "too-little-covered";
  return { ...first, decision: { kind: "refuse", reason, missing, near: near.slice(0, NEAREST) } };
}

/** A refusal offers this many near hits. */
const NEAREST = 3;
