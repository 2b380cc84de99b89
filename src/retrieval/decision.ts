import type { Snippet } from "../knowledge/document.ts";
import { EXCLUSIVE_KINDS, type EntityKind } from "../knowledge/glossary.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { isAskedTrade } from "./asked-trade.ts";
import {
  isOnOtherCertification,
  isOnOtherFacet,
  namesCertification,
  ownFirst,
} from "./certification-facets.ts";
import { confidenceOf } from "./confidence.ts";
import { isAskedRole, isBackground, isForeign, weighPart, type WeighedPart } from "./evidence.ts";
import { rankHits, type RankedHit, type Ranking } from "./ranking.ts";
import type { RefusalReason } from "./refusal-reason.ts";
import type { SearchIndex } from "./search-index.ts";
import { isOfArticle } from "./shelf.ts";
import { silentUnits } from "./silent-units.ts";

/** What the evidence allows: answer with the best hit, ask back with near ones, or refuse with the reason. */
export type Decision =
  | {
      readonly kind: "answer";
      readonly hit: RankedHit;
      readonly confidence: number;
      readonly ranking: Ranking;
    }
  | {
      readonly kind: "clarify";
      readonly confidence: number;
      /** A name of several kinds of things, with nothing beside it that tells which is meant. */
      readonly ambiguous?: Unit;
      readonly ranking: Ranking;
    }
  | {
      readonly kind: "refuse";
      readonly reason: RefusalReason;
      /** The names or words that no section covers, as the member wrote them. */
      readonly missing: readonly Unit[];
      readonly near: Ranking;
    };

/** The confidence that an answer needs, and the one that asking back needs; 0..1. */
export interface DecisionPolicy {
  readonly answerFrom: number;
  readonly clarifyFrom: number;
}

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
  // A hit about another role than the one asked for never answers, nor one that leaves out a name it turns on.
  const ofRole = ranking.filter(({ evidence }) => evidence.roles >= 0 || evidence.isVerbatim);
  const complete = ofRole.filter((hit) => !missedFor(hit, part, index));
  const fitting = definitionsFirst(part, complete.length > 0 ? complete : ownFirst(part, ofRole, index));
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
  const ambiguous = ambiguousName(part, (id) => index.knows(id));
  if (ambiguous) {
    return { kind: "clarify", confidence, ambiguous, ranking: oneForEach(ambiguous, fitting, index) };
  }
  if (confidence >= policy.answerFrom) return { kind: "answer", hit: best, confidence, ranking: fitting };
  // Talk that names nothing the documents are about was hardly meant for the bot.
  const mayBeMeant = part.isAsked || part.roles.length > 0 || namesCovered(part, index);
  if (mayBeMeant && confidence >= policy.clarifyFrom) return { kind: "clarify", confidence, ranking: near };
  if (!part.isAsked && !isNote(part, index)) {
    return { kind: "refuse", reason: "not-a-question", missing: [], near: [] };
  }
  const missing = best.evidence.uncovered.map(({ unit }) => unit);
  return { kind: "refuse", reason: reasonFor(missing, part, index), missing, near };
}

/**
 * The name of several kinds of things, or of several certifications that documents know, which is all that a part says.
 * With anything else asked beside it, the documents decide: they are about one of its meanings.
 */
export function ambiguousName({ units, roles }: QueryPart, knows: (id: string) => boolean): Unit | undefined {
  const [only, ...others] = units;
  if (!only || others.length > 0 || roles.length > 0) return undefined;
  const kinds = new Set(only.entities.map(({ kind }) => kind));
  const known = only.entities.filter(({ id, kind }) => kind === "certification" && knows(id));
  return kinds.size > 1 || known.length > 1 ? only : undefined;
}

/** The best hit for each meaning that the documents know, or else the best of all. */
export function oneForEach({ entities }: Unit, fitting: Ranking, index: SearchIndex): Ranking {
  const hits = entities.flatMap(
    ({ id }) => fitting.find(({ position }) => index.terms(position).isInQuestion(id)) ?? [],
  );
  return hits.length > 0 ? [...new Set(hits)] : fitting.slice(0, 1);
}

/** Who writes no more than a name and what of it is wanted asks, without a question mark: "cissp pass rate". */
const NOTE_UNITS = 4;

function isNote(part: QueryPart, index: SearchIndex): boolean {
  const { units, topics } = part;
  const isShort = units.length <= NOTE_UNITS && topics.length > 0;
  return isShort && namesCertification(part) && namesCovered(part, index);
}

// Who writes nothing but a name wants to know what it is, where a reference document tells.
function definitionsFirst({ units, topics }: QueryPart, ranking: Ranking): Ranking {
  const isBareName = topics.length === 0 && units.every(({ entities }) => entities.length > 0);
  const [best] = ranking;
  if (!best || !isBareName || isOfArticle(best.entry)) return ranking;
  return ranking.toSorted((one, other) => Number(defines(other)) - Number(defines(one)));
}

const defines = ({ entry, evidence }: RankedHit): boolean =>
  entry.snippet.topics.includes("definition") && evidence.uncovered.length === 0;

/** How sure the best hit for a part is, whatever the policy, 0..1; 0 when it is refused before confidence counts. */
export function confidenceIn(part: QueryPart, index: SearchIndex): number {
  const policy = { answerFrom: 0, clarifyFrom: 0 };
  const decision = decide(part, rankHits(part, index), { index, policy });
  return decision.kind === "answer" ? decision.confidence : 0;
}

