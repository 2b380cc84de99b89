import type { FolderOrder, PreparedFolder } from "./prepare-folder.ts";
import { createWorkerHost, type WorkerHost } from "./workers/worker-host.ts";

/** Megabytes; a folder of ten thousand snippets takes half of it. */
const MEMORY = 2_048;
/** Milliseconds that preparing a folder may take; one of ten thousand snippets takes a minute. */
const LIMIT = 600_000;

/** Prepares folders in a worker that is there only while there is something to prepare; `program` serves `prepareFolder`. */
export function createFolderWorker(program: URL): WorkerHost<FolderOrder, PreparedFolder> {
  return createWorkerHost({ program, memory: MEMORY, limit: LIMIT });
}
