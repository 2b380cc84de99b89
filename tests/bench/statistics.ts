/** The value below which `share` (0 to 1) of the values lie. Throws on an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new Error("there is nothing to take a percentile of");
  return value;
}

/** The middle value. Throws on an empty list. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
