/** A word of a text: folded for comparing, and where it stands. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** A word keeps a leading dot (`.NET`) and trailing `+`, `++`, `#` (`Security+`, `C++`, `C#`), and an apostrophe inside. */
const WORD =
  /(?<![\p{L}\p{N}])\.?[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*(?:(?:\+{1,2}|#)(?![\p{L}\p{N}]))?|[\p{L}\p{N}\p{M}]+/gu;

/** Divides text into words that compare equal whatever their case, accents, possessive and plural s. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    words.push({ folded: foldWord(match[0]), start: match.index, end: WORD.lastIndex });
  }
  return words;
}

/** The words of a text for comparing whole texts: `What's a SOC-analyst?` is `what a soc analyst`. */
export function foldText(text: string): string {
  return splitWords(text)
    .map((word) => word.folded)
    .join(" ");
}

/** Texts repeat their words; folded words are kept, up to a bound. */
const FOLDED_KEPT = 20_000;
const foldedWords = new Map<string, string>();

function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = foldAnew(word);
  if (foldedWords.size < FOLDED_KEPT) foldedWords.set(word, folded);
  return folded;
}

function foldAnew(word: string): string {
  const bare = word
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s?$|['’]s$/, "")
    .replaceAll(/['’]/g, "");
  return withoutPlural(bare);
}

function withoutPlural(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}
