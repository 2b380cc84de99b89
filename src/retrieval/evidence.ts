import type { Snippet } from "../knowledge/document.ts";
import { EXCLUSIVE_KINDS } from "../knowledge/glossary.ts";
import { onceForEach } from "../knowledge/once-for-each.ts";
import { saysAmount } from "../query/amount.ts";
import { wordsOf } from "../query/entities.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import type { AskedTerms } from "./asked-terms.ts";
import { PLACES } from "./nearness.ts";
import { partTerms, wordingTerms } from "./query-terms.ts";
import type { Hit, SearchIndex } from "./search-index.ts";

/** What speaks for and against an entry as the answer to a part. */
export interface Evidence {
  /** The score over the IDF of all that is asked, unknown words counted with the largest; unbounded. */
  readonly strength: number;
  /** Share of what the part says that the entry covers, 0..1. */
  readonly coverage: number;
  /** Share of the IDF of all words that the entry has, by how many of its phrasings have a word; unbounded. */
  readonly wording: number;
  /** Cosine with the best single phrasing, terms weighed by the root of their IDF, 0..1. */
  readonly phrasing: number;
  /** The part is one of the phrasings, word for word. */
  readonly isVerbatim: boolean;
  /** 1: the entry is about the roles asked for; 0: partly; -1: about another role. */
  readonly roles: number;
  /** Topics asked for that the entry is about, as a share of all that either is about, 0..1. */
  readonly topics: number;
  /** How many places, employers, platforms or certifications the entry's question names that the part does not. */
  readonly otherNames: number;
  /** The part asks for an amount, and the answer says none. */
  readonly lacksAmount: boolean;
  /** Share of what the rest of the message tells that the entry covers, 0..1. */
  readonly context: number;
  /** Units that the entry does not cover, those that say the most first. */
  readonly uncovered: readonly WeighedUnit[];
}

/** A unit and how much it says in this index. */
export interface WeighedUnit {
  readonly unit: Unit;
  readonly weight: number;
  /** Asks for a topic no entry is about. */
  readonly isForeign: boolean;
  /** Where the known terms that are asked have its terms; none when no entry has one. */
  readonly slots: readonly number[];
}

/** How well a place covers a unit: asked for in the same words, said in the answer, or the same topic. */
const COVERED_BY = { phrasing: 1, answer: 0.5, topic: 0.5 };
/** A name, or a phrase that asks for something no document is about, says this many times what a rare word says. */
const NAME_WEIGHT = 1.6;
const PHRASE_WEIGHT = 1.2;
/** A role that documents are about says half: most entries share it. */
const ROLE_WEIGHT = 0.5;
const BACKGROUND_WEIGHT = 0.8;
const NUMBER_WEIGHT = 0.5;

// Names, then words by their rarity in speech and in the index.
function weighUnit(unit: Unit, asked: Pick<WeighedPart, "part" | "terms">, index: SearchIndex): WeighedUnit {
  return {
    unit,
    weight: weigh(unit, asked.part, index),
    isForeign: isForeign(unit, index),
    slots: unit.terms.flatMap((term) => asked.terms.slots.get(term) ?? []),
  };
}

function weigh(unit: Unit, part: QueryPart, index: SearchIndex): number {
  const rarest = index.idf("");
  if (unit.entities.length > 0) {
    const isCoveredRole = unit.entities.some(({ id }) => part.roles.some((role) => role.id === id));
    if (!isCoveredRole && isBackground(unit, part)) return rarest * BACKGROUND_WEIGHT;
    return rarest * (isCoveredRole ? ROLE_WEIGHT : NAME_WEIGHT);
  }
  if (isForeign(unit, index)) return rarest * PHRASE_WEIGHT;
  const idf = Math.max(...unit.terms.map((term) => index.idf(term)));
  return /^\d/.test(unit.label) ? idf * NUMBER_WEIGHT : idf * unit.rarity;
}

/** True for a word or phrase that asks for a topic no entry is about. */
export function isForeign(unit: Unit, index: SearchIndex): boolean {
  return unit.topics.length > 0 && !unit.topics.some(({ id }) => index.topics.has(id));
}

