import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { z } from "zod";
import { nextMessage } from "./child-message.ts";
import { LONG_MESSAGES, QUESTIONS, UNASKED_QUESTIONS } from "./questions.ts";
import type { ScaleTask } from "./scale-child.ts";
import { scaleRows } from "./scale-rows.ts";
import { writeTable } from "./table.ts";

/** What one size takes: milliseconds of each question and long message, and bytes. */
const SCALE_TIMES = z.object({
  entries: z.number(),
  ours: z.array(z.number()),
  bare: z.array(z.number()),
  longest: z.array(z.object({ name: z.string(), times: z.array(z.number()) })),
  completions: z.array(z.number()),
  build: z.number(),
  heap: z.object({ built: z.number(), asked: z.number(), bare: z.number() }),
});

export type ScaleTimes = z.infer<typeof SCALE_TIMES>;

/** Milliseconds that the whole way from a message to its reply may take. */
export interface ScaleTarget {
  readonly p50: number;
  readonly p99: number;
  /** Of the worst message of 2,000 characters. */
  readonly worst?: number;
}

interface Size {
  /** How many snippets to invent, none for the shipped ones. */
  readonly size: number;
  /** A plain search takes so long that it is asked every so many questions. */
  readonly bareEvery: number;
  readonly target: ScaleTarget;
}

const SIZES: readonly Size[] = [
  { size: 0, bareEvery: 1, target: { p50: 0.3, p99: 1.5 } },
  { size: 10_000, bareEvery: 3, target: { p50: 1.5, p99: 8, worst: 10 } },
  { size: 100_000, bareEvery: 20, target: { p50: 10, p99: 50 } },
];

const CHILD = fileURLToPath(new URL("./scale-child.ts", import.meta.url));
/** As deep in the project as the source, so that it finds the same files. */
const BUILT = fileURLToPath(new URL("../../dist/bench/scale-child.js", import.meta.url));
const NODE_OPTIONS = ["--expose-gc", "--max-old-space-size=8192"];

/** Measures the way from a message to its reply for ever more snippets; gives the tables as text. */
export async function measureScale(tell: (what: string) => void): Promise<string> {
  await buildChild();
  const tables: string[] = [];
  for (const { size, bareEvery, target } of SIZES) {
    tell(size === 0 ? "asking the shipped snippets" : `asking ${size.toLocaleString("en")} snippets`);
    const times = await measureSize({ size, bareEvery });
    tables.push(writeTable(scaleRows(times, target), `${times.entries.toLocaleString("en")} snippets`));
  }
  return `Rolecall beside a bare MiniSearch search of the same texts in the same process

${tables.join("\n\n")}`;
}

// Built as the program is: the loader that runs TypeScript slows functions down.
async function buildChild(): Promise<void> {
  await build({
    entryPoints: [CHILD],
    outfile: BUILT,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
  });
}

// In a process of its own: two sizes in one would share their memory.
async function measureSize({ size, bareEvery }: Pick<Size, "size" | "bareEvery">): Promise<ScaleTimes> {
  const child = fork(BUILT, { execArgv: NODE_OPTIONS });
  const times = nextMessage(child);
  child.send({
    size,
    bareEvery,
    known: QUESTIONS,
    unknown: UNASKED_QUESTIONS,
    long: LONG_MESSAGES,
  } satisfies ScaleTask);
  return SCALE_TIMES.parse(await times);
}
