import { drawChart } from "./pictures/draw.ts";
import { serveTasks } from "./workers/serve-tasks.ts";

/** Runs in a worker: the libraries that draw are loaded nowhere else. */
serveTasks(drawChart);
