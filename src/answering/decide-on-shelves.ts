import type { QueryPart, Unit } from "../query/query.ts";
import { isFacet } from "../retrieval/certification-facets.ts";
import { ambiguousName, decide, oneForEach, type Decision } from "../retrieval/decision.ts";
import { rankHits, type Ranking } from "../retrieval/ranking.ts";
import type { Shelf } from "../retrieval/shelf.ts";
import type { Engine } from "./engine.ts";
import type { ReadPart } from "./read-message.ts";
import { knows } from "./shelves.ts";

/** A decision, the shelf that it is from, and the part as it was read for that shelf. */
export interface ShelfDecision {
  readonly part: QueryPart;
  readonly decision: Decision;
  readonly shelf: Shelf;
}

type Kind = Decision["kind"];
type Of<K extends Kind> = ShelfDecision & { readonly decision: Extract<Decision, { readonly kind: K }> };

/**
 * Decides on a part from each shelf that it may be answered from. The surest answer is given; what several shelves know
 * by one name is asked back with the choices that know most; what is missing is what no shelf has.
 */
export function decideOnShelves({ part, forReference }: ReadPart, engine: Engine): ShelfDecision {
  const own = decideOn(part, engine);
  if (!engine.reference || !forReference) return own;
  const all = [own, decideOn(forReference, engine.reference)];
  const isOfArticles = forReference.roles.some(({ id }) => engine.index.roles.has(id));
  const preferred = isOfArticles ? engine : engine.reference;
  const clarified = all.filter((each) => isOf("clarify", each));
  return (
    askBack(all, engine) ??
    surest(
      all.filter((each) => isOf("answer", each)),
      preferred,
    ) ??
    surest(clarified, preferred) ??
    joinRefusals(all.filter((each) => isOf("refuse", each))) ??
    own
  );
}

// What a name can mean may stand on several shelves; those for reference tell each meaning, where articles mention one.
function askBack(all: readonly ShelfDecision[], engine: Engine): ShelfDecision | undefined {
  const [first] = all;
  const ambiguous = first && ambiguousName(first.part, (id) => knows(id, engine));
  if (!ambiguous) return undefined;
  const ranking = all
    .toReversed()
    .flatMap(({ decision, shelf }) => oneForEach(ambiguous, rankingOf(decision), shelf.index));
  return { ...first, decision: { kind: "clarify", confidence: 1, ambiguous, ranking } };
}

const rankingOf = (decision: Decision): Ranking =>
  decision.kind === "refuse" ? decision.near : decision.ranking;

const decideOn = (part: QueryPart, shelf: Shelf): ShelfDecision => ({
  part,
  decision: decide(part, rankHits(part, shelf.index), shelf),
  shelf,
});

const isOf = <K extends Kind>(kind: K, each: ShelfDecision): each is Of<K> => each.decision.kind === kind;

/**
 * What reference documents say of a name comes first where articles, which mention it, are surer by no more than this;
 * beside a role that articles are about, what they say of both does.
 */
const BETTER_KNOWN = 0.2;

function surest(all: readonly Of<"answer" | "clarify">[], preferred: Shelf): ShelfDecision | undefined {
  const sureness = ({ shelf, decision }: Of<"answer" | "clarify">): number =>
    decision.confidence + (shelf === preferred ? BETTER_KNOWN : 0);
  return all.toSorted((one, other) => sureness(other) - sureness(one))[0];
}

// Each shelf lacks something else: only what all of them lack is missing, or else the name that one of them lacks.
function joinRefusals(all: readonly Of<"refuse">[]): ShelfDecision | undefined {
  const [first, ...others] = all;
  if (!first || others.length === 0) return first;
  const near = all.toReversed().flatMap(({ decision }) => decision.near);
  return { ...first, decision: { kind: "refuse", ...lackOf(all), near: near.slice(0, NEAREST) } };
}

function lackOf(all: readonly Of<"refuse">[]): Pick<Of<"refuse">["decision"], "reason" | "missing"> {
  const refusals = all.map(({ decision }) => decision);
  const unnamed = refusals.find(({ reason }) => reason === "entity-not-covered");
  const missing =
    refusals[0]?.missing.filter(({ label }) => refusals.every((each) => isAmong(each.missing, label))) ?? [];
  const others = refusals.flatMap((each) => (each === unnamed ? [] : each.missing));
  if (missing.length === 0 && unnamed) return { ...unnamed, missing: [...unnamed.missing, ...others] };
  const [reason, ...otherReasons] = new Set(refusals.map((each) => each.reason));
  return {
    reason: reason && otherReasons.length === 0 ? reason : "too-little-covered",
    missing:
      missing.length > 0 ? missing : others.filter(({ topics }) => topics.some(({ id }) => isFacet(id))),
  };
}

// Each shelf has read the part for itself.
const isAmong = (missing: readonly Unit[], label: string): boolean =>
  missing.some((unit) => unit.label === label);

/** A refusal offers this many near hits. */
const NEAREST = 3;
