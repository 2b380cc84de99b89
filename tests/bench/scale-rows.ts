import type { ScaleTarget, ScaleTimes } from "./scale.ts";
import { median, percentile } from "./statistics.ts";
import type { Row } from "./table.ts";

const BYTES_PER_MB = 1_000_000;

/** The figures of one size, each beside a plain search of the same texts. */
export function scaleRows(times: ScaleTimes, target: ScaleTarget): Row[] {
  return [
    ...questionRows(times, target),
    ...longRows(times, target),
    ...completionRows(times),
    ...costRows(times),
  ];
}

function questionRows({ ours, bare }: ScaleTimes, { p50, p99 }: ScaleTarget): Row[] {
  const row = (name: string, share: number): Row => ({
    name: `a question, ${name}`,
    unit: "ms",
    ours: percentile(ours, share),
    bare: percentile(bare, share),
    by: "ratio",
  });
  return [{ ...row("p50", 0.5), most: p50 }, { ...row("p99", 0.99), most: p99 }, row("slowest", 1)];
}

// The slowest first; a plain search is given none of them, since some would end the process.
function longRows({ longest }: ScaleTimes, { worst }: ScaleTarget): Row[] {
  const rows = longest.map(({ name, times }): Row => ({
    name: `2,000 characters: ${name}`,
    unit: "ms",
    ours: median(times),
  }));
  const [slowest, ...others] = rows.toSorted((a, b) => b.ours - a.ours);
  if (!slowest) return [];
  return [worst === undefined ? slowest : { ...slowest, most: worst }, ...others];
}

/** Discord waits three seconds for completions; a member who types notices a tenth of one. */
const COMPLETION_MOST = 10;

function completionRows({ completions }: ScaleTimes): Row[] {
  const row = (name: string, share: number): Row => ({
    name: `a keystroke, ${name}`,
    unit: "ms",
    ours: percentile(completions, share),
  });
  return [row("p50", 0.5), { ...row("p99", 0.99), most: COMPLETION_MOST }];
}

function costRows({ build, heap }: ScaleTimes): Row[] {
  const memory = (name: string, bytes: number): Row => ({
    name,
    unit: "MB",
    ours: bytes / BYTES_PER_MB,
    bare: heap.bare / BYTES_PER_MB,
    by: "ratio",
  });
  return [
    { name: "building the engine", unit: "ms", ours: build },
    memory("memory of the engine as built", heap.built),
    memory("  after all these questions", heap.asked),
  ];
}
