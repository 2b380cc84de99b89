import { doubleMetaphone } from "double-metaphone";
import { distance } from "fastest-levenshtein";

/** Corrects words that nobody knows. */
export interface Spelling {
  /** The known word that was probably meant, or `undefined`. */
  correct(word: string): string | undefined;
  /** True when one slip away from a known word. */
  isOneSlip(word: string): boolean;
}

/** Words to correct to. */
export interface Layer {
  has(word: string): boolean;
  /** Words within two edits; absent for large word lists. */
  near?(word: string): readonly string[];
  /** Words that sound the same, or have the same consonants. */
  alike(word: string): readonly string[];
  /** What choosing a word costs, 0 (everybody uses it) to 1, in edits. */
  cost(word: string): number;
}

/** Shorter words have too many neighbours; from the second length on two edits are allowed. */
const ONE_EDIT_LENGTH = 4;
const TWO_EDITS_LENGTH = 8;
/** Chat drops vowels: "nxt", "dwn". */
const SKELETON_LENGTH = 3;

/** What a slip costs, 1 for a letter mistaken for any other: how usual slips are when typing fast, or by ear. */
const COSTS = { swap: 0.6, twin: 0.4, vowel: 0.55, missing: 0.8, extra: 0.9, wrong: 1, first: 0.4, two: 1.7 };
/** A word that sounds the same costs this, and something for each letter that differs. */
const SOUND = 0.5;
const SOUND_LETTER = 0.2;
const SKELETON = 0.7;
/** Words that sound alike and differ in more letters are different words. */
const SOUND_EDITS = 4;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const VOWELS = "aeiouy";

/**
 * Spelling against layers of words: names, the documents' words, English. A candidate is one edit away (from 4 letters
 * on), two edits (from 8 on), sounds the same (Double Metaphone), or is the word with its vowels put back; the one
 * that costs the least is meant, counting the slip and how rarely the word is used. Ties go to the earlier word.
 */
export function buildSpelling(layers: readonly Layer[]): Spelling {
  return {
    isOneSlip: (word) =>
      [...editsOf(word)].some(
        ([edit]) => edit.length >= SKELETON_LENGTH && layers.some((layer) => layer.has(edit)),
      ),
    correct: (word) => (/^\p{L}+$/u.test(word) ? cheapest(candidatesFor(word, layers)) : undefined),
  };
}

type Candidate = readonly [word: string, cost: number];

function cheapest(candidates: Iterable<Candidate>): string | undefined {
  let best: Candidate | undefined;
  for (const candidate of candidates) {
    const isCheaper = !best || candidate[1] < best[1] || (candidate[1] === best[1] && candidate[0] < best[0]);
    if (isCheaper) best = candidate;
  }
  return best?.[0];
}

function* candidatesFor(word: string, layers: readonly Layer[]): Generator<Candidate> {
  if (word.length < SKELETON_LENGTH) return;
  const edits = word.length >= ONE_EDIT_LENGTH ? [...editsOf(word)] : [];
  const isPlain = /^[a-z]+$/.test(word);
  for (const layer of layers) {
    for (const [edit, cost] of edits) {
      if (edit.length >= SKELETON_LENGTH && layer.has(edit)) yield [edit, cost + layer.cost(edit)];
    }
    for (const alike of isPlain ? layer.alike(word) : []) {
      const cost = costOfLikeness(word, alike);
      if (cost !== undefined) yield [alike, cost + layer.cost(alike)];
    }
    if (word.length < TWO_EDITS_LENGTH) continue;
    for (const near of layer.near?.(word) ?? []) yield [near, COSTS.two + layer.cost(near)];
  }
}

function costOfLikeness(word: string, alike: string): number | undefined {
  if (consonants(word) === word) return consonants(alike) === word ? SKELETON : undefined;
  if (word.length < ONE_EDIT_LENGTH || word[0] !== alike[0]) return undefined;
  const edits = distance(word, alike);
  return edits <= SOUND_EDITS && edits < word.length / 2 ? SOUND + SOUND_LETTER * edits : undefined;
}

const consonants = (word: string): string => word.replace(/[aeiou]/g, "");

/** A layer of words; `cost` tells how rarely each is used. */
export function buildLayer(words: Iterable<string>, cost: (word: string) => number): Layer {
  const known = new Set<string>();
  for (const word of words) if (word.length >= SKELETON_LENGTH) known.add(word);
  let alike: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    has: (word) => known.has(word),
    near: (word) => nearWords(word, known),
    // Built when the first misspelling comes: most questions have none.
    alike: (word) => [
      ...new Set(keysOf(word).flatMap((key) => (alike ??= groupAlike(known)).get(key) ?? [])),
    ],
    cost,
  };
}

function groupAlike(words: Iterable<string>): Map<string, string[]> {
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

// Sounds are in capitals, consonants in small letters.
const keysOf = (word: string): string[] => [...new Set(doubleMetaphone(word)), consonants(word)];

// Slips seldom change the first letter; the others with it are few enough to be compared one by one.
function nearWords(word: string, known: ReadonlySet<string>): string[] {
  return [...known].filter(
    (each) => each[0] === word[0] && Math.abs(each.length - word.length) <= 2 && distance(word, each) <= 2,
  );
}

function* editsOf(word: string): Generator<Candidate> {
  for (let at = 0; at <= word.length; at += 1) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    const early = at === 0 ? COSTS.first : 0;
    const [here = "", next = ""] = right;
    if (next !== "") yield [left + next + here + right.slice(2), COSTS.swap + early];
    if (here !== "")
      yield [left + right.slice(1), (isTwin(here, left, next) ? COSTS.twin : COSTS.extra) + early];
    for (const letter of LETTERS) {
      yield [left + letter + right, costOfMissing(letter, left, here) + early];
      if (here !== "") yield [left + letter + right.slice(1), costOfWrong(letter, here) + early];
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
