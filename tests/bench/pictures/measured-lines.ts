import { z } from "zod";
import type { Line, Lines } from "./line-chart.ts";

const OURS = "#5865f2";
const BARE = "#9a6700";
const OTHERS = ["#9a6700", "#1a7f37", "#cf222e", "#8250df", "#57606a"];
const BYTES_PER_MB = 1_000_000;

const inEnglish = (count: number): string => count.toLocaleString("en");

const ENGINES = z.array(
  z.object({
    engine: z.string(),
    size: z.number(),
    times: z.object({ p50: z.number(), first: z.number() }).optional(),
  }),
);

/** Milliseconds of a question by the number of snippets, each engine a line. */
export function engineLines(kept: unknown): Lines {
  const results = ENGINES.parse(kept);
  const sizes = [...new Set(results.map(({ size }) => size))];
  const engines = [...new Set(results.map(({ engine }) => engine))];
  const timeOf = (engine: string, size: number): number | null =>
    results.find((result) => result.engine === engine && result.size === size)?.times?.p50 ?? null;
  return {
    title: "A question, by the number of snippets",
    across: "snippets",
    up: "ms, p50",
    isLogarithmic: true,
    places: sizes.map(inEnglish),
    lines: engines.map((name, at): Line => ({
      name,
      color: at === 0 ? OURS : (OTHERS[at - 1] ?? BARE),
      values: sizes.map((size) => timeOf(name, size)),
    })),
  };
}

const LEVELS = z.array(z.object({ inFlight: z.number(), p50: z.number(), p99: z.number() }));
const LOAD = z.object({ ours: z.object({ levels: LEVELS }), bare: z.object({ levels: LEVELS }) });

/** Milliseconds of the first response by the number of asks in flight, beside a bare client. */
export function loadLines(kept: unknown): Lines {
  const { ours, bare } = LOAD.parse(kept);
  return {
    title: "First response, by how many members wait at a time",
    across: "in flight",
    up: "ms",
    isLogarithmic: true,
    places: ours.levels.map(({ inFlight }) => inEnglish(inFlight)),
    lines: [
      { name: "Rolecall, p50", color: OURS, values: ours.levels.map(({ p50 }) => p50) },
      { name: "Rolecall, p99", color: OURS, isDashed: true, values: ours.levels.map(({ p99 }) => p99) },
      { name: "bare discord.js, p50", color: BARE, values: bare.levels.map(({ p50 }) => p50) },
      {
        name: "bare discord.js, p99",
        color: BARE,
        isDashed: true,
        values: bare.levels.map(({ p99 }) => p99),
      },
    ],
  };
}

const SERVERS = z.object({
  known: z.array(z.object({ servers: z.number(), ours: z.number(), bare: z.number() })),
});

/** Megabytes of a process by the number of servers it knows, beside a bare client. */
export function memoryLines(kept: unknown): Lines {
  const { known } = SERVERS.parse(kept);
  return {
    title: "Memory of a process, by the servers it knows",
    across: "servers",
    up: "MB",
    isLogarithmic: false,
    places: known.map(({ servers }) => inEnglish(servers)),
    lines: [
      { name: "Rolecall", color: OURS, values: known.map(({ ours }) => ours / BYTES_PER_MB) },
      { name: "bare discord.js", color: BARE, values: known.map(({ bare }) => bare / BYTES_PER_MB) },
    ],
  };
}
