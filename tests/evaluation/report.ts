import type { Baseline, JudgedSet } from "./baseline.ts";
import { writeChanges, writeTotals } from "./changes.ts";
import { writeMisses } from "./misses.ts";
import { writeKinds, writeSections } from "./tables.ts";

export interface ReportOptions {
  /** Tables per kind alone. */
  readonly quiet: boolean;
}

/** The tables of a set and its misses; of a held-out set, totals alone: who reads its misses tunes on it. */
export function writeReport({ set, judged }: JudgedSet, { quiet }: ReportOptions): string {
  const details = quiet || set.isHeldOut ? [] : [writeSections(judged), writeMisses(judged)];
  return joinBlocks([set.name, writeKinds(judged), ...details]);
}

/** The totals of a set before and after, and what has changed between. */
export function writeComparison(each: JudgedSet, baseline: Baseline, { quiet }: ReportOptions): string {
  const details = quiet ? [] : [writeChanges(each, baseline)];
  return joinBlocks([each.set.name, writeTotals(each, baseline), ...details]);
}

/** Blocks of lines with an empty line between; empty ones are left out. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== "").join("\n\n");
}
