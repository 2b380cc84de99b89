import { alignColumns } from "./columns.ts";
import type { Dataset } from "./datasets/dataset.ts";
import { loadDataset } from "./datasets/load-dataset.ts";
import type { Engine } from "./engines/engine.ts";
import { buildFlexSearch } from "./engines/flexsearch.ts";
import { buildLunr } from "./engines/lunr.ts";
import { buildBareMiniSearch, buildFuzzyMiniSearch } from "./engines/minisearch.ts";
import { buildOrama } from "./engines/orama.ts";
import { buildRolecall } from "./engines/rolecall.ts";
import { buildWink } from "./engines/wink.ts";
import { measureEngine, type Result } from "./measure-engine.ts";

/** Asks every engine all questions of a dataset; gives the table as text. Throws DatasetError. */
export function compareEngines(folder: string, tell: (what: string) => void): string {
  const dataset = loadDataset(folder);
  const measure = (engine: Engine): Result => {
    tell(`asking ${engine.name}`);
    return measureEngine(engine, dataset);
  };
  const ours = measure(buildRolecall(dataset));
  const bare = measure(buildBareMiniSearch(dataset.intents));
  const others = listOthers(dataset).map(measure);
  return `${describe(dataset)}

${alignColumns([HEAD, ...[ours, bare, ...others].map((result) => cellsOf(result, bare))])}`;
}

function listOthers({ intents }: Dataset): Engine[] {
  return [
    buildFuzzyMiniSearch(intents),
    buildWink(intents),
    buildLunr(intents),
    buildFlexSearch(intents),
    buildOrama(intents),
  ];
}

function describe({ name, intents, tests, outOfScope }: Dataset): string {
  const phrasings = intents.reduce((sum, { waysOfAsking }) => sum + 1 + waysOfAsking.length, 0);
  return [
    `Rolecall's search, without names and topics, beside other engines on ${name}`,
    `${intents.length} intents with ${phrasings} phrasings, ${tests.length} questions, ${outOfScope.length} out of scope`,
  ].join("\n");
}

const HEAD = ["", "R@1", "MRR@10", "refusal AUROC", "p50", "p99", "p50 to bare", "p99 to bare"] as const;

function cellsOf({ name, first, reciprocalRank, refusal, p50, p99 }: Result, bare: Result): string[] {
  return [
    name,
    first.toFixed(3),
    reciprocalRank.toFixed(3),
    refusal?.toFixed(3) ?? "",
    `${p50.toFixed(2)} ms`,
    `${p99.toFixed(2)} ms`,
    `${(p50 / bare.p50).toFixed(1)} ×`,
    `${(p99 / bare.p99).toFixed(1)} ×`,
  ];
}
