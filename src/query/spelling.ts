import { distance } from "fastest-levenshtein";

/** Corrects words that nobody knows. */
export interface Spelling {
  /** The known word that was probably meant, or `undefined`. */
  correct(word: string): string | undefined;
  /** The same with one edit alone. */
  correctOnce(word: string): string | undefined;
}

/** Shorter words have too many neighbours; from the second length on two edits are allowed. */
const ONE_EDIT_LENGTH = 4;
const TWO_EDITS_LENGTH = 8;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Spelling against layers of words, the first layer preferred (names, then the documents' words, then English).
 * One edit (insert, delete, replace, swap) from 4 letters on, two from 8 on. Ties go to the earlier word.
 */
export function buildSpelling(layers: readonly Layer[]): Spelling {
  return {
    correctOnce: (word) => oneEdit(word, layers),
    correct: (word) => {
      if (word.length < ONE_EDIT_LENGTH || !/^\p{L}+$/u.test(word)) return undefined;
      return oneEdit(word, layers) ?? (word.length < TWO_EDITS_LENGTH ? undefined : twoEdits(word, layers));
    },
  };
}

/** Words to correct to; `near` finds words within two edits and is absent for large word lists. */
export interface Layer {
  has(word: string): boolean;
  near?(word: string): readonly string[];
}

/** A layer of listed words. */
export function buildLayer(words: Iterable<string>): Layer {
  const known = new Set<string>();
  for (const word of words) if (word.length >= ONE_EDIT_LENGTH) known.add(word);
  return { has: (word) => known.has(word), near: (word) => nearWords(word, known) };
}

// Slips seldom change the first letter; the others with it are few enough to be compared one by one.
function nearWords(word: string, known: ReadonlySet<string>): string[] {
  const near: { readonly word: string; readonly edits: number }[] = [];
  for (const each of known) {
    if (each[0] !== word[0] || Math.abs(each.length - word.length) > 2) continue;
    const edits = distance(word, each);
    if (edits <= 2) near.push({ word: each, edits });
  }
  return near.toSorted((a, b) => a.edits - b.edits || (a.word < b.word ? -1 : 1)).map((found) => found.word);
}

function oneEdit(word: string, layers: readonly Layer[]): string | undefined {
  const edits = [...editsOf(word)];
  for (const layer of layers) {
    const found = edits.find((edit) => edit.length >= ONE_EDIT_LENGTH - 1 && layer.has(edit));
    if (found !== undefined) return found;
  }
  return undefined;
}

function twoEdits(word: string, layers: readonly Layer[]): string | undefined {
  for (const layer of layers) {
    const found = layer.near?.(word)[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

// Swaps and doubled or dropped letters come first: they are the most usual slips.
function* editsOf(word: string): Generator<string> {
  const cut = (at: number): [string, string] => [word.slice(0, at), word.slice(at)];
  const cuts = Array.from({ length: word.length + 1 }, (_, at) => cut(at));
  for (const [left, right] of cuts)
    if (right.length > 1) yield `${left}${right[1]}${right[0]}${right.slice(2)}`;
  for (const [left, right] of cuts) if (right) yield left + right.slice(1);
  for (const letter of LETTERS) for (const [left, right] of cuts) yield left + letter + right;
  for (const letter of LETTERS)
    for (const [left, right] of cuts) if (right) yield left + letter + right.slice(1);
}
