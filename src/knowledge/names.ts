import type { Entity, Glossary } from "./glossary.ts";
import { buildPhraseFinder, type Phrase, type PhraseFinder } from "./phrases.ts";
import { foldText } from "./words.ts";

/** An entity's name or alias in a text; `end` is exclusive. */
interface NameHit {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
}

/** Finds the glossary's names in texts. */
export interface NameFinder {
  /** Hits in text order, not overlapping; a name that two entities share gives a hit for each. */
  readonly find: (text: string) => readonly NameHit[];
  /** The finder of these and other names, which shares what it knows of these. */
  readonly with: (entities: readonly Entity[]) => NameFinder;
}

/**
 * Builds a finder of entity names and aliases: longest first, whatever case, punctuation and plural s. `folded` is what
 * `foldNames` gives for the glossary.
 */
export function buildNameFinder(
  glossary: Pick<Glossary, "entities">,
  folded: readonly string[] = foldNames(glossary),
): NameFinder {
  return finderOf(buildPhraseFinder(phrasesOf(glossary.entities), folded));
}

function finderOf(phrases: PhraseFinder<Entity>): NameFinder {
  return {
    find: (text) => phrases.find(text).map(({ value, start, end }) => ({ entity: value, start, end })),
    with: (entities) => finderOf(phrases.with(phrasesOf(entities))),
  };
}

const phrasesOf = (entities: readonly Entity[]): Phrase<Entity>[] =>
  entities.flatMap((entity) => [entity.name, ...entity.aliases].map((text) => ({ text, value: entity })));

/** The names and aliases of all entities in order, folded. */
export function foldNames({ entities }: Pick<Glossary, "entities">): string[] {
  return entities.flatMap(({ name, aliases }) => [name, ...aliases].map(foldText));
}