// A hit that leaves out a name that the question turns on is no answer however near.
function missedFor(best: RankedHit, part: QueryPart, index: SearchIndex): Reason | undefined {
  if (best.evidence.isVerbatim) return undefined;
  const trade = part.units.find((unit) => isAskedTrade(unit, part) && !isSaid(unit, best, index));
  if (trade) return { reason: "entity-not-covered", missing: [trade] };
  const role = part.units.find(
    (unit) => isRoleOfNobody(unit, index) && !isBackground(unit, part) && !isSaid(unit, best, index),
  );
  if (role) return { reason: "entity-not-covered", missing: [role] };
  const silent = silentUnits(part, best, index);
  if (silent) return { reason: reasonFor(silent, part, index), missing: silent };
  const uncovered = best.evidence.uncovered.map(({ unit }) => unit);
  const { snippet } = best.entry;
  const pay = isOfNobody(part, index)
    ? part.units.find((unit) => asksForPay(unit) && !snippet.topics.includes(PAY))
    : uncovered.find((unit) => asksForPay(unit) && !speaksOfPay(snippet));
  if (pay) return { reason: "too-little-covered", missing: [pay] };
  if (isOnOtherFacet(part, best.entry) || isOnOtherCertification(part, best, index)) {
    return { reason: "too-little-covered", missing: onOtherTopics(part, snippet) };
  }
  const names = uncovered.filter((unit) =>
    part.compares
      ? isSureName(unit) && !isAskedRole(unit, part)
      : isTurnedOn(unit, index) && !isBackground(unit, part),
  );
  return names.length > 0 ? { reason: "entity-not-covered", missing: names } : undefined;
}

const onOtherTopics = ({ units }: QueryPart, { topics }: Snippet): readonly Unit[] =>
  units.filter((unit) => unit.topics.length > 0 && !unit.topics.some(({ id }) => topics.includes(id)));

/** A role that documents only mention: no snippet is about it. */
const isRoleOfNobody = ({ entities }: Unit, index: SearchIndex): boolean =>
  entities.length > 0 && entities.every(({ id, kind }) => kind === "role" && !index.roles.has(id));

// Who is mentioned is often mentioned beside somebody else's pay, or without any.
const isOfNobody = ({ units, roles }: QueryPart, index: SearchIndex): boolean =>
  !roles.some(({ id }) => index.roles.has(id)) && units.some((unit) => isRoleOfNobody(unit, index));

const PAY = "salary";

const asksForPay = ({ topics }: Unit): boolean => topics.some(({ id }) => id === PAY);

// Reviewed answers say what they are about; a passage of a plain article that has no number says nobody's pay.
const speaksOfPay = ({ derived, topics, answer }: Snippet): boolean =>
  !derived || topics.includes(PAY) || /\d/.test(answer);

// Members who ask mention their own trade too, so that a way of asking has its name and no document does.
function isSaid({ terms }: Unit, { position }: RankedHit, index: SearchIndex): boolean {
  const entry = index.terms(position);
  return terms.some((term) => entry.isInQuestion(term) || entry.isAnswered(term));
}

function namesCovered({ units }: QueryPart, index: SearchIndex): boolean {
  return units.some(({ entities, terms }) => entities.length > 0 && terms.some((term) => index.knows(term)));
}

// A company or website that no document names may be mentioned in passing: "i am too tired to google".
function isTurnedOn(unit: Unit, index: SearchIndex): boolean {
  const { entities, terms } = unit;
  if (entities.length === 0 || !entities.every(({ kind }) => EXCLUSIVE_KINDS.has(kind))) return false;
  return isSureName(unit) || terms.some((term) => index.knows(term));
}

interface Reason {
  readonly reason: RefusalReason;
  readonly missing: readonly Unit[];
}

// What no confidence can outweigh.
function reasonToRefuse({ part }: WeighedPart, index: SearchIndex): Reason | undefined {
  const unheard = part.units.filter(
    (unit) =>
      !unit.terms.some((term) => index.knows(term)) &&
      (isSureName(unit) ? !isBackground(unit, part) : isAskedEmployer(unit, part)),
  );
  if (unheard.length > 0) return { reason: "entity-not-covered", missing: unheard };
  if (part.units.length === 0) return { reason: "nothing-found", missing: [] };
  return undefined;
}

/** Kinds whose names mean nothing else: when no document has the name, no document answers. */
const SURE_KINDS: ReadonlySet<EntityKind> = new Set(["role", "certification", "place", "law", "language"]);

function isSureName({ entities }: Unit): boolean {
  return entities.some(({ kind }) => SURE_KINDS.has(kind));
}

/** "at Initech", "does Initech pay well", "Initech's salaries"; but not "too tired to google". */
const EMPLOYED = /\b(?:at|by|for|does|do|did|is|will|would|joining|join)\s+$/i;
const EMPLOYS =
  /^(?:'s\b|\W+(?:pays?|paying|salary|salaries|wages?|offers?|offering|hires?|hiring|jobs?|interview)\b)/i;

function isAskedEmployer({ entities, label }: Unit, { text }: QueryPart): boolean {
  const at = text.indexOf(label);
  if (at < 0 || !entities.some(({ kind }) => kind === "employer")) return false;
  return EMPLOYED.test(text.slice(0, at)) || EMPLOYS.test(text.slice(at + label.length));
}

function reasonFor(missing: readonly Unit[], part: QueryPart, index: SearchIndex): RefusalReason {
  const isName = (unit: Unit): boolean =>
    unit.entities.length > 0 && !isAskedRole(unit, part) && !isBackground(unit, part);
  if (missing.some(isName)) return "entity-not-covered";
  return missing.some((unit) => isForeign(unit, index)) ? "topic-not-covered" : "too-little-covered";
}
