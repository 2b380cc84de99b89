import type { RefusalReason } from "./refusal-reason.ts";
import type { EntityKind } from "../knowledge/glossary.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { weighUnits, type WeighedUnit } from "./evidence.ts";
import type { RankedHit, Ranking } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";

/** What the evidence allows: answer with the best hit, ask back with near ones, or refuse with the reason. */
export type Decision =
  | { readonly kind: "answer"; readonly hit: RankedHit; readonly ranking: Ranking }
  | { readonly kind: "clarify"; readonly hits: Ranking }
  | {
      readonly kind: "refuse";
      readonly reason: RefusalReason;
      /** The names or words that no section covers, as the member wrote them. */
      readonly missing: readonly Unit[];
      readonly near: Ranking;
    };

/** The shares of coverage and phrasing that an answer needs. */
export interface DecisionPolicy {
  readonly answerFrom: number;
  readonly clarifyFrom: number;
}

export const DEFAULT_POLICY: DecisionPolicy = { answerFrom: 0.5, clarifyFrom: 0.5 };

/** Decides on the evidence for the best hit, never on the raw score. */
export function decide(
  part: QueryPart,
  ranking: Ranking,
  tools: { readonly index: SearchIndex; readonly policy: DecisionPolicy },
): Decision {
  const { index, policy } = tools;
  const best = ranking[0];
  const refuse = (reason: RefusalReason, missing: readonly Unit[]): Decision => ({
    kind: "refuse",
    reason,
    missing,
    near: ranking.filter((hit) => hit.evidence.roles >= 0).slice(0, NEAREST),
  });
  const units = weighUnits(part, index);
  const unheard = units.filter(({ unit }) => isUnheardName(unit, index)).map(({ unit }) => unit);
  if (unheard.length > 0) return refuse("entity-not-covered", unheard);
  if (!best || part.units.length === 0) return refuse("nothing-found", missingUnits(units));
  if (best.evidence.roles < 0)
    return refuse(
      "entity-not-covered",
      part.units.filter((unit) => unit.entities.length > 0),
    );
  if (confidenceOf(best) >= policy.answerFrom) return { kind: "answer", hit: best, ranking };
  return refuse(
    reasonFor(best),
    best.evidence.uncovered.map(({ unit }) => unit),
  );
}

const NEAREST = 3;

/** How sure the evidence makes an answer, 0..1. */
export function confidenceOf({ evidence }: RankedHit): number {
  return 0.65 * evidence.coverage + 0.35 * evidence.phrasing + 0.05 * evidence.topics;
}

/** Kinds whose names mean nothing else: when no document has the name, no document answers. */
const SURE_KINDS: ReadonlySet<EntityKind> = new Set(["role", "certification", "place", "law", "language"]);

function isUnheardName({ entities, terms }: Unit, index: SearchIndex): boolean {
  return entities.some(({ kind }) => SURE_KINDS.has(kind)) && !terms.some((term) => index.knows(term));
}

function missingUnits(units: readonly WeighedUnit[]): Unit[] {
  return units.toSorted((a, b) => b.weight - a.weight).map(({ unit }) => unit);
}

function reasonFor(best: RankedHit): RefusalReason {
  const [first] = best.evidence.uncovered;
  if (first?.unit.entities.length) return "entity-not-covered";
  return first?.unit.topics.length ? "topic-not-covered" : "too-little-covered";
}
