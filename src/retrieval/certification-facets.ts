import type { Snippet } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
import { asksForMoney, saysMoney } from "../query/amount.ts";
import type { Entry } from "./entries.ts";
import type { QueryPart } from "../query/query.ts";
import type { RankedHit, Ranking } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";

/** What is asked of a certification one by one, as topic ids: what it costs says nothing of its exam or its renewal. */
const FACETS: ReadonlySet<string> = new Set([
  "exam-content",
  "exam-prerequisites",
  "exam-format",
  "exam-score",
  "exam-place",
  "exam-cost",
  "cert-renewal",
  "exam-retake",
  "exam-results",
  "exam-booking",
  "voucher",
]);

/** Those that turn a question for another one: the price of an exam is not that of a second attempt, nor the rebate. */
const TURNING: ReadonlySet<string> = new Set(["exam-retake", "exam-results", "exam-booking", "voucher"]);

/** True for the id of a topic that is asked of certifications one by one. */
export const isFacet = (topic: string): boolean => FACETS.has(topic);

/** What somebody gets from a certification; "pay" is also what an exam takes. */
const GAIN = /\b(?:salar(?:y|ies)|earn(?:s|ings?)?|wages?|income|worth|waste|jobs?|hired?|landing)\b/i;

/** "Just passed my CISSP!" */
const TELLS = /\b(?:i|im|ive|my|we|our|just|finally)\b/i;

/** True for a snippet that is about nothing but a certification's exam, price or renewal. */
export function isOnFacets({ topics }: Pick<Snippet, "topics">): boolean {
  return topics.length > 0 && topics.every((topic) => FACETS.has(topic));
}

/** True where a part asks one thing of a certification and an entry says only another: its length, not its price. */
export function isOnOtherFacet(part: QueryPart, { snippet, document }: Entry): boolean {
  if (snippet.derived) return false;
  const isOnThem = isOnFacets(snippet);
  const isUnpriced = asksForMoney(part.text) && !saysMoney(snippet.answer);
  if (!namesCertification(part)) return isUnpriced && isOnThem;
  if (isUnpriced) return true;
  const has = (topic: string): boolean => snippet.topics.includes(topic);
  const asked = part.topics.filter((topic) => FACETS.has(topic));
  if (asked.some((topic) => TURNING.has(topic) && !has(topic))) return true;
  if (asked.length > 0) return !asked.some(has);
  // What a certification does for somebody is in no price and no exam, and who tells of an exam asks nothing of it.
  const isForGain = part.namesRole || GAIN.test(part.text);
  if (isOnThem) return isForGain || (!part.isAsked && TELLS.test(part.text));
  return isForGain && (document.reference === true || has("definition")) && snippet.roles.length === 0;
}

/** True for a hit whose question names another certification than those that a part names: it mentions them in passing. */
export function isOnOtherCertification(part: QueryPart, hit: RankedHit, index: SearchIndex): boolean {
  if (hit.evidence.otherNames === 0 || hit.entry.snippet.derived) return false;
  const asked = certificationsIn(part);
  return asked.length > 0 && !asked.some(({ id }) => index.terms(hit.position).isInQuestion(id));
}

/** A ranking with what is said of the certifications that a part names before what is said of others. */
export function ownFirst(part: QueryPart, ranking: Ranking, index: SearchIndex): Ranking {
  const asked = certificationsIn(part);
  if (asked.length === 0) return ranking;
  const isOwn = ({ position }: RankedHit): boolean =>
    asked.some(({ id }) => index.terms(position).isInQuestion(id));
  return ranking.toSorted((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
}

/** True for a part that names a certification. */
export const namesCertification = (part: QueryPart): boolean => certificationsIn(part).length > 0;

const certificationsIn = ({ units }: QueryPart): readonly Entity[] =>
  units.flatMap(({ entities }) => entities.filter(({ kind }) => kind === "certification"));
