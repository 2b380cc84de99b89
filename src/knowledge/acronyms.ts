/** An abbreviation and the words that it stands for, as printed. */
export interface Acronym {
  readonly short: string;
  readonly long: string;
}

const SMALL = /^(?:of|the|and|for|in|to|a|an|on|de|la|y)$/i;

const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join("");

/** True for letters that are the initials of the words, small words counted or not: `PSC`, `Promotion Standing Committee`. */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^(?=(?:.*\p{Lu}){2})[\p{L}\d&]{2,8}$/u.test(short)) return false;
  const words = long.split(/[\s/-]+/).filter(Boolean);
  const spelled = [initials(words), initials(words.filter((word) => !SMALL.test(word)))];
  return words.length > 1 && spelled.some((letters) => letters.toUpperCase() === short.toUpperCase());
}

const IN_BRACKETS = /\(([\p{L}\d&]{2,8})\)/gu;
const SPELLED_OUT = /(?<![\p{L}\d])([\p{L}\d&]{2,8}) \(([^()]{5,70})\)/gu;

/** The abbreviations that a sentence spells out: `Start Kit (SK)`, `SK (start kit)`. */
export function readAcronyms(sentence: string): readonly Acronym[] {
  const before = Array.from(sentence.matchAll(IN_BRACKETS), ({ 1: short = "", index }) => {
    const long = wordsFor(short, sentence.slice(Math.max(0, index - 100), index).trim());
    return { short, long };
  });
  const after = Array.from(sentence.matchAll(SPELLED_OUT), ({ 1: short = "", 2: long = "" }) => ({
    short,
    long,
  }));
  return [...before, ...after].filter(({ short, long }) => isAcronymOf(short, long));
}

/** The words at the end of a text whose initials are the letters. */
function wordsFor(short: string, text: string): string {
  const words = text.split(/\s+/);
  for (let count = 2; count <= Math.min(words.length, short.length + 3); count += 1) {
    const some = words.slice(-count);
    if (!SMALL.test(some[0] ?? "") && isAcronymOf(short, some.join(" "))) return some.join(" ");
  }
  return "";
}
