import { EXCLUSIVE_KINDS, type EntityKind } from "../knowledge/glossary.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { confidenceOf } from "./confidence.ts";
import { isForeign, weighPart, type WeighedPart } from "./evidence.ts";
import type { RankedHit, Ranking } from "./ranking.ts";
import type { RefusalReason } from "./refusal-reason.ts";
import type { SearchIndex } from "./search-index.ts";

/** What the evidence allows: answer with the best hit, ask back with near ones, or refuse with the reason. */
export type Decision =
  | {
      readonly kind: "answer";
      readonly hit: RankedHit;
      readonly confidence: number;
      readonly ranking: Ranking;
    }
  | { readonly kind: "clarify"; readonly confidence: number; readonly ranking: Ranking }
  | {
      readonly kind: "refuse";
      readonly reason: RefusalReason;
      /** The names or words that no section covers, as the member wrote them. */
      readonly missing: readonly Unit[];
      readonly near: Ranking;
    };

/** The confidence that an answer needs, and the one that asking back needs; 0..1. */
export interface DecisionPolicy {
  /** For a message in which nothing asks. */
  readonly unaskedFrom: number;
  readonly answerFrom: number;
  readonly clarifyFrom: number;
}

export const DEFAULT_POLICY: DecisionPolicy = { unaskedFrom: 0.9, answerFrom: 0.65, clarifyFrom: 0.5 };

/** A refusal offers this many near hits. */
const NEAREST = 3;

/** Decides on the evidence for the best hit, never on the raw score. */
export function decide(
  part: QueryPart,
  ranking: Ranking,
  tools: { readonly index: SearchIndex; readonly policy: DecisionPolicy },
): Decision {
  const { index, policy } = tools;
  const asked = weighPart(part, index);
  // A hit about another role than the one asked for never answers.
  const fitting = ranking.filter(({ evidence }) => evidence.roles >= 0 || evidence.isVerbatim);
  const near = fitting.slice(0, NEAREST);
  const refusal = reasonToRefuse(asked, index);
  if (refusal) return { kind: "refuse", ...refusal, near };
  const [best] = fitting;
  const missed = best ? missedFor(best, part, index) : undefined;
  if (missed) return { kind: "refuse", ...missed, near };
  if (!best) {
    return {
      kind: "refuse",
      reason: part.isAsked ? "nothing-found" : "not-a-question",
      missing: part.units,
      near,
    };
  }
  const confidence = confidenceOf(best, asked, index);
  const answerFrom = part.isAsked ? policy.answerFrom : policy.unaskedFrom;
  if (confidence >= answerFrom) return { kind: "answer", hit: best, confidence, ranking: fitting };
  // Talk that names nothing the documents are about was hardly meant for the bot.
  if (!part.isAsked && part.roles.length === 0)
    return { kind: "refuse", reason: "not-a-question", missing: [], near: [] };
  if (part.isAsked && confidence >= policy.clarifyFrom) return { kind: "clarify", confidence, ranking: near };
  const missing = best.evidence.uncovered.map(({ unit }) => unit);
  return { kind: "refuse", reason: reasonFor(missing, part, index), missing, near };
}

// A hit that leaves out a name that the question turns on, or the topic that it asks for, is no answer however near.
function missedFor(best: RankedHit, part: QueryPart, index: SearchIndex): Reason | undefined {
  if (best.evidence.isVerbatim) return undefined;
  const uncovered = best.evidence.uncovered.map(({ unit }) => unit);
  const names = uncovered.filter((unit) => (part.compares ? isSureName(unit) : isTurnedOn(unit)));
  if (names.length > 0) return { reason: "entity-not-covered", missing: names };
  const topics = uncovered.filter((unit) => isForeign(unit, index));
  return topics.length > 0 ? { reason: "topic-not-covered", missing: topics } : undefined;
}

function isTurnedOn({ entities }: Unit): boolean {
  return entities.length > 0 && entities.every(({ kind }) => EXCLUSIVE_KINDS.has(kind));
}

interface Reason {
  readonly reason: RefusalReason;
  readonly missing: readonly Unit[];
}

// What no confidence can outweigh.
function reasonToRefuse({ part }: WeighedPart, index: SearchIndex): Reason | undefined {
  const unheard = part.units.filter((unit) => isUnheardName(unit, index) && !isBackground(unit, part));
  if (unheard.length > 0) return { reason: "entity-not-covered", missing: unheard };
  if (part.units.length === 0) return { reason: "nothing-found", missing: [] };
  return undefined;
}

/** What stands before the role that a member comes from: "im helpdesk", "from QA", "like webdev". */
const COMING_FROM =
  /\b(?:im|i am|i'm|i was|as an?|am an?|from|like|former|ex|currently|being an?|been an?|work as an?|worked as an?)\s+(?:an?\s+)?(?:\w+\s+)?$/i;

// Beside the role asked for, a role that the member comes from is no part of the question.
function isBackground({ entities, label }: Unit, { text, roles, compares, units }: QueryPart): boolean {
  const asksForRole = units.some((unit) =>
    unit.entities.some(({ id }) => roles.some((role) => role.id === id)),
  );
  if (!asksForRole || compares || !entities.every(({ kind }) => kind === "role")) return false;
  return COMING_FROM.test(text.slice(0, Math.max(text.indexOf(label), 0)));
}

/** Kinds whose names mean nothing else: when no document has the name, no document answers. */
const SURE_KINDS: ReadonlySet<EntityKind> = new Set(["role", "certification", "place", "law", "language"]);

function isSureName({ entities }: Unit): boolean {
  return entities.some(({ kind }) => SURE_KINDS.has(kind));
}

function isUnheardName(unit: Unit, index: SearchIndex): boolean {
  return isSureName(unit) && !unit.terms.some((term) => index.knows(term));
}

function reasonFor(missing: readonly Unit[], { roles }: QueryPart, index: SearchIndex): RefusalReason {
  const isAskedRole = ({ entities }: Unit): boolean =>
    entities.some(({ id }) => roles.some((role) => role.id === id));
  if (missing.some((unit) => unit.entities.length > 0 && !isAskedRole(unit))) return "entity-not-covered";
  return missing.some((unit) => isForeign(unit, index)) ? "topic-not-covered" : "too-little-covered";
}
