import { isAcronymOf } from "./acronyms.ts";
import { saysWho } from "./defined-kinds.ts";
import { isInTermList, type Introduction } from "./introductions.ts";
import { looksLikeName } from "./name-words.ts";
import type { WordUse } from "./word-use.ts";

/** True for a word of everyday English, in lower case; `undefined` where nobody knows: then no plain word is a name. */
export type IsOrdinary = ((word: string) => boolean) | undefined;

/** Tells whether a spelling of what is introduced is a name. */
export type IsName = (spelling: string, introductions: readonly Introduction[]) => boolean;

const MOST_WORDS = 6;
const SHORTEST_ACRONYM = 2;
const LONGEST = 60;

/** Builds the test: names are printed as names, abbreviated, listed as terms, or trades that a heading has. */
export function buildNameTest({
  use,
  isOrdinary,
}: {
  readonly use: WordUse;
  readonly isOrdinary: IsOrdinary;
}): IsName {
  return (spelling, introductions) => {
    const words = spelling.split(" ");
    if (words.length > MOST_WORDS || spelling.length > LONGEST) return false;
    if (!/^[\p{L}\p{N}][\p{L}\p{N} '’&+#./-]*$/u.test(spelling) || !/\p{L}/u.test(spelling)) return false;
    if (words.length > 1) return isNameOfWords(words, { spelling, introductions, use });
    return isNameOfOneWord(spelling, { introductions, use, isOrdinary });
  };
}

const SMALL = /^(?:of|the|and|for|in|to|de|la)$/;

function isNameOfWords(
  words: readonly string[],
  {
    spelling,
    introductions,
    use,
  }: { spelling: string; introductions: readonly Introduction[]; use: WordUse },
): boolean {
  const isTitle = words.every((word) => /^[\p{Lu}\p{N}]/u.test(word) || SMALL.test(word));
  const isJoined = words.some((word) => /^(?:and|or)$/i.test(word));
  if (isJoined && !introductions.some((introduction) => isSpelledOut(spelling, introduction))) return false;
  if (isTitle && introductions.some(({ isStated }) => isStated)) return use.isAlwaysSo(spelling);
  return introductions.some(
    (introduction) =>
      isSpelledOut(spelling, introduction) ||
      isInTermList(introduction) ||
      (introduction.isStated && isMarked(spelling, introduction)) ||
      isTitleBeforeDash(isTitle, introduction) ||
      (introduction.isStated && saysWho(introduction.about) && use.isSetOff(spelling)),
  );
}

const isTitleBeforeDash = (isTitle: boolean, { about }: Introduction): boolean =>
  isTitle && /^(?:an?|the|our)\s/i.test(about);

const isSpelledOut = (spelling: string, { names }: Introduction): boolean =>
  names.some((name) => isAcronymOf(name, spelling));

const isMarked = (spelling: string, { line }: Introduction): boolean =>
  line.marked.some((text) => text.toLowerCase() === spelling.toLowerCase());

function isNameOfOneWord(
  word: string,
  {
    introductions,
    use,
    isOrdinary,
  }: { introductions: readonly Introduction[]; use: WordUse; isOrdinary: IsOrdinary },
): boolean {
  const isPlain = isOrdinary?.(word.toLowerCase()) ?? !looksLikeName(word);
  if (word.length < SHORTEST_ACRONYM || isPlain || !/\p{Lu}/u.test(word)) return false;
  const isStated = introductions.some((introduction) => introduction.isStated || isInTermList(introduction));
  return isStated && use.isAlwaysSo(word) && (looksLikeName(word) || use.isWithin(word));
}
