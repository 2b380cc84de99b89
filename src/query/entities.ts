import type { Entity, Glossary } from "../knowledge/glossary.ts";
import { normalizeText } from "./normalize.ts";
import { buildPhraseMatcher } from "./phrase-matcher.ts";
import { tokenize } from "./tokenize.ts";

/** A name found in a list of words; several candidates when the alias has several meanings. */
export interface Mention {
  readonly candidates: readonly Entity[];
  /** Index of the first word, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

export interface EntityFinder {
  /** The longest names first, from left to right, without overlap. */
  find(words: readonly string[]): Mention[];
  /** Every word of every name and alias. */
  readonly words: ReadonlySet<string>;
}

/** Builds the finder over all names and aliases; a plural of the last word is found too. */
export function buildEntityFinder(glossary: Glossary): EntityFinder {
  const phrases = glossary.entities.flatMap((entity) =>
    [entity.name, ...entity.aliases].flatMap((name) => spellings(name).map((words) => [words, entity] as const)),
  );
  const match = buildPhraseMatcher(phrases);
  return {
    find: (words) => match(words).map(({ values, start, end }) => ({ candidates: values, start, end })),
    words: new Set(phrases.flatMap(([words]) => words)),
  };
}

function spellings(name: string): string[][] {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (!last || !/\p{L}$/u.test(last) || last.length < 3) return [words];
  return [words, [...words.slice(0, -1), `${last}s`]];
}

/** The words of a name or phrase, as questions and documents are cut. */
export function wordsOf(text: string): string[] {
  return tokenize(normalizeText(text)).map((token) => token.word);
}
