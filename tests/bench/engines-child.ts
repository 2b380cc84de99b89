import process from "node:process";
import { fileURLToPath } from "node:url";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { accuracyOf } from "./accuracy.ts";
import type { TestQuestion } from "./datasets/dataset.ts";
import type { EngineName, EngineTimes } from "./engines-at-scale.ts";
import { MOST_FOUND, type Engine } from "./engines/engine.ts";
import { buildFlexSearch } from "./engines/flexsearch.ts";
import { buildLunr } from "./engines/lunr.ts";
import { buildBareMiniSearch } from "./engines/minisearch.ts";
import { buildOrama } from "./engines/orama.ts";
import { buildWholeRolecall } from "./engines/rolecall.ts";
import { buildWink } from "./engines/wink.ts";
import { multiplyKnowledge } from "./scale-knowledge.ts";
import { holdOut, type HeldOut } from "./scale-questions.ts";
import { percentile } from "./statistics.ts";

/** What to measure. */
export interface EngineTask {
  readonly engine: EngineName;
  /** Snippets to invent. */
  readonly size: number;
  /** Questions at most; fewer where they take longer than `budget`, in milliseconds. */
  readonly questions: number;
  readonly budget: number;
}

const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));
/** Questions before the clock counts: by then the code is compiled. */
const WARM_UP = 20;

const BUILDERS: Readonly<Record<EngineName, (given: HeldOut) => Engine>> = {
  Rolecall: ({ knowledge }) => buildWholeRolecall(knowledge),
  MiniSearch: ({ intents }) => buildBareMiniSearch(intents),
  "wink-bm25": ({ intents }) => buildWink(intents),
  lunr: ({ intents }) => buildLunr(intents),
  FlexSearch: ({ intents }) => buildFlexSearch(intents),
  Orama: ({ intents }) => buildOrama(intents),
};

process.once("message", (task: EngineTask) => process.send?.(measure(task)));

function measure({ engine: name, size, questions, budget }: EngineTask): EngineTimes {
  const given = holdOut(multiplyKnowledge(loadKnowledge(KNOWLEDGE), size), questions);
  const before = readHeap();
  const begin = performance.now();
  const engine = BUILDERS[name](given);
  const build = performance.now() - begin;
  const bytes = readHeap() - before;
  return { snippets: given.intents.length, build, bytes, ...askAll(engine, { tests: given.tests, budget }) };
}

interface Asking {
  readonly tests: readonly TestQuestion[];
  readonly budget: number;
}

function askAll(
  engine: Engine,
  { tests, budget }: Asking,
): Omit<EngineTimes, "snippets" | "build" | "bytes"> {
  const end = performance.now() + budget;
  for (const { text } of tests.slice(0, WARM_UP)) if (performance.now() < end) engine.ask(text);
  const times: number[] = [];
  const places: (number | undefined)[] = [];
  for (const { text, intent } of tests) {
    if (times.length > 0 && performance.now() > end) break;
    const begin = performance.now();
    const { intents } = engine.ask(text);
    times.push(performance.now() - begin);
    const at = intents.slice(0, MOST_FOUND).indexOf(intent);
    places.push(at < 0 ? undefined : at + 1);
  }
  return {
    asked: times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    ...accuracyOf(places),
  };
}

/** Bytes in use after collecting garbage. */
function readHeap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
