import type { Chart } from "../answering/chart.ts";
import { createWorkerHost, type WorkerHostOptions } from "../workers/worker-host.ts";

/** Draws in a worker that is there only while there is something to draw. */
export interface Studio {
  /** A PNG. Rejects when it fails or takes too long. */
  draw(chart: Chart): Promise<Buffer>;
  stop(): Promise<void>;
}

/** Megabytes; a chart needs a tenth of this. */
const MEMORY = 128;

export function createStudio(options: Omit<WorkerHostOptions, "memory">): Studio {
  const host = createWorkerHost<Chart, Uint8Array>({ ...options, memory: MEMORY });
  return {
    draw: async (chart) => {
      const { buffer, byteOffset, byteLength } = await host.run(chart);
      return Buffer.from(buffer, byteOffset, byteLength);
    },
    stop: () => host.stop(),
  };
}
