import type { Snippet } from "../knowledge/document.ts";
import { asksForMoney, saysMoney } from "../query/amount.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { isAskedRole, isBackground, weighPart, type WeighedUnit } from "./evidence.ts";
import { isTopicOpen } from "./open-topic.ts";
import type { RankedHit } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Entry } from "./entries.ts";
import { isOfArticle } from "./shelf.ts";
import { namesCertification } from "./certification-facets.ts";

/** What is stated of one year holds for no other. */
const YEAR = /^(?:19|20)\d\d$/;

/** What all levels earn together tells nobody what one of them earns. */
const LEVEL = /\b(?:junior|jr|entry|beginners?|starting|graduates?|mid|senior|sr|lead|principal)\b/i;

/** Amounts are not converted. */
const CURRENCY =
  /[€£₹]|\b(?:eur|euros?|gbp|pounds?|inr|rupees?|cad|aud|chf|francs?|yen|pesos?|reais|dollars?|usd)\b/i;

const PAY = "salary";
const CERTIFICATIONS = "certifications";

/**
 * What a part asks that a hit of a reference document is silent on, so that it is no answer however near; empty where
 * that is nothing that can be named, `undefined` where it is silent on nothing. Such documents say of few things all
 * that there is, each under its own topic.
 */
export function silentUnits(
  part: QueryPart,
  hit: RankedHit,
  index: SearchIndex,
): readonly Unit[] | undefined {
  const { entry, evidence } = hit;
  if (isOfArticle(entry)) return unsaidOf(part, hit, index);
  const exact = evidence.uncovered.find(({ unit }) => YEAR.test(unit.label) || CURRENCY.test(unit.label));
  if (exact) return [exact.unit];
  const pay = part.units.find(asksForPay);
  if (pay && !isOnMoney(entry.snippet)) return [pay];
  if (asksForMoney(part.text) && !isOnMoney(entry.snippet)) return [];
  const level = pay && part.units.find(({ label }) => LEVEL.test(label) && !says(entry, label));
  if (level) return [level];
  const unsaid = unsaidContent(part, hit, index);
  if (unsaid.length > 0) return unsaid;
  const leftOut = part.units.filter((unit) => isLeftOut(unit, { part, hit, index }));
  return leftOut.length > 0 || isTopicOpen(part, entry, index) ? leftOut : undefined;
}

// "A year" is what pay is for, and much else.
const asksForPay = ({ topics, terms }: Unit): boolean =>
  topics.some(({ id }) => id === PAY) && !terms.every((term) => term === "year");

const isOnMoney = ({ topics, answer }: Snippet): boolean => topics.includes(PAY) || saysMoney(answer);

/** Of what is asked beside the names, the least that an answer says, as a share of its weight. */
const LEAST_SAID = 0.2;
/** Who asks so nearly in the words of a way of asking need not share its rare words. */
const NEARLY_VERBATIM = 0.5;

// Only the name fits: "can a GRC analyst work from home" is not answered by what one is.
function unsaidContent(part: QueryPart, { entry, evidence }: RankedHit, index: SearchIndex): readonly Unit[] {
  if (evidence.phrasing >= NEARLY_VERBATIM) return [];
  if (part.topics.some((topic) => topic !== CERTIFICATIONS && entry.snippet.topics.includes(topic))) return [];
  const missed = new Set(evidence.uncovered.map(({ unit }) => unit));
  const content = weighPart(part, index).units.filter(({ unit }) => !isSubject(unit, part));
  const unsaid = content.filter(({ unit }) => missed.has(unit));
  const isSaid = weightOf(content) - weightOf(unsaid) >= LEAST_SAID * weightOf(content);
  return isSaid ? [] : unsaid.map(({ unit }) => unit);
}

// Articles mention certifications in passing.
function unsaidOf(part: QueryPart, hit: RankedHit, index: SearchIndex): readonly Unit[] | undefined {
  const isOfRole = part.roles.some(({ id }) => index.roles.has(id));
  const unsaid = namesCertification(part) && !isOfRole ? unsaidContent(part, hit, index) : [];
  return unsaid.length > 0 ? unsaid : undefined;
}

const weightOf = (units: readonly WeighedUnit[]): number =>
  units.reduce((sum, { weight }) => sum + weight, 0);

// What is asked about, which nearly every entry that is found is about.
const isSubject = (unit: Unit, part: QueryPart): boolean =>
  isAskedRole(unit, part) || unit.entities.some(({ kind }) => kind === "certification") || unit.topics.some(({ id }) => id === CERTIFICATIONS);

const says = ({ snippet }: Entry, word: string): boolean =>
  `${snippet.question} ${snippet.answer}`.toLowerCase().includes(word.toLowerCase());

/** "SRE or devops, which one?" asks of both. */
const SETS_SIDE_BY_SIDE = /\b(?:or|vs|versus|against)\b/i;

// What is about no role or certification, or about one of several, is no answer that concerns them.
function isLeftOut(
  unit: Unit,
  { part, hit, index }: { readonly part: QueryPart; readonly hit: RankedHit; readonly index: SearchIndex },
): boolean {
  if (unit.entities.some(({ kind }) => kind === "certification"))
    return hit.evidence.uncovered.some((uncovered) => uncovered.unit === unit);
  if (!isAskedRole(unit, part)) return false;
  const { roles } = hit.entry.snippet;
  const terms = index.terms(hit.position);
  const isAbout = unit.entities.some(({ id }) => roles.includes(id) || terms.isInQuestion(id));
  if (isAbout || SETS_SIDE_BY_SIDE.test(part.text)) return !isAbout;
  const isAlone = !part.units.some((other) => other !== unit && isAskedRole(other, part));
  return (isAlone || !isBackground(unit, part)) && !unit.entities.some(({ id }) => terms.isAnswered(id));
}
