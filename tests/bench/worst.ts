import { z } from "zod";
import { alignColumns } from "./columns.ts";
import { buildChild } from "./child-program.ts";
import { QUESTIONS } from "./questions.ts";
import { median } from "./statistics.ts";
import type { WorstTask } from "./worst-child.ts";

/** Milliseconds that each shape of message takes, run by run. */
const WORST_TIMES = z.object({
  entries: z.number(),
  shapes: z.array(
    z.object({
      name: z.string(),
      alone: z.array(z.number()),
      /** Said in reply to an answer to the same message. */
      followUp: z.array(z.number()),
    }),
  ),
});

export type WorstTimes = z.infer<typeof WORST_TIMES>;

const SIZES = [0, 10_000];
const RUNS = 9;
/** Milliseconds that no message may take at any of these sizes. */
const MOST = 25;

/** Measures what the longest messages of every shape cost, at each size. */
export async function measureWorst(tell: (what: string) => void): Promise<readonly WorstTimes[]> {
  const program = await buildChild("worst-child");
  const measured: WorstTimes[] = [];
  for (const size of SIZES) {
    tell(size === 0 ? "asking the shipped snippets" : `asking ${size.toLocaleString("en")} snippets`);
    const task: WorstTask = { size, known: QUESTIONS, runs: RUNS };
    measured.push(WORST_TIMES.parse(await program.run(task)));
  }
  return measured;
}

/** The times as text, the worst shape first. */
export function writeWorst(measured: readonly WorstTimes[]): string {
  return `Messages of 2,000 characters: milliseconds of all that one makes the bot compute, medians of ${RUNS} and the least
a follow-up is said in reply to an answer to the same message; over ${MOST} ms is marked

${alignColumns([headOf(measured), ...rowsOf(measured)])}`;
}

const headOf = (measured: readonly WorstTimes[]): string[] => [
  "",
  ...measured.flatMap(({ entries }) => [
    `${entries.toLocaleString("en")} snippets`,
    "least",
    "a follow-up",
    "least",
  ]),
  "",
];

function rowsOf(measured: readonly WorstTimes[]): string[][] {
  const rows = (measured[0]?.shapes ?? []).map(({ name }) => ({ name, runs: runsOf(name, measured) }));
  return rows
    .map(({ name, runs }) => ({ name, runs, worst: Math.max(...runs.map(median)) }))
    .toSorted((a, b) => b.worst - a.worst)
    .map(({ name, runs, worst }) => [
      name,
      ...runs.flatMap((times) => [median(times).toFixed(1), Math.min(...times).toFixed(1)]),
      worst > MOST ? "over" : "",
    ]);
}

const runsOf = (name: string, measured: readonly WorstTimes[]): (readonly number[])[] =>
  measured.flatMap(({ shapes }) =>
    shapes.filter((shape) => shape.name === name).flatMap(({ alone, followUp }) => [alone, followUp]),
  );
