import { isForeign, type WeighedPart } from "./evidence.ts";
import type { RankedHit } from "./ranking.ts";
import type { SearchIndex } from "./search-index.ts";

/**
 * Weights of a logistic model of "a section answers this", fitted on the development and members sets of
 * `tests/evaluation` (334 questions with a part that asks; area under the ROC curve in ten-fold
 * cross-validation .988). Every feature is a share or a count, so that no scale of one index enters.
 */
const MODEL = {
  bias: -0.75,
  coverage: 5.2,
  phrasing: 5.2,
  /** The question names a role that documents are about. */
  role: 1.7,
  /** A name that the hit covers: the match says less of the rest. */
  coveredName: -1.3,
  /** A name that the hit does not cover. */
  uncoveredName: -1.2,
  /** A phrase that asks for a topic no document is about. */
  foreignTopic: -3.4,
  /** The uncovered word that says the most, as a share of what the rarest word says. */
  uncoveredWord: -2.3,
};

/** How sure the evidence makes a hit as the answer, 0..1. */
export function confidenceOf(hit: RankedHit, asked: WeighedPart, index: SearchIndex): number {
  const { uncovered } = hit.evidence;
  const names = asked.units.filter(({ unit }) => unit.entities.length > 0);
  const missed = uncovered.filter(({ unit }) => unit.entities.length > 0).length;
  const covered = names.filter(({ unit }) => unit.entities[0]?.kind !== "role").length;
  const coveredNames =
    covered - uncovered.filter(({ unit }) => (unit.entities[0]?.kind ?? "role") !== "role").length;
  const foreign = uncovered.filter(({ unit }) => isForeign(unit, index)).length;
  const logit =
    MODEL.bias +
    MODEL.coverage * hit.evidence.coverage +
    MODEL.phrasing * hit.evidence.phrasing +
    (asked.part.roles.length > 0 ? MODEL.role : 0) +
    MODEL.coveredName * coveredNames +
    MODEL.uncoveredName * missed +
    MODEL.foreignTopic * foreign +
    (MODEL.uncoveredWord * (uncovered[0]?.weight ?? 0)) / index.idf("");
  return 1 / (1 + Math.exp(-logit));
}
