/** A phrase found in a list of words: its values, and the words `start` (inclusive) to `end` (exclusive). */
export interface PhraseMatch<T> {
  readonly values: readonly T[];
  readonly start: number;
  readonly end: number;
}

export type PhraseMatcher<T> = (words: readonly string[]) => PhraseMatch<T>[];

interface PhraseTable<T> {
  /** Values by the phrase's words, divided by spaces. */
  readonly values: ReadonlyMap<string, readonly T[]>;
  /** How many words the longest phrase has that begins with a word. */
  readonly longest: ReadonlyMap<string, number>;
}

/** Builds a matcher that finds the longest known phrases from left to right without overlap. Words hold no space. */
export function buildPhraseMatcher<T>(phrases: Iterable<readonly [readonly string[], T]>): PhraseMatcher<T> {
  const values = new Map<string, T[]>();
  const longest = new Map<string, number>();
  for (const [words, value] of phrases) {
    const [first] = words;
    if (first === undefined) continue;
    const key = words.join(" ");
    const known = values.get(key);
    if (!known) values.set(key, [value]);
    else if (!known.includes(value)) known.push(value);
    longest.set(first, Math.max(words.length, longest.get(first) ?? 0));
  }
  return (words) => matchAll(words, { values, longest });
}

function matchAll<T>(words: readonly string[], table: PhraseTable<T>): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  let at = 0;
  while (at < words.length) {
    const match = longestMatch(words, at, table);
    if (match) matches.push(match);
    at = match?.end ?? at + 1;
  }
  return matches;
}

function longestMatch<T>(
  words: readonly string[],
  start: number,
  table: PhraseTable<T>,
): PhraseMatch<T> | undefined {
  const most = Math.min(table.longest.get(words[start] ?? "") ?? 0, words.length - start);
  for (let length = most; length > 0; length--) {
    const values = table.values.get(words.slice(start, start + length).join(" "));
    if (values) return { values, start, end: start + length };
  }
  return undefined;
}
