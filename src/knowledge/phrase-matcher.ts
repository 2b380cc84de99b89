/** A phrase found in a list of words: its values, and the words `start` (inclusive) to `end` (exclusive). */
export interface PhraseMatch<T> {
  readonly values: readonly T[];
  readonly start: number;
  readonly end: number;
}

export type PhraseMatcher<T> = (words: readonly string[]) => PhraseMatch<T>[];

/** Values by the phrase's words, divided by spaces; none for words that only begin a phrase. */
export type PhraseTable<T> = Pick<ReadonlyMap<string, readonly T[]>, "get">;

/**
 * Builds a matcher that finds the longest known phrases from left to right without overlap. Their words are divided by
 * spaces.
 */
export function buildPhraseMatcher<T>(phrases: Iterable<readonly [string, T]>): PhraseMatcher<T> {
  const table = buildPhraseTable(phrases);
  return (words) => matchPhrases(words, table);
}

/** Builds the table of phrases whose words are divided by spaces. */
export function buildPhraseTable<T>(phrases: Iterable<readonly [string, T]>): PhraseTable<T> {
  const table = new Map<string, T[]>();
  for (const [phrase, value] of phrases) {
    if (phrase !== "") addPhrase(phrase, value, table);
  }
  return table;
}

/** The table of the phrases of both; the first one's values come first. */
export function joinTables<T>(first: PhraseTable<T>, second: PhraseTable<T>): PhraseTable<T> {
  return {
    get: (phrase) => {
      const more = second.get(phrase);
      return more ? [...(first.get(phrase) ?? []), ...more] : first.get(phrase);
    },
  };
}

function addPhrase<T>(phrase: string, value: T, table: Map<string, T[]>): void {
  for (let end = phrase.indexOf(" "); end !== -1; end = phrase.indexOf(" ", end + 1)) {
    const beginning = phrase.slice(0, end);
    if (!table.has(beginning)) table.set(beginning, []);
  }
  const values = table.get(phrase);
  if (!values) table.set(phrase, [value]);
  else if (!values.includes(value)) values.push(value);
}

/** Finds the longest phrases of a table in words, from left to right without overlap. */
export function matchPhrases<T>(words: readonly string[], table: PhraseTable<T>): PhraseMatch<T>[] {
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
  let match: PhraseMatch<T> | undefined;
  let key = words[start] ?? "";
  for (let end = start + 1; end <= words.length; end++) {
    const values = table.get(key);
    if (!values) break;
    if (values.length > 0) match = { values, start, end };
    key += ` ${words[end]}`;
  }
  return match;
}
