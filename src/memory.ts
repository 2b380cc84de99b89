import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8's space for young objects small. Building the index makes much garbage once; V8 would answer by growing that
 * space and never giving it back, some 25 MB that the bot's own work does not need. Call it before anything is built.
 */
export function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

/** Bytes of garbage that may wait to be collected, about. */
const GARBAGE = 40_000_000;
/** Percent of what is in use; below these V8 would collect all the time, and above them by itself. */
const GROWTH = { least: 10, most: 40 };

/**
 * Lets V8 collect garbage before there is much of it. By itself it lets a heap of some hundred megabytes double, which
 * servers' engines that are built and given up in turn soon do. Call it once all is loaded and all servers are known: at
 * a start much is made and little of it given up.
 */
export function keepGarbageSmall(): void {
  const percent = Math.round((100 * GARBAGE) / process.memoryUsage().heapUsed);
  const growth = Math.min(GROWTH.most, Math.max(GROWTH.least, percent));
  setFlagsFromString(`--heap-growing-percent=${growth}`);
}
