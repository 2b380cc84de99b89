import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { groupBy, tally, type Judged, type Tally } from "./evaluate.ts";
import { writeOutcome } from "./misses.ts";
import type { QuestionSet } from "./question-sets.ts";

const tallies = z.record(z.string(), z.object({ right: z.number(), of: z.number() }));

/** What came of every question at one time. */
const baseline = z.object({
  /** By set and id: `right`, or what was wrong. */
  questions: z.record(z.string(), z.record(z.string(), z.string())),
  /** By set and kind, of the sets whose questions nobody may read. */
  totals: z.record(z.string(), tallies),
});

export type Baseline = z.infer<typeof baseline>;

/** A set with what came of its questions. */
export interface JudgedSet {
  readonly set: Pick<QuestionSet, "name" | "isHeldOut">;
  readonly judged: readonly Judged[];
}

/** A baseline that cannot be read; the message says what to do. */
export class BaselineError extends Error {
  override readonly name = "BaselineError";
}

const SHIPPED_BASELINE = fileURLToPath(new URL("baseline.json", import.meta.url));

export function buildBaseline(sets: readonly JudgedSet[]): Baseline {
  const entries = <T>(isHeldOut: boolean, of: (judged: readonly Judged[]) => T): Record<string, T> =>
    Object.fromEntries(
      sets
        .filter(({ set }) => set.isHeldOut === isHeldOut)
        .map(({ set, judged }) => [set.name, of(judged)] as const),
    );
  return { questions: entries(false, outcomes), totals: entries(true, tallyKinds) };
}

const outcomes = (judged: readonly Judged[]): Record<string, string> =>
  Object.fromEntries(judged.map((each) => [each.golden.id, writeOutcome(each)]));

export function tallyKinds(judged: readonly Judged[]): Record<string, Tally> {
  const kinds = [...groupBy(judged, ({ golden }) => golden.kind)];
  return Object.fromEntries(kinds.map(([kind, some]) => [kind, tally(some)]));
}

/** Writes the baseline beside the sets, one line a question; returns the file's path. */
export function saveBaseline(sets: readonly JudgedSet[]): string {
  writeFileSync(SHIPPED_BASELINE, `${JSON.stringify(buildBaseline(sets), undefined, 2)}\n`);
  return SHIPPED_BASELINE;
}

/** Reads a baseline: the saved one by the name `baseline`, another by its path. Throws BaselineError. */
export function loadBaseline(name: string): Baseline {
  const file = name === "baseline" ? SHIPPED_BASELINE : name;
  try {
    return baseline.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    throw new BaselineError(
      `The baseline ${file} cannot be used: ${problem}\nWrite one with npm run eval -- --save.`,
      { cause: error },
    );
  }
}