/** True for the name of a role that the part asks about and documents are about. */
export function isAskedRole({ entities }: Unit, { roles }: QueryPart): boolean {
  return entities.some(({ id }) => roles.some((role) => role.id === id));
}

/** What stands before the role that a member comes from: "im helpdesk", "from QA", "on the helpdesk", "like webdev", "after support". */
const COMING_FROM =
  /\b(?:im|i am|i'm|i was|as an?|am an?|from|like|former|ex|on the|in an?|currently|being an?|been an?|work as an?|worked (?:as|in)(?: an?)?|after|via|through|our|my|do|doing|try|start (?:in|as|with)|starting (?:in|as|with)|beginn?(?:ing)? (?:in|as|with))\s+(?:an?\s+)?(?:\w+\s+)?$/i;
/** What stands between it and the role to come: "helpdesk before devops", "sysadmin to devops". */
const ON_THE_WAY =
  /^\W*(?:[\w-]+\W+){0,6}?(?:before|into|towards?|first|then)\b|^\W*(?:jobs?|work|roles?)?\W*to\W|^\W*(?:go|move|switch|transition|get|grow|turn|break|jump|become)\b/i;
/** Who says so of themselves is no other side of a comparison: "im a … , is devops a lot different?" */
const SAYS_WHO =
  /\b(?:im|i am|i'm|i was|ive been|i've been|i work as|i worked as)\s+(?:an?\s+)?(?:\w+\s+)?$/i;
const ASKS =
  /\b(?:what|whats|which|who|whos|how|why|when|where|is|are|do|does|can|could|should|would|will)\b/i;

/**
 * True for a role beside the one asked for: where the member comes from, or whom the story is about, since nothing
 * asks before it.
 */
export function isBackground({ entities, label }: Unit, part: QueryPart): boolean {
  if (!entities.every(({ kind }) => kind === "role")) return false;
  if (!part.units.some((unit) => isAskedRole(unit, part))) return false;
  const at = Math.max(part.text.indexOf(label), 0);
  const before = part.text.slice(0, at);
  if (part.compares) return SAYS_WHO.test(before);
  return (
    COMING_FROM.test(before) || !ASKS.test(before) || ON_THE_WAY.test(part.text.slice(at + label.length))
  );
}

/** A part, weighed once for all hits. */
export interface WeighedPart {
  readonly part: QueryPart;
  readonly units: readonly WeighedUnit[];
  readonly context: readonly WeighedUnit[];
  readonly terms: AskedTerms;
  /** IDF of all that is asked; at least 1. */
  readonly idf: number;
  /** Positions of the entries one of whose phrasings is the part, word for word. */
  readonly verbatim: readonly number[];
  readonly rivals: Rivals;
}

/** Names of which one is not another. */
interface Rivals {
  /** How the ids begin of the kinds asked for. */
  readonly prefixes: readonly string[];
  /** Ids of the names asked for. */
  readonly asked: ReadonlySet<string>;
}

/** Weighs a part's names, words and question words: once, for ranking and deciding alike. */
export const weighPart = (part: QueryPart, index: SearchIndex): WeighedPart => weigherOf(index)(part);

const weigherOf = onceForEach((index: SearchIndex) =>
  onceForEach((part: QueryPart) => weighAnew(part, index)),
);

function weighAnew(part: QueryPart, index: SearchIndex): WeighedPart {
  const terms = index.weighTerms({
    compared: partTerms(part),
    searched: wordingTerms(part),
    covered: part.context.flatMap((unit) => unit.terms),
  });
  return {
    part,
    terms,
    verbatim: index.verbatim(wordsOf(part.text).join(" ")),
    idf: Math.max(1, sumIdf(part.units, index)),
    units: part.units.map((unit) => weighUnit(unit, { part, terms }, index)),
    context: part.context.map((unit) => weighUnit(unit, { part, terms }, index)),
    rivals: findRivals(part),
  };
}

function sumIdf(units: readonly Unit[], index: SearchIndex): number {
  return units.reduce((sum, { terms }) => sum + Math.max(...terms.map((term) => index.idf(term))), 0);
}

/** Gathers the evidence for one hit. */
export function gatherEvidence(hit: Hit, asked: WeighedPart, index: SearchIndex): Evidence {
  const { part, units, context } = asked;
  const { snippet } = hit.entry;
  const { phrasing, wording, places } = index.nearness(asked.terms, hit.position);
  const shares = units.map((unit) => coverUnit(unit, places, snippet));
  return {
    strength: hit.score / asked.idf,
    coverage: weighShares(units, shares),
    context: weighShares(
      context,
      context.map((unit) => coverUnit(unit, places, snippet)),
    ),
    phrasing,
    wording,
    isVerbatim: asked.verbatim.includes(hit.position),
    otherNames: countOtherNames(asked.rivals, index.named(hit.position)),
    lacksAmount: lacksAmount(part, snippet),
    roles: agreeOnRoles(part, hit),
    topics: agreeOnTopics(part, hit),
    uncovered: units.filter((_, at) => shares[at] === 0).toSorted((a, b) => b.weight - a.weight),
  };
}

function weighShares(units: readonly WeighedUnit[], shares: readonly number[]): number {
  let all = 0;
  let covered = 0;
  for (const [at, { weight }] of units.entries()) {
    all += weight;
    covered += weight * (shares[at] ?? 0);
  }
  return all === 0 ? 0 : covered / all;
}

function coverUnit(
  { unit, isForeign: asksElsewhere, slots }: WeighedUnit,
  places: readonly number[],
  snippet: Snippet,
): number {
  const isIn = (place: number): boolean => slots.some((slot) => ((places[slot] ?? 0) & place) !== 0);
  // Answers and ways of asking mention much in passing; a word for a topic that no entry is about must be in the
  // question itself, and a phrase for one is never covered.
  if (asksElsewhere) return unit.terms.length === 1 && isIn(PLACES.question) ? COVERED_BY.phrasing : 0;
  if (isIn(PLACES.asked)) return COVERED_BY.phrasing;
  if (isIn(PLACES.answer)) return COVERED_BY.answer;
  if (unit.entities.some(({ id }) => snippet.roles.includes(id))) return COVERED_BY.phrasing;
  // A word that the documents have would stand where it is meant; only for others does the topic speak.
  const isKnown = slots.length > 0;
  if (!isKnown && unit.topics.some(({ id }) => snippet.topics.includes(id))) return COVERED_BY.topic;
  return 0;
}

function lacksAmount({ amount }: QueryPart, { answer, figures }: Snippet): boolean {
  if (amount === undefined || (amount === "number" && figures.length > 0)) return false;
  return !saysAmount(answer, amount);
}

function agreeOnRoles(part: QueryPart, { entry }: Hit): number {
  if (part.roles.length === 0 || entry.snippet.roles.length === 0) return 0;
  const shared = part.roles.filter(({ id }) => entry.snippet.roles.includes(id)).length;
  if (shared === 0) return -1;
  return shared === part.roles.length && shared === entry.snippet.roles.length ? 1 : 0.5;
}

function findRivals({ units }: QueryPart): Rivals {
  const asked = units.flatMap(({ entities }) => entities);
  const kinds = [...EXCLUSIVE_KINDS].filter((kind) => asked.some((entity) => entity.kind === kind));
  return { prefixes: kinds.map((kind) => `${kind}:`), asked: new Set(asked.map(({ id }) => id)) };
}

function countOtherNames({ prefixes, asked }: Rivals, named: readonly string[]): number {
  if (prefixes.length === 0) return 0;
  return named.filter((id) => !asked.has(id) && prefixes.some((prefix) => id.startsWith(prefix))).length;
}

function agreeOnTopics({ topics }: QueryPart, { entry }: Hit): number {
  const shared = topics.filter((topic) => entry.snippet.topics.includes(topic)).length;
  return shared === 0 ? 0 : shared / (topics.length + entry.snippet.topics.length - shared);
}
