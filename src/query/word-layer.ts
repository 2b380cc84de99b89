import { findAround, findWhole, shelve, type Neighbour, type Shelves } from "./word-shelves.ts";

/** Words to correct to. */
export interface Layer {
  has(word: string): boolean;
  words(): Iterable<string>;
  /** Words that begin with the same letter and are at most so many edits away. */
  around(word: string, edits: number): Neighbour[];
  /** Words that are these consonants without their vowels. */
  withConsonants(consonants: string): string[];
  /** What choosing a word costs, 0 (everybody uses it) to 1, in edits. */
  cost(word: string): number;
  /** False for a long list: two slips lead from any word to some word of it. */
  readonly mendsTwoSlips: boolean;
}

/** Chat drops vowels: "nxt", "dwn". Shorter words are not corrected, nor corrected to. */
export const SHORTEST = 3;

/** A layer of words; `cost` tells how rarely each is used. */
export function buildLayer(words: Iterable<string>, cost: (word: string) => number): Layer {
  // Listed and sorted when the first misspelling comes: most questions have none.
  let listed: ReadonlySet<string> | undefined;
  let sorted: Shelves | undefined;
  const known = (): ReadonlySet<string> => (listed ??= longEnough(words));
  const shelves = (): Shelves => (sorted ??= shelve(known()));
  return {
    has: (word) => known().has(word),
    words: known,
    around: (word, edits) => findAround(word, edits, shelves()),
    withConsonants: (consonants) => findWhole(consonants, shelves()),
    cost,
    mendsTwoSlips: true,
  };
}

function longEnough(words: Iterable<string>): Set<string> {
  const long = new Set<string>();
  for (const word of words) if (word.length >= SHORTEST) long.add(word);
  return long;
}
