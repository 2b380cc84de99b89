import { median } from "../statistics.ts";
import type { Row } from "../table.ts";
import type { Level, LoadTimes } from "./measure-load.ts";

const BYTES_PER_MB = 1_000_000;

/** Rolecall does at least so much of what a bare client does in the same time. */
const THROUGHPUT_LEAST = 0.7;
/** The 99th percentile of first responses with so many in flight is at most twice a bare client's and 5 ms. */
const TARGET_IN_FLIGHT = 50;
const RESPONSE_FACTOR = 2;
const RESPONSE_MORE = 5;
/** Milliseconds. */
const DELAY_MOST = 30;

const MS_PER_HOUR = 3_600_000;
const MILLION = 1_000_000;

/** The figures of a load, each beside a bare client's. */
export function loadRows({ ours, bare, constant }: LoadTimes): Row[] {
  return [
    {
      name: "start, until commands are registered",
      unit: "ms",
      ours: ours.startedIn,
      bare: bare.startedIn,
      by: "difference",
    },
    ...ours.levels.flatMap((level, at) => levelRows(level, bare.levels[at] ?? level)),
    ...ours.levels.flatMap((level, at) => constantRows(level, constant.levels[at] ?? level)),
    memoryRow("memory after the start", ours.rssStarted, bare.rssStarted),
    memoryRow("memory after the load", ours.rssAfter, bare.rssAfter),
  ];
}

/** Beside the client that sends as much as we do: what is left is what finding an answer costs. */
const constantRows = (ours: Level, constant: Level): Row[] => [
  {
    name: `${ours.inFlight} in flight: answers in a second, beside one constant answer`,
    unit: "",
    ours: median(ours.throughput),
    bare: median(constant.throughput),
    by: "ratio",
  },
  { name: "  first response, p99", unit: "ms", ours: ours.p99, bare: constant.p99, by: "ratio" },
  {
    name: "  processor time of an answer",
    unit: "ms",
    ours: median(ours.cpu),
    bare: median(constant.cpu),
    by: "ratio",
  },
];

const memoryRow = (name: string, ours: number, bare: number): Row => ({
  name,
  unit: "MB",
  ours: ours / BYTES_PER_MB,
  bare: bare / BYTES_PER_MB,
  by: "difference",
});

function levelRows(ours: Level, bare: Level): Row[] {
  const isTarget = ours.inFlight === TARGET_IN_FLIGHT;
  const most = { most: RESPONSE_FACTOR * bare.p99 + RESPONSE_MORE };
  return [
    {
      name: `${ours.inFlight} in flight: answers in a second`,
      unit: "",
      ours: median(ours.throughput),
      bare: median(bare.throughput),
      by: "ratio",
      least: THROUGHPUT_LEAST,
    },
    { name: "  first response, p50", unit: "ms", ours: ours.p50, bare: bare.p50, by: "ratio" },
    {
      name: "  first response, p99",
      unit: "ms",
      ours: ours.p99,
      bare: bare.p99,
      by: "ratio",
      ...(isTarget && most),
    },
    {
      name: "  processor time of an answer",
      unit: "ms",
      ours: median(ours.cpu),
      bare: median(bare.cpu),
      by: "ratio",
    },
    {
      name: "  processor hours of a million answers",
      unit: "h",
      ours: (median(ours.cpu) * MILLION) / MS_PER_HOUR,
      bare: (median(bare.cpu) * MILLION) / MS_PER_HOUR,
    },
    {
      name: "  an event waits, p99",
      unit: "ms",
      ours: median(ours.delay),
      bare: median(bare.delay),
      most: DELAY_MOST,
    },
    ...(ours.lost > 0
      ? [{ name: "  lost", unit: "" as const, ours: ours.lost, bare: bare.lost, most: 0 }]
      : []),
  ];
}
