import type { TextLine } from "./text-lines.ts";

/** How an article writes a phrase. */
export interface WordUse {
  /** True where it stands in a paragraph, list or table as printed, and nowhere in lower case. */
  readonly isAlwaysSo: (phrase: string) => boolean;
  /** True where it stands within a sentence as printed, so that its capital is its own. */
  readonly isWithin: (phrase: string) => boolean;
  /** True where a heading or bold print has it, whatever its case. */
  readonly isSetOff: (phrase: string) => boolean;
}

/** Looks up how an article writes phrases. */
export function wordUse(lines: readonly TextLine[]): WordUse {
  const body = textOf(lines.filter(({ kind }) => kind !== "heading").map(({ text }) => text));
  const headings = lines.filter(({ kind }) => kind === "heading").map(({ text }) => text);
  const setOff = textOf([...headings, ...lines.flatMap(({ marked }) => marked)]).toLowerCase();
  return {
    isAlwaysSo: (phrase) => placeOf(phrase, body) >= 0 && placeOf(phrase.toLowerCase(), body) < 0,
    isWithin: (phrase) => isWithin(phrase, body),
    isSetOff: (phrase) => placeOf(phrase.toLowerCase(), setOff) >= 0,
  };
}

const textOf = (texts: readonly string[]): string => `\n${texts.join("\n")}\n`;

const isLetter = (text: string | undefined): boolean => /[\p{L}\p{N}]/u.test(text ?? "");

/** Where a phrase stands as words of its own at or after an offset, or -1. */
function placeOf(phrase: string, text: string, from = 0): number {
  let at = text.indexOf(phrase, from);
  while (at >= 0 && (isLetter(text[at - 1]) || isLetter(text[at + phrase.length]))) {
    at = text.indexOf(phrase, at + 1);
  }
  return at;
}

function isWithin(phrase: string, text: string): boolean {
  let at = placeOf(phrase, text);
  while (at >= 0) {
    if (/[\p{L}\p{N},;)] $/u.test(text.slice(at - 2, at))) return true;
    at = placeOf(phrase, text, at + 1);
  }
  return false;
}
