import { understand } from "./uploads/understand.ts";
import { serveTasks } from "./workers/serve-tasks.ts";

/** Runs in a worker: what reads Markdown is loaded nowhere else, and a hostile file keeps nobody else waiting. */
serveTasks(understand);
