import { doubleMetaphone } from "double-metaphone";
import { distance } from "fastest-levenshtein";

/** Words to correct to. */
export interface Layer {
  has(word: string): boolean;
  words(): Iterable<string>;
  /** Words within two edits that begin with the same letter; absent for large word lists. */
  near?(word: string): readonly string[];
  /** Words that begin with the same letter and share a key of `soundsOf`; of a word without vowels, those it is the consonants of. */
  alike(word: string, sounds: readonly string[]): readonly string[];
  /** What choosing a word costs, 0 (everybody uses it) to 1, in edits. */
  cost(word: string): number;
}

/** Chat drops vowels: "nxt", "dwn". Shorter words are not corrected, nor corrected to. */
export const SHORTEST = 3;

/** A layer of words; `cost` tells how rarely each is used. */
export function buildLayer(words: Iterable<string>, cost: (word: string) => number): Layer {
  const known = new Set<string>();
  for (const word of words) if (word.length >= SHORTEST) known.add(word);
  // Grouped when a misspelling comes that needs it: most questions have none.
  const initials = once(() => groupBy(known, (word) => [word.charAt(0)]));
  const skeletons = once(() => groupBy(known, (word) => [consonants(word)]));
  const sounding = onceEach((initial) => groupBy(initials().get(initial) ?? [], soundsOf));
  return {
    has: (word) => known.has(word),
    words: () => known,
    near: (word) => (initials().get(word.charAt(0)) ?? []).filter((each) => isNear(word, each)),
    alike: (word, sounds) => {
      if (consonants(word) === word) return skeletons().get(word) ?? [];
      const groups = sounding(word.charAt(0));
      return [...new Set(sounds.flatMap((sound) => groups.get(sound) ?? []))];
    },
    cost,
  };
}

/** How a word sounds (Double Metaphone, in capitals), and its consonants (in small letters). */
export const soundsOf = (word: string): string[] => [...new Set(doubleMetaphone(word)), consonants(word)];

export const consonants = (word: string): string => word.replace(/[aeiou]/g, "");

const isNear = (word: string, other: string): boolean =>
  Math.abs(other.length - word.length) <= 2 && distance(word, other) <= 2;

function groupBy(
  words: Iterable<string>,
  keysOf: (word: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    for (const key of keysOf(word)) {
      const group = groups.get(key);
      if (group) group.push(word);
      else groups.set(key, [word]);
    }
  }
  return groups;
}

function once<T>(build: () => T): () => T {
  const built = onceEach(build);
  return () => built("");
}

function onceEach<T>(build: (key: string) => T): (key: string) => T {
  const built = new Map<string, T>();
  return (key) => {
    const known = built.get(key) ?? build(key);
    built.set(key, known);
    return known;
  };
}
