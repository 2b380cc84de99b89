import { z } from "zod";
import { buildChild, type ChildProgram } from "./child-program.ts";
import { ChildEnded } from "./child-message.ts";
import { alignColumns } from "./columns.ts";
import type { EngineTask } from "./engines-child.ts";

/** What one engine did with one size: milliseconds, bytes, and shares from 0 to 1. */
const ENGINE_TIMES = z.object({
  snippets: z.number(),
  /** Milliseconds. */
  build: z.number(),
  bytes: z.number(),
  /** Questions that there was time for. */
  asked: z.number(),
  p50: z.number(),
  p99: z.number(),
  first: z.number(),
  reciprocalRank: z.number(),
});

export type EngineTimes = z.infer<typeof ENGINE_TIMES>;

export const ENGINES = ["Rolecall", "MiniSearch", "wink-bm25", "lunr", "FlexSearch", "Orama"] as const;
export type EngineName = (typeof ENGINES)[number];

/** What came of each engine and size; `failure` says why there is nothing. */
export interface EngineResult {
  readonly engine: EngineName;
  readonly size: number;
  readonly times?: EngineTimes;
  readonly failure?: string;
}

const SIZES = [300, 1_000, 10_000, 100_000];
const QUESTIONS = 300;
/** Milliseconds that building may take, and asking. */
const PATIENCE = 180_000;
const BUDGET = 30_000;
const MEGABYTES = 1_500;

/** Asks every engine for the same snippets with the same questions, each engine and size in a process of its own. */
export async function measureEngines(tell: (what: string) => void): Promise<readonly EngineResult[]> {
  const program = await buildChild("engines-child");
  const results: EngineResult[] = [];
  for (const size of SIZES) {
    for (const engine of ENGINES) {
      tell(`${size.toLocaleString("en")} snippets, ${engine}`);
      results.push({ engine, size, ...(await measureOne(program, { engine, size })) });
    }
  }
  return results;
}

async function measureOne(
  program: ChildProgram,
  what: Pick<EngineTask, "engine" | "size">,
): Promise<Pick<EngineResult, "times" | "failure">> {
  const task: EngineTask = { ...what, questions: QUESTIONS, budget: BUDGET };
  const options = ["--expose-gc", `--max-old-space-size=${MEGABYTES}`];
  try {
    const answer = await program.run(task, { options, patience: PATIENCE + BUDGET });
    return { times: ENGINE_TIMES.parse(answer) };
  } catch (error) {
    if (!(error instanceof ChildEnded)) throw error;
    return { failure: error.signal === TOO_LONG ? `over ${PATIENCE / 60_000} min` : `over ${MEGABYTES} MB` };
  }
}

/** What ends a process that takes too long; one without memory ends itself. */
const TOO_LONG = "SIGKILL";

const HEAD = ["", "built in", "memory", "p50", "p99", "p50 to Rolecall", "right first", "MRR@10"];
const BYTES_PER_MB = 1_000_000;

/** The results as text, a table for each size. */
export function writeEngines(results: readonly EngineResult[]): string {
  const tables = SIZES.map((size) => {
    const some = results.filter((result) => result.size === size);
    const ours = some.find(({ engine }) => engine === "Rolecall")?.times;
    const title = `${size.toLocaleString("en")} snippets`;
    return alignColumns([[title, ...HEAD.slice(1)], ...some.map((result) => cellsOf(result, ours))]);
  });
  return `A way of asking is taken from each of ${QUESTIONS} snippets and asked; engines as they come, each in a process of its own

${tables.join("\n\n")}`;
}

/** Questions; so few as some engines manage in their time say nothing of what they find. */
const ENOUGH = 100;

function cellsOf({ engine, times, failure }: EngineResult, ours: EngineTimes | undefined): string[] {
  if (times === undefined) return [engine, failure ?? "", ...HEAD.slice(2).map(() => "")];
  const { build, bytes, p50, p99, asked, first, reciprocalRank } = times;
  const accuracy = asked < ENOUGH ? [`${asked} asked`, ""] : [first.toFixed(3), reciprocalRank.toFixed(3)];
  return [
    engine,
    `${(build / 1_000).toFixed(1)} s`,
    `${(bytes / BYTES_PER_MB).toFixed(0)} MB`,
    `${p50.toFixed(2)} ms`,
    `${p99.toFixed(2)} ms`,
    ours === undefined ? "" : `${(p50 / ours.p50).toFixed(1)} ×`,
    ...accuracy,
  ];
}
