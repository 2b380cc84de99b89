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
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    if (raw.length > WORD_MAX_LENGTH) continue;
    const word = raw
      .toLowerCase()
      .replace(/'/g, "")
      .replace(/,(?=\d)/g, "");
    tokens.push({ raw, word, start: match.index, end: match.index + raw.length });
  }
  return tokens;
}
