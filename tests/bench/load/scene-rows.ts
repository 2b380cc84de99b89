import type { Row } from "../table.ts";
import type { SceneTimes } from "./measure-scene.ts";

const BYTES_PER_KB = 1_000;
const BYTES_PER_MB = 1_000_000;

/** Megabytes, and milliseconds. */
const MEMORY_MOST = 600;
const COLD_MOST = 150;
const DELAY_MOST = 30;

/** The figures of many servers. */
export function sceneRows({ known, scene }: SceneTimes): Row[] {
  const [started, cold, steady] = scene.rss.map((bytes) => bytes / BYTES_PER_MB);
  const of = `${scene.servers.toLocaleString("en")} servers`;
  return [
    ...known.map(({ servers, ours, bare }): Row => ({
      name: `memory with ${servers.toLocaleString("en")} servers known`,
      unit: "MB",
      ours: ours / BYTES_PER_MB,
      bare: bare / BYTES_PER_MB,
      by: "difference",
    })),
    {
      name: `${of}, ${scene.owners} with ${Math.round(scene.snippets)} snippets: memory`,
      unit: "MB",
      ours: started ?? 0,
    },
    { name: "  after a first question in some", unit: "MB", ours: cold ?? 0, most: MEMORY_MOST },
    { name: "  after the load", unit: "MB", ours: steady ?? 0, most: MEMORY_MOST },
    { name: "  of which: objects in use", unit: "MB", ours: scene.heap / BYTES_PER_MB },
    { name: "  in the database, for each with documents", unit: "KB", ours: scene.stored / BYTES_PER_KB },
    { name: "  first question of a cold server, p50", unit: "ms", ours: scene.cold.p50, most: COLD_MOST },
    { name: "  first question of a cold server, p95", unit: "ms", ours: scene.cold.p95 },
    { name: "  steady state: first response, p50", unit: "ms", ours: scene.steady.p50 },
    { name: "  steady state: first response, p99", unit: "ms", ours: scene.steady.p99 },
    { name: "  steady state: answers in a second", unit: "", ours: scene.steady.throughput },
    { name: "  an event waits, p99", unit: "ms", ours: scene.delay, most: DELAY_MOST },
    ...(scene.lost > 0 ? [{ name: "  lost", unit: "" as const, ours: scene.lost, most: 0 }] : []),
  ];
}
