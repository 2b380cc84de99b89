import type { Snippet } from "../knowledge/document.ts";
import { asksForMoney, saysMoney } from "../query/amount.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { isAskedRole, isBackground } from "./evidence.ts";
import { isTopicOpen } from "./open-topic.ts";
import type { RankedHit } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Entry } from "./entries.ts";
import { isOfArticle } from "./shelf.ts";
import { unsaidContent, unsaidDegree, unsaidOrder } from "./unsaid-content.ts";
import { namesCertification } from "./certification-facets.ts";

/** What is stated of one year holds for no other. */
const YEAR = /^(?:19|20)\d\d$/;

/** What all levels earn together tells nobody what one of them earns. */
const LEVEL = /\b(?:junior|jr|entry|beginners?|starting|graduates?|mid|senior|sr|lead|principal)\b/i;

/** Amounts are not converted. */
const CURRENCY =
  /[€£₹]|\b(?:eur|euros?|gbp|pounds?|inr|rupees?|cad|aud|chf|francs?|yen|pesos?|reais|dollars?|usd)\b/i;

const PAY = "salary";

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
  if (isOfArticle(entry)) return unsaidByArticle(part, hit, index);
  const exact = evidence.uncovered.find(({ unit }) => YEAR.test(unit.label) || CURRENCY.test(unit.label));
  if (exact) return [exact.unit];
  const pay = part.units.find(asksForPay);
  if (pay && !isOnMoney(entry.snippet)) return [pay];
  const asksPay = pay !== undefined || asksForMoney(part.text);
  if (asksPay && !isOnMoney(entry.snippet)) return [];
  const unnamed = asksPay && evidence.uncovered.find(({ unit }) => isOrganization(unit));
  if (unnamed) return [unnamed.unit];
  const level = asksPay && part.units.find(({ label }) => LEVEL.test(label) && !says(entry, label));
  if (level) return [level];
  const tool = evidence.uncovered.find(({ unit }) => isTool(unit));
  if (tool) return [tool.unit];
  const other = unsaidOrder(part, hit) ?? unsaidDegree(part, hit);
  if (other) return [other];
  const unsaid = unsaidContent(part, hit, index);
  if (unsaid.length > 0) return unsaid;
  const leftOut = part.units.filter((unit) => isLeftOut(unit, { part, hit, index }));
  return leftOut.length > 0 || isTopicOpen(part, entry, index) ? leftOut : undefined;
}

// "A year" is what pay is for, and much else.
const asksForPay = ({ topics, terms }: Unit): boolean =>
  topics.some(({ id }) => id === PAY) && !terms.every((term) => term === "year");

const isOnMoney = ({ topics, answer }: Snippet): boolean => topics.includes(PAY) || saysMoney(answer);

// Articles mention certifications in passing; a passage of a plain one says all that it does in words of its own.
function unsaidByArticle(part: QueryPart, hit: RankedHit, index: SearchIndex): readonly Unit[] | undefined {
  if (hit.entry.snippet.derived) return undefined;
  const order = unsaidOrder(part, hit);
  if (order) return [order];
  const isOfRole = part.roles.some(({ id }) => index.roles.has(id));
  const unsaid = namesCertification(part) && !isOfRole ? unsaidContent(part, hit, index) : [];
  return unsaid.length > 0 ? unsaid : undefined;
}

// "Does an SRE need Python" is not answered by the other things that one knows.
const isTool = ({ entities }: Unit): boolean =>
  entities.length > 0 && entities.every(({ kind }) => kind === "language" || kind === "tool");

const isOrganization = ({ entities }: Unit): boolean =>
  entities.length > 0 && entities.every(({ kind }) => kind === "organization" || kind === "employer");

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
