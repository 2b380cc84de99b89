/** A word of a text: as typed, in lower case without apostrophes, and where it stands. */
export interface Token {
  readonly raw: string;
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Longer than any word a reader would type; what is longer is noise. */
const WORD_MAX_LENGTH = 40;

/** Numbers with their separators, else letters and digits with inner apostrophes; `c++`, `c#`, `sec+` keep their sign. */
const WORD = /\d+(?:[.,]\d+)+k?|\.net\b|[\p{L}\p{N}\p{M}]+(?:'\p{L}+)*(?:(?:\+{1,2}|#)(?![\p{L}\p{N}]))?/giu;

/** Cuts normalised text into words. Thousands separators go: `8,644` is the word `8644`. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const raw = match[0];
    if (raw.length > WORD_MAX_LENGTH) continue;
    tokens.push({ raw, word: bareWord(raw.toLowerCase()), start: match.index, end: WORD.lastIndex });
  }
  return tokens;
}

// Few words have anything to remove.
function bareWord(word: string): string {
  if (!word.includes("'") && !word.includes(",")) return word;
  return word.replace(/'/g, "").replace(/,(?=\d)/g, "");
}
