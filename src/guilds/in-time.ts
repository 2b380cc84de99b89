import { setTimeout as wait } from "node:timers/promises";

/** What comes within some milliseconds, else something in its place; what comes later is left to arrive behind it. */
export async function inTime<T>(
  coming: Promise<T>,
  { patience, otherwise }: { readonly patience: number; readonly otherwise: () => T },
): Promise<T> {
  const waiting = new AbortController();
  const late = wait(patience, undefined, { signal: waiting.signal }).then(otherwise);
  // Ended below, when the other was first.
  late.catch(() => undefined);
  try {
    return await Promise.race([coming, late]);
  } finally {
    waiting.abort();
  }
}
