import { setTimeout as wait } from "node:timers/promises";

/** What comes within so many milliseconds, else something in its place; the rest arrives behind it. */
export async function inTime<T>(
  coming: T | Promise<T>,
  { patience, otherwise }: { readonly patience: number; readonly otherwise: T },
): Promise<T> {
  const waiting = new AbortController();
  const late = wait(patience, otherwise, { signal: waiting.signal }).catch(() => otherwise);
  try {
    return await Promise.race([coming, late]);
  } finally {
    waiting.abort();
  }
}
