import { distance } from "fastest-levenshtein";

/** Words by first letter, then by length. */
export type Shelves = ReadonlyMap<string, readonly (Shelf | undefined)[]>;

/** Words and which letters each has. */
interface Shelf {
  readonly words: string[];
  readonly letters: number[];
}

/** A word and how many edits away it is. */
export interface Neighbour {
  readonly word: string;
  readonly edits: number;
}

/** Sorts words so that those like another word are found without looking at all. */
export function shelve(words: Iterable<string>): Shelves {
  const shelves = new Map<string, (Shelf | undefined)[]>();
  for (const word of words) {
    const lengths = shelves.get(word.charAt(0)) ?? [];
    const shelf = lengths[word.length] ?? { words: [], letters: [] };
    shelf.words.push(word);
    shelf.letters.push(lettersOf(word));
    lengths[word.length] = shelf;
    shelves.set(word.charAt(0), lengths);
  }
  return shelves;
}

/** Words that begin with the same letter, as misspellings do nearly always, and are at most so many edits away. */
export function findAround(word: string, most: number, shelves: Shelves): Neighbour[] {
  const lengths = shelves.get(word.charAt(0)) ?? [];
  const near = lengths.slice(Math.max(0, word.length - most), word.length + most + 1);
  return near.flatMap((shelf) => (shelf ? compareAll(word, most, shelf) : []));
}

function compareAll(word: string, most: number, { words, letters }: Shelf): Neighbour[] {
  const found: Neighbour[] = [];
  const own = lettersOf(word);
  for (let at = 0; at < words.length; at++) {
    // Each edit brings in one new letter at most, and loses one.
    const theirs = letters[at] ?? 0;
    if (countBits(own & ~theirs) > most || countBits(theirs & ~own) > most) continue;
    const other = words[at] ?? "";
    const edits = distance(word, other);
    if (edits <= most) found.push({ word: other, edits });
  }
  return found;
}

/** A bit for each letter of a word, some letters of other alphabets sharing theirs. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Bits that are set of 32; https://graphics.stanford.edu/~seander/bithacks.html#CountBitsSetParallel. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const VOWELS = "aeiou";
const VOWEL_BITS = lettersOf(VOWELS);

/** Words that are these consonants without their vowels. */
export function findWhole(consonants: string, shelves: Shelves): string[] {
  const own = lettersOf(consonants);
  return [consonants.charAt(0), ...VOWELS.split("")]
    .flatMap((initial) => (shelves.get(initial) ?? []).slice(consonants.length))
    .flatMap(
      (shelf) => shelf?.words.filter((_, at) => ((shelf.letters[at] ?? 0) & ~VOWEL_BITS) === own) ?? [],
    )
    .filter((word) => word.replace(/[aeiou]/g, "") === consonants);
}
