import type { EntityKind } from "../knowledge/glossary.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { namesCertification } from "./certification-facets.ts";
import { isAskedRole, weighPart, type WeighedUnit } from "./evidence.ts";
import type { RankedHit } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";

/** Of what is asked beside the names, the least that an answer says, as a share of its weight. */
const LEAST_SAID = 0.15;
/** Who asks this nearly in the words of a way of asking need not share its rare words. */
const NEARLY_VERBATIM = 0.5;

/** What pay is asked for ("per website"), unless it says less than this. */
const LEAST_ASKED_OF_PAY = 3;

/**
 * What a part asks beside the names of its subjects where a hit says next to none of it: "can a GRC analyst work from
 * home" is not answered by what one is. Empty where the hit is on a topic asked for, or says enough; pay is asked for in
 * one word, so that what else is asked of it counts by itself.
 */
export function unsaidContent(part: QueryPart, hit: RankedHit, index: SearchIndex): readonly Unit[] {
  const { evidence } = hit;
  const topics = topicsShared(part, hit);
  const isOnPay = topics.includes(PAY);
  if (evidence.phrasing >= NEARLY_VERBATIM || (topics.length > 0 && !isOnPay)) return [];
  const missed = new Set(evidence.uncovered.map(({ unit }) => unit));
  const content = weighPart(part, index).units.filter(
    ({ unit }) => !isSubject(unit, part) && !unit.topics.some(({ id }) => topics.includes(id)),
  );
  const unsaid = content.filter(({ unit }) => missed.has(unit));
  const asked = weightOf(content);
  if (isOnPay && asked < LEAST_ASKED_OF_PAY) return [];
  return asked - weightOf(unsaid) >= LEAST_SAID * asked ? [] : unsaid.map(({ unit }) => unit);
}

const CERTIFICATIONS = "certifications";
const PAY = "salary";

// All that is said of a certification is on certifications.
const topicsShared = ({ topics }: QueryPart, { entry }: RankedHit): readonly string[] =>
  topics.filter((topic) => topic !== CERTIFICATIONS && entry.snippet.topics.includes(topic));

const weightOf = (units: readonly WeighedUnit[]): number =>
  units.reduce((sum, { weight }) => sum + weight, 0);

/** Kinds of what documents for reference are about, beside roles. */
const SUBJECTS: ReadonlySet<EntityKind> = new Set(["certification", "organization"]);

// What is asked about: nearly every entry that is found has it.
function isSubject(unit: Unit, part: QueryPart): boolean {
  if (isAskedRole(unit, part) || unit.entities.some(({ kind }) => SUBJECTS.has(kind))) return true;
  return namesCertification(part) && unit.topics.some(({ id }) => id === CERTIFICATIONS);
}

/** What orders several things: nothing that is said of one tells it. */
const ORDERS = /^(?:cheap|easi|fast|hard|quick|short|simpl|tough|prici|earli)est$/i;
const OF_CERTIFICATIONS = /\b(?:exams?|tests?|certs?|certificat\w+|certified)\b/i;

/** The word for an order of certifications ("cheapest") that a hit does not say. */
export function unsaidOrder(part: QueryPart, { evidence }: RankedHit): Unit | undefined {
  if (!namesCertification(part) && !OF_CERTIFICATIONS.test(part.text)) return undefined;
  return evidence.uncovered.find(({ unit }) => ORDERS.test(unit.label))?.unit;
}

/** The degree that a part asks of a role beside a hit that says nothing of education. */
export function unsaidDegree(part: QueryPart, { entry, evidence }: RankedHit): Unit | undefined {
  if (!part.namesRole || entry.snippet.topics.includes("education")) return undefined;
  return evidence.uncovered.find(({ unit }) => unit.entities.some(({ kind }) => kind === "degree"))?.unit;
}
