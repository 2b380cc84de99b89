import { accuracy, evaluate, tally, type Ask, type Judged } from "./evaluate.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import { writeMisses } from "./misses.ts";
import type { Perturbation } from "./perturb.ts";
import { writeShare, writeTally } from "./tables.ts";

/** What came of a question set that was written otherwise. */
export interface Perturbed {
  readonly name: string;
  /** How many questions the perturbation changes. */
  readonly changed: number;
  readonly judged: readonly Judged[];
  /** Accuracy as a share of the accuracy without the perturbation. */
  readonly kept: number;
  /** Wrong now, and right without the perturbation. */
  readonly lost: readonly Judged[];
}

/** Asks the same questions otherwise; `plain` is what came of them as they were written. */
export function evaluatePerturbed(
  plain: readonly Judged[],
  { name, apply }: Perturbation,
  ask: Ask,
): Perturbed {
  const questions = plain.map(({ golden }): GoldenQuestion => ({
    ...golden,
    question: apply(golden.question),
  }));
  const judged = evaluate(questions, ask);
  return {
    name,
    changed: plain.filter(({ golden }, index) => golden.question !== questions[index]?.question).length,
    judged,
    kept: accuracy(judged) / accuracy(plain),
    lost: judged.filter(({ fault }, index) => fault && !plain[index]?.fault),
  };
}

/** A table of the perturbations: right of all, accuracy as a share of the plain one, and changed questions. */
export function writePerturbed(plain: readonly Judged[], all: readonly Perturbed[]): string {
  return [
    `${"as written".padEnd(32)} ${writeTally(tally(plain))}`,
    ...all.map(
      ({ name, judged, kept, changed }) =>
        `${name.padEnd(32)} ${writeTally(tally(judged))}  ${writeShare(kept)} kept; ${changed} questions changed`,
    ),
  ].join("\n");
}

/** The questions that each perturbation loses. */
export function writeLosses(all: readonly Perturbed[]): string {
  return all
    .filter(({ lost }) => lost.length > 0)
    .map(({ name, lost }) => `${name}: ${lost.length} lost\n${writeMisses(lost)}`)
    .join("\n\n");
}
