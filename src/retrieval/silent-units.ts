import type { Snippet } from "../knowledge/document.ts";
import { saysMoney } from "../query/amount.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { isAskedRole, isBackground } from "./evidence.ts";
import { isTopicOpen } from "./open-topic.ts";
import type { RankedHit } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";
import { isOfArticle } from "./shelf.ts";

/** What is stated of one year holds for no other. */
const YEAR = /^(?:19|20)\d\d$/;

/** What all levels earn together tells nobody what one of them earns. */
const LEVEL = /\b(?:junior|jr|entry|beginners?|starting|graduates?|mid|senior|sr|lead|principal)\b/i;

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
  if (isOfArticle(entry)) return undefined;
  const year = evidence.uncovered.find(({ unit }) => YEAR.test(unit.label));
  if (year) return [year.unit];
  const pay = part.units.find(asksForPay);
  if (pay && !isOnMoney(entry.snippet)) return [pay];
  const level = pay && evidence.uncovered.find(({ unit }) => LEVEL.test(unit.label));
  if (level) return [level.unit];
  const leftOut = part.units.filter((unit) => isLeftOut(unit, { part, hit, index }));
  return leftOut.length > 0 || isTopicOpen(part, entry, index) ? leftOut : undefined;
}

// "A year" is what pay is for, and much else.
const asksForPay = ({ topics, terms }: Unit): boolean =>
  topics.some(({ id }) => id === PAY) && !terms.every((term) => term === "year");

const isOnMoney = ({ topics, answer }: Snippet): boolean => topics.includes(PAY) || saysMoney(answer);

/** "SRE or devops, which one?" asks of both. */
const SETS_SIDE_BY_SIDE = /\b(?:or|vs|versus|against)\b/i;

// What holds for one of several roles is no answer that concerns them all.
function isLeftOut(
  unit: Unit,
  { part, hit, index }: { readonly part: QueryPart; readonly hit: RankedHit; readonly index: SearchIndex },
): boolean {
  if (part.roles.length < 2 || !isAskedRole(unit, part)) return false;
  const { roles } = hit.entry.snippet;
  const terms = index.terms(hit.position);
  const isAbout = unit.entities.some(({ id }) => roles.includes(id) || terms.isInQuestion(id));
  if (isAbout || SETS_SIDE_BY_SIDE.test(part.text)) return !isAbout;
  return !isBackground(unit, part) && !unit.entities.some(({ id }) => terms.isAnswered(id));
}
