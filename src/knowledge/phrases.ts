import { splitWords, type Word } from "./words.ts";

/** A phrase and what it stands for. */
export interface Phrase<T> {
  readonly text: string;
  readonly value: T;
}

/** Where a phrase stands in a text; `end` is exclusive. */
interface PhraseHit<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** Finds phrases in texts. */
export interface PhraseFinder<T> {
  readonly find: (text: string) => readonly PhraseHit<T>[];
}

interface Entry<T> {
  readonly text: string;
  readonly value: T;
}

/** As lower-case words these are grammar, so that they and single letters are names (the US, IT, Go, Oregon) only in the phrase's own case. */
const GRAMMAR = new Set(
  "a am an as at be by can do go he hi i if in is it may me my no of oh ok on or pa so to us we who".split(
    " ",
  ),
);

/**
 * Finds phrases word by word, whatever their case and punctuation. The longest phrase wins, and hits do not overlap;
 * a phrase with several values gives a hit for each.
 */
export function buildPhraseFinder<T>(phrases: Iterable<Phrase<T>>): PhraseFinder<T> {
  const entries = new Map<string, Entry<T>[]>();
  let longest = 0;
  for (const phrase of phrases) {
    const words = splitWords(phrase.text);
    const key = keyOf(words);
    if (key === "") continue;
    longest = Math.max(longest, words.length);
    entries.set(key, [...(entries.get(key) ?? []), phrase]);
  }
  return { find: (text) => findAll(text, { entries, longest }) };
}

interface PhraseTable<T> {
  readonly entries: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly longest: number;
}

function findAll<T>(text: string, table: PhraseTable<T>): PhraseHit<T>[] {
  const words = splitWords(text);
  const hits: PhraseHit<T>[] = [];
  for (let at = 0; at < words.length;) {
    const { length, found } = longestAt(words.slice(at, at + table.longest), text, table);
    hits.push(...found);
    at += Math.max(length, 1);
  }
  return hits;
}

function longestAt<T>(
  words: readonly Word[],
  text: string,
  table: PhraseTable<T>,
): { length: number; found: PhraseHit<T>[] } {
  for (let length = words.length; length > 0; length -= 1) {
    const span = words.slice(0, length);
    const start = span[0]?.start ?? 0;
    const end = span.at(-1)?.end ?? 0;
    const entries = table.entries.get(keyOf(span)) ?? [];
    const meant = entries.filter((entry) => length > 1 || isMeant(entry.text, text.slice(start, end)));
    if (meant.length > 0) return { length, found: distinct(meant).map((value) => ({ value, start, end })) };
  }
  return { length: 0, found: [] };
}

function isMeant(phrase: string, printed: string): boolean {
  const isDoubtful = printed.length === 1 || GRAMMAR.has(printed.toLowerCase());
  return !isDoubtful || phrase.trim() === printed;
}

function distinct<T>(entries: readonly Entry<T>[]): T[] {
  return [...new Set(entries.map((entry) => entry.value))];
}

function keyOf(words: readonly Word[]): string {
  return words.map((word) => word.folded).join(" ");
}
