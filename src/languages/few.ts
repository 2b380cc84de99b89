/** More names than this in one sentence are not read. */
const MOST_NAMED = 8;

/** Names for one sentence: all, or the first of them and what `others` makes of the number of those left out. */
export function few(names: readonly string[], others: (count: number) => string): readonly string[] {
  // Two that are left out take no more room than the words that say so.
  if (names.length <= MOST_NAMED + 1) return names;
  return [...names.slice(0, MOST_NAMED), others(names.length - MOST_NAMED)];
}
