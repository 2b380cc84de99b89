import {
  accuracy,
  answerable,
  groupBy,
  medianLength,
  tally,
  unanswerable,
  type Judged,
  type Tally,
} from "./evaluate.ts";
import { firstExpected } from "./misses.ts";

/** A table of accuracy per kind, and the overall figures. */
export function writeKinds(judged: readonly Judged[]): string {
  const refused = answerable(judged).filter(({ fault }) => fault === "refused").length;
  return [
    ...[...groupBy(judged, ({ golden }) => golden.kind)].map(([kind, some]) => writeRow(kind, some)),
    writeRow("answerable", answerable(judged)),
    writeRow("unanswerable", unanswerable(judged)),
    `refused though answerable: ${refused}; median answer: ${medianLength(judged)} characters`,
  ].join("\n");
}

function writeRow(name: string, judged: readonly Judged[]): string {
  return `${name.padEnd(20)} ${writeTally(tally(judged))}  ${writeShare(accuracy(judged))}`;
}

/** A table per first expected section: right of all and the misses by fault; the worst of a document first. */
export function writeSections(judged: readonly Judged[]): string {
  return [...groupBy(judged, ({ golden }) => firstExpected(golden))]
    .map(([section, some]) => ({ section, some, document: section.split(" › ")[0] ?? "" }))
    .toSorted((a, b) => a.document.localeCompare(b.document) || misses(b.some) - misses(a.some))
    .map(({ section, some }) => `${writeTally(tally(some))}  ${section}${writeFaults(some)}`)
    .join("\n");
}

const misses = (judged: readonly Judged[]): number => judged.filter(({ fault }) => fault).length;

function writeFaults(judged: readonly Judged[]): string {
  const faults = [...groupBy(judged, ({ fault }) => fault)].map(([fault, some]) => `${some.length} ${fault}`);
  return faults.length === 0 ? "" : `: ${faults.join(", ")}`;
}

/** `  12 of   15`: columns of up to four figures. */
export function writeTally({ right, of }: Tally): string {
  return `${String(right).padStart(4)} of ${String(of).padStart(4)}`;
}

/** ` 80.0 %`; the share is 0..1. */
export function writeShare(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}
