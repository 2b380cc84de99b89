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
    isAlwaysSo: (phrase) => stands(phrase, body) && !stands(phrase.toLowerCase(), body),
    isWithin: (phrase) => isWithin(phrase, body),
    isSetOff: (phrase) => stands(phrase.toLowerCase(), setOff),
  };
}

const textOf = (texts: readonly string[]): string => `\n${texts.join("\n")}\n`;

const isLetter = (text: string | undefined): boolean => /[\p{L}\p{N}]/u.test(text ?? "");

/** So many places of a phrase are looked at. */
const MOST_PLACES = 300;

/** The places where a phrase stands as words of its own. */
function* placesOf(phrase: string, text: string): Generator<number> {
  let at = text.indexOf(phrase);
  for (let looked = 0; at >= 0 && looked < MOST_PLACES; looked += 1) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + phrase.length])) yield at;
    at = text.indexOf(phrase, at + 1);
  }
}

const stands = (phrase: string, text: string): boolean => !placesOf(phrase, text).next().done;

function isWithin(phrase: string, text: string): boolean {
  for (const at of placesOf(phrase, text)) if (/[\p{L}\p{N},;)] $/u.test(text.slice(at - 2, at))) return true;
  return false;
}
