/** Odd, so that no letter loses its weight; otherwise any number. */
const BASE = 0x01000193;
/** Spreads a hash over the filter's bits (Knuth, The Art of Computer Programming 3, 6.4). */
const SPREAD = 0x9e3779b1;
/** Of strings that are none of the words one in twenty passes. */
const BITS_PER_WORD = 20;
/** 1 KB, of which a few words fill next to nothing. */
const LEAST_BITS = 13;

/** Tells of a hash whether it may be that of a known word. */
export interface WordFilter {
  readonly mayHave: (hash: number) => boolean;
}

/** Builds the filter of some lists of words: one bit of many for each, 128 KB for 50,000 words. */
export function buildWordFilter(lists: readonly Iterable<string>[]): WordFilter {
  let count = 1;
  for (const words of lists) for (const _ of words) count += 1;
  const size = Math.max(LEAST_BITS, Math.round(Math.log2(count * BITS_PER_WORD)));
  const bits = new Uint8Array(2 ** (size - 3));
  const bitOf = (hash: number): number => Math.imul(hash, SPREAD) >>> (32 - size);
  for (const words of lists) for (const word of words) setBit(bits, bitOf(addLetters(0, word)));
  return {
    mayHave: (hash) => {
      const bit = bitOf(hash);
      return ((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
    },
  };
}

function setBit(bits: Uint8Array, bit: number): void {
  bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
}

/** The hash of what has a hash so far and goes on with some letters. */
export function addLetters(hash: number, letters: string): number {
  let longer = hash;
  for (let at = 0; at < letters.length; at++) longer = addLetter(longer, letters.charCodeAt(at));
  return longer;
}

/** The hash of what has a hash so far and goes on with a letter. */
export const addLetter = (hash: number, code: number): number => (Math.imul(hash, BASE) + code) | 0;

/** The hashes of a word's parts, so that those of its edits need not be read letter by letter. */
export interface HashedWord {
  /** The hash of the letters before a place. */
  readonly before: (place: number) => number;
  /** The hash of what has a hash so far and goes on with the letters from a place. */
  readonly join: (hash: number, place: number) => number;
}

/** Hashes the parts of a word. */
export function hashParts(word: string): HashedWord {
  const hashes = [0];
  const powers = [1];
  for (let at = 0; at < word.length; at++) {
    hashes.push(addLetter(hashes[at] ?? 0, word.charCodeAt(at)));
    powers.push(Math.imul(powers[at] ?? 0, BASE));
  }
  const before = (place: number): number => hashes[place] ?? 0;
  const whole = before(word.length);
  return {
    before,
    join: (hash, place) => (whole + Math.imul(hash - before(place), powers[word.length - place] ?? 0)) | 0,
  };
}
