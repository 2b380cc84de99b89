import type { Entity, Glossary } from "../knowledge/glossary.ts";
import { buildNameFinder, foldNames, type NameFinder } from "../knowledge/names.ts";
import { normalizeText } from "./normalize.ts";
import { tokenize } from "./tokenize.ts";

/** A name found in a text; several candidates when it has several meanings. */
export interface Mention {
  readonly candidates: readonly Entity[];
  /** Offsets in the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

export interface EntityFinder {
  /** The longest names first, from left to right, without overlap. */
  find(text: string): Mention[];
  /** The finder of these and other names, which shares what it knows of these. */
  with(entities: readonly Entity[]): EntityFinder;
}

/** The names and aliases of a glossary as words. */
export interface NameWords {
  /** Each name and alias in the glossary's order, folded. */
  readonly names: readonly string[];
  /** Every word of them, once. */
  readonly nameWords: readonly string[];
  /** Those of several words, in their words. */
  readonly longNames: readonly string[];
}

/** Builds the finder of the glossary's names and aliases; `known` is what `listNames` gives for the glossary. */
export function buildEntityFinder(
  glossary: Glossary,
  known: Pick<NameWords, "names"> = listNames(glossary),
): EntityFinder {
  return finderOf(buildNameFinder(glossary, known.names));
}

function finderOf(names: NameFinder): EntityFinder {
  return {
    find: (text) => {
      const mentions = new Map<number, Mention>();
      for (const { entity, start, end } of names.find(text)) {
        mentions.set(start, { start, end, candidates: [...(mentions.get(start)?.candidates ?? []), entity] });
      }
      return [...mentions.values()];
    },
    with: (entities) => finderOf(names.with(entities)),
  };
}

/** Cuts the names and aliases of a glossary into words. */
export function listNames(glossary: Pick<Glossary, "entities">): NameWords {
  const cut = glossary.entities.flatMap(({ name, aliases }) => [name, ...aliases].map(wordsOf));
  return {
    names: foldNames(glossary),
    nameWords: [...new Set(cut.flat())],
    longNames: cut.filter((words) => words.length > 1).map((words) => words.join(" ")),
  };
}

/** The ids of every entity that a text may name, and of those they are part of: Houston is a place in Texas. */
export function entityIdsIn(text: string, finder: EntityFinder): string[] {
  return finder.find(text).flatMap(idsOf);
}

/** The ids of every entity that a name may mean, and of those they are part of. */
export function idsOf({ candidates }: Mention): string[] {
  return candidates.flatMap(({ id, partOf }) => [id, ...partOf]);
}

/** The words of a name or phrase, as questions and documents are cut. */
export function wordsOf(text: string): string[] {
  return tokenize(normalizeText(text)).map((token) => token.word);
}
