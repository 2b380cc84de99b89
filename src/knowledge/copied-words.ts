import type { SourceText } from "./source-text.ts";

/** So many words in a row are the source's sentence, not a fact. */
const COPIED_WORDS = 12;

/** Finds the first run of words in a text that stands in the source; `undefined` when the text is in its own words. */
export type FindCopy = (text: string) => string | undefined;

/** Prepares the search for copied runs; quotations in quotation marks are allowed. */
export function buildCopyFinder(source: SourceText): FindCopy {
  const runs = new Set(source.sections.flatMap((section) => section.pieces).flatMap(runsIn));
  return (text) =>
    text
      .split(/"[^"]*"|“[^”]*”/)
      .flatMap(runsIn)
      .find((run) => runs.has(run));
}

function runsIn(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? [];
  return words.flatMap((_, at) =>
    at + COPIED_WORDS <= words.length ? [words.slice(at, at + COPIED_WORDS).join(" ")] : [],
  );
}
