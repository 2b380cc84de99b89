import type { Entity, Glossary } from "./glossary.ts";
import { buildPhraseFinder } from "./phrases.ts";

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
}

/** Builds a finder of entity names and aliases: longest first, whatever case, punctuation and plural s. */
export function buildNameFinder(glossary: Pick<Glossary, "entities">): NameFinder {
  const finder = buildPhraseFinder(
    glossary.entities.flatMap((entity) =>
      [entity.name, ...entity.aliases].map((text) => ({ text, value: entity })),
    ),
  );
  return {
    find: (text) => finder.find(text).map(({ value, start, end }) => ({ entity: value, start, end })),
  };
}
