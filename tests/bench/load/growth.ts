import { median } from "../statistics.ts";

/** Bytes of objects in use at a time, in seconds. */
export interface Sample {
  readonly at: number;
  readonly heap: number;
}

/**
 * Bytes that a heap gained from the first sample to the last: the median slope of all pairs of samples (Theil and Sen),
 * which a few samples that are far off do not bend, over the whole time. Throws on fewer than two samples.
 */
export function growthOf(samples: readonly Sample[]): number {
  const slopes = samples.flatMap((one, index) =>
    samples.slice(index + 1).map((other) => (other.heap - one.heap) / (other.at - one.at)),
  );
  const [first, last] = [samples.at(0), samples.at(-1)];
  return median(slopes) * ((last?.at ?? 0) - (first?.at ?? 0));
}
