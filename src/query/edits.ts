import { addLetter, addLetters, hashParts, type WordFilter } from "./word-hash.ts";

/** A word and what it costs to take another for it, in edits. */
export type Candidate = readonly [word: string, cost: number];

/** What a slip costs, 1 for a letter mistaken for any other: how usual slips are when typing fast, or by ear. */
const COSTS = { swap: 0.6, twin: 0.4, vowel: 0.55, missing: 0.8, extra: 0.9, wrong: 1, first: 0.4 };

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const VOWELS = "aeiouy";

/**
 * Builds the finder of what is one edit away from a word: a swapped, missing, extra or wrong letter. It leaves out
 * nearly all of the hundreds of edits that do not pass the filter of the known words.
 */
export function buildEditFinder(filter: WordFilter): (word: string) => Candidate[] {
  return (word) => [...editsOf(word, filter)];
}

// Strings are made of the few edits that pass the filter alone: of the others the hash is all that is made.
function* editsOf(word: string, { mayHave }: WordFilter): Generator<Candidate> {
  const { before, join } = hashParts(word);
  for (let at = 0; at <= word.length; at += 1) {
    const left = word.slice(0, at);
    const here = word.charAt(at);
    const next = word.charAt(at + 1);
    const early = at === 0 ? COSTS.first : 0;
    if (next !== "" && mayHave(join(addLetters(before(at), next + here), at + 2)))
      yield [left + next + here + word.slice(at + 2), COSTS.swap + early];
    if (here !== "" && mayHave(join(before(at), at + 1)))
      yield [left + word.slice(at + 1), (isTwin(here, left, next) ? COSTS.twin : COSTS.extra) + early];
    for (let which = 0; which < LETTERS.length; which += 1) {
      const grown = addLetter(before(at), LETTERS.charCodeAt(which));
      const letter = LETTERS.charAt(which);
      if (mayHave(join(grown, at)))
        yield [left + letter + word.slice(at), costOfMissing(letter, left, here) + early];
      if (here !== "" && mayHave(join(grown, at + 1)))
        yield [left + letter + word.slice(at + 1), costOfWrong(letter, here) + early];
    }
  }
}

const isTwin = (letter: string, left: string, next: string): boolean =>
  left.endsWith(letter) || next === letter;

function costOfMissing(letter: string, left: string, next: string): number {
  if (isTwin(letter, left, next)) return COSTS.twin;
  return VOWELS.includes(letter) ? COSTS.vowel : COSTS.missing;
}

const costOfWrong = (letter: string, here: string): number =>
  VOWELS.includes(letter) && VOWELS.includes(here) ? COSTS.vowel : COSTS.wrong;
