import type { FolderOrder, PreparedFolder } from "./prepare-folder.ts";
import { createWorkerHost, type WorkerHost } from "./workers/worker-host.ts";

/** Megabytes; the documents that come with Rolecall take an eighth of it. */
const MEMORY = 2_048;
/** Milliseconds; the documents that come with Rolecall take some five seconds, and ten on a busy machine. */
const LIMIT = 600_000;

/** Prepares folders in a worker that is there only while there is something to prepare; `program` serves `prepareFolder`. */
export function createFolderWorker(program: URL): WorkerHost<FolderOrder, PreparedFolder> {
  return createWorkerHost({ program, memory: MEMORY, limit: LIMIT });
}
