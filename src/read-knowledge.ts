import { prepareFolder } from "./prepare-folder.ts";
import { serveTasks } from "./workers/serve-tasks.ts";

/** Runs in a worker: reading all documents takes seconds, in which answers go on. */
serveTasks(prepareFolder);
