import type { ReadOrder, ReadUpload, Understood } from "../guilds/uploads.ts";
import { createWorkerHost, type WorkerHostOptions } from "../workers/worker-host.ts";

/** Reads uploaded files in a worker that is there only while there is something to read. */
export interface UploadReader {
  readonly read: ReadUpload;
  stop(): Promise<void>;
}

/** Megabytes; the largest file that is accepted takes less than half of it. */
const MEMORY = 512;

/** `program` is the one that serves `understand`. */
export function createUploadReader(options: Omit<WorkerHostOptions, "memory">): UploadReader {
  const host = createWorkerHost<ReadOrder, Understood>({ ...options, memory: MEMORY });
  return { read: (order) => host.run(order), stop: () => host.stop() };
}
