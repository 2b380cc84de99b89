// Loaded into a measured process: tells its parent what the process used and how long its events waited since last asked.
import { monitorEventLoopDelay } from "node:perf_hooks";
import process from "node:process";

const RESOLUTION = 2;
const NANOSECONDS = 1e6;
const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
delays.enable();
let before = process.cpuUsage();

process.on("message", ({ collect }) => {
  if (collect) globalThis.gc?.();
  const { user, system } = process.cpuUsage(before);
  const { rss, heapUsed } = process.memoryUsage();
  const delay = delays.count > 0 ? delays.percentile(99) / NANOSECONDS : 0;
  process.send?.({ cpu: (user + system) / 1000, rss, heap: heapUsed, delay });
  before = process.cpuUsage();
  delays.reset();
});
// The bench that started it may be ended at any time.
process.once("disconnect", () => process.exit());
// Listening for messages would keep the process from ending by itself.
process.channel?.unref();
