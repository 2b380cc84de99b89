import { parentPort } from "node:worker_threads";
import type { Chart } from "../answering/chart.ts";
import { drawChart } from "./draw.ts";

/** What the worker is asked. */
export interface Order {
  readonly id: number;
  readonly chart: Chart;
}

/** What the worker answers. */
export type Drawn =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly failure: string };

/** Draws what the program asks for, one chart after the other. Throws outside of a worker. */
export function serveDrawings(): void {
  const port = parentPort;
  if (!port) throw new Error("Charts are drawn in a worker.");
  port.on("message", (order: Order) => port.postMessage(answer(order)));
}

// What a chart makes fail costs that chart alone.
function answer({ id, chart }: Order): Drawn {
  try {
    return { id, png: drawChart(chart) };
  } catch (error) {
    return { id, failure: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
