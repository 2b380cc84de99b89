import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8's space for young objects small. Building the index makes much garbage once; V8 would answer by growing that
 * space and never giving it back, some 25 MB that the bot's own work does not need. Call it before anything is built.
 */
export function keepMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}

/**
 * Lets V8 collect garbage before it has grown the heap by more than a seventh. By itself it lets a heap of some hundred
 * megabytes double, which servers' engines that are built and given up in turn soon do. Call it once all is loaded: at a
 * start much is made and little of it given up.
 */
export function keepGarbageSmall(): void {
  setFlagsFromString("--heap-growing-percent=15");
}
