/** A phrase found in a list of words: its values, and the words `start` (inclusive) to `end` (exclusive). */
export interface PhraseMatch<T> {
  readonly values: readonly T[];
  readonly start: number;
  readonly end: number;
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

export type PhraseMatcher<T> = (words: readonly string[]) => PhraseMatch<T>[];

/** Builds a matcher that finds the longest known phrases from left to right without overlap, in one pass. */
export function buildPhraseMatcher<T>(phrases: Iterable<readonly [readonly string[], T]>): PhraseMatcher<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const [words, value] of phrases) if (words.length > 0) addPhrase(root, words, value);
  return (words) => {
    const matches: PhraseMatch<T>[] = [];
    let at = 0;
    while (at < words.length) {
      const match = longestMatch(root, words, at);
      if (match) matches.push(match);
      at = match?.end ?? at + 1;
    }
    return matches;
  };
}

function addPhrase<T>(root: Node<T>, words: readonly string[], value: T): void {
  let node = root;
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map<string, Node<T>>(), values: [] };
    node.next.set(word, next);
    node = next;
  }
  if (!node.values.includes(value)) node.values.push(value);
}

function longestMatch<T>(root: Node<T>, words: readonly string[], start: number): PhraseMatch<T> | undefined {
  let node: Node<T> | undefined = root;
  let found: PhraseMatch<T> | undefined;
  for (let at = start; at < words.length; at++) {
    node = node.next.get(words[at] ?? "");
    if (!node) break;
    if (node.values.length > 0) found = { values: node.values, start, end: at + 1 };
  }
  return found;
}
