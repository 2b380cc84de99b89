import { expect, test } from "vitest";
import { createMetrics } from "../src/monitoring/metrics.ts";
import type { Reloaded } from "../src/reload.ts";
import { describeReload, logReload } from "../src/reload-report.ts";
import { recordingLog } from "./discord/support/recording-log.ts";

const PROBLEMS = Array.from({ length: 12 }, (_, at) => ({ path: "a.md", line: at + 1, message: "mend it" }));

test.each<[Reloaded, string]>([
  [
    { kind: "reloaded", documents: 1, snippets: 20, milliseconds: 5 },
    "Reloaded the knowledge: 20 snippets of 1 document.",
  ],
  [{ kind: "unchanged" }, "The knowledge has not changed."],
  [
    { kind: "broken", problems: PROBLEMS.slice(0, 1) },
    "The knowledge could not be reloaded; what was loaded stays:\na.md:1: mend it",
  ],
  [
    { kind: "failed", cause: new Error("the worker ended") },
    "The knowledge could not be reloaded; what was loaded stays: Error: the worker ended",
  ],
])("an author is told what came of it: $kind", (outcome, text) => {
  expect(describeReload(outcome)).toBe(text);
});

test("of many problems the first ten are shown, with how many more there are", () => {
  const text = describeReload({ kind: "broken", problems: PROBLEMS });
  expect(text.split("\n")).toHaveLength(12);
  expect(text).toMatch(/a\.md:10: mend it\nand 2 more; npm run knowledge lists them all$/);
  const { log, entries } = recordingLog();
  logReload({ kind: "broken", problems: PROBLEMS }, { log, metrics: createMetrics() });
  expect(entries[0]?.["problems"]).toHaveLength(10);
  expect(entries[0]?.["count"]).toBe(12);
});
