/** Shares, 0..1. */
export interface Accuracy {
  /** Questions for which the right one comes first. */
  readonly first: number;
  /** Mean of one over the right one's place, 0 where it is not found. */
  readonly reciprocalRank: number;
}

/** `places`: for each question the place of the right one from 1, `undefined` where it is not found. */
export function accuracyOf(places: readonly (number | undefined)[]): Accuracy {
  const mean = (value: (place: number | undefined) => number): number =>
    places.reduce<number>((sum, place) => sum + value(place), 0) / places.length;
  return {
    first: mean((place) => (place === 1 ? 1 : 0)),
    reciprocalRank: mean((place) => (place === undefined ? 0 : 1 / place)),
  };
}

/**
 * Area under the ROC curve: the probability that one of `high` exceeds one of `low`, half a point for a tie
 * (Mann and Whitney's U divided by the number of pairs).
 */
export function areaUnderCurve(high: readonly number[], low: readonly number[]): number {
  const sorted = low.toSorted((a, b) => a - b);
  const points = high.reduce((sum, value) => sum + below(sorted, value) + notAbove(sorted, value), 0);
  return points / (2 * high.length * low.length);
}

const below = (sorted: readonly number[], value: number): number =>
  countWhile(sorted, (other) => other < value);
const notAbove = (sorted: readonly number[], value: number): number =>
  countWhile(sorted, (other) => other <= value);

/** How many at the beginning hold, by bisection. */
function countWhile(sorted: readonly number[], holds: (value: number) => boolean): number {
  let from = 0;
  let until = sorted.length;
  while (from < until) {
    const middle = (from + until) >> 1;
    if (holds(sorted[middle] ?? 0)) from = middle + 1;
    else until = middle;
  }
  return from;
}
