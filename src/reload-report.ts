import { describeProblem } from "./knowledge/problems.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./monitoring/metrics.ts";
import type { Reloaded } from "./reload.ts";

/** Enough to start mending with; `npm run knowledge` lists them all. */
const PROBLEMS_SHOWN = 10;

const NOT_RELOADED = "the knowledge could not be reloaded; what was loaded stays";

/** Writes what came of loading the documents again into the log, and counts it. */
export function logReload(
  outcome: Reloaded,
  { log, metrics }: { readonly log: Log; readonly metrics: Pick<Metrics, "reloaded"> },
): void {
  metrics.reloaded(outcome.kind);
  switch (outcome.kind) {
    case "reloaded": {
      const { documents, snippets, milliseconds } = outcome;
      return log.info({ documents, snippets, milliseconds }, "reloaded the knowledge");
    }
    case "unchanged":
      return log.info("the knowledge has not changed; nothing was reloaded");
    case "broken": {
      const problems = outcome.problems.slice(0, PROBLEMS_SHOWN);
      return log.error({ problems, count: outcome.problems.length }, NOT_RELOADED);
    }
    case "failed":
      return log.error({ err: outcome.cause }, NOT_RELOADED);
  }
}

/** Says what came of it to an author at a terminal. */
export function describeReload(outcome: Reloaded): string {
  switch (outcome.kind) {
    case "reloaded": {
      const { documents, snippets } = outcome;
      return `Reloaded the knowledge: ${snippets} snippets of ${documents} ${documents === 1 ? "document" : "documents"}.`;
    }
    case "unchanged":
      return "The knowledge has not changed.";
    case "broken": {
      const shown = outcome.problems.slice(0, PROBLEMS_SHOWN).map(describeProblem);
      const more = outcome.problems.length - shown.length;
      const rest = more > 0 ? [`and ${more} more; npm run knowledge lists them all`] : [];
      return ["The knowledge could not be reloaded; what was loaded stays:", ...shown, ...rest].join("\n");
    }
    case "failed":
      return `The knowledge could not be reloaded; what was loaded stays: ${String(outcome.cause)}`;
  }
}
