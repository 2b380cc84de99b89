import type { Document } from "../knowledge/document.ts";
import type { Entity, Glossary } from "../knowledge/glossary.ts";
import { buildNameFinder, foldNames } from "../knowledge/names.ts";
import type { EntityFinder } from "../query/entities.ts";
import { extendReadingTools } from "../query/reading-tools.ts";
import { collectParts } from "../retrieval/collected-parts.ts";
import type { DecisionPolicy } from "../retrieval/decision.ts";
import { analyseInSteps, listEntries, textsOf } from "../retrieval/entries.ts";
import { extendIndex, type ExtendedIndex } from "../retrieval/extended-index.ts";
import { buildSearchIndex, type BaseIndex } from "../retrieval/search-index.ts";
import { finish, type Steps } from "../retrieval/steps.ts";
import { assembleEngine, type BaseEngine, type Engine } from "./engine.ts";

/** A server's own documents, and the names that they introduce. */
export interface OwnKnowledge {
  /** Their ids are none of the built-in ones'. */
  readonly documents: readonly Document[];
  /** Their ids are none of the glossary's. */
  readonly entities: readonly Entity[];
}

/**
 * Builds the engine over the documents of a base and own ones after them. It replies as one that was built over all of
 * them would, and shares with the base all that is alike; the base is not changed. Throws where ids are not unique.
 */
export function extendEngine(base: BaseEngine, own: OwnKnowledge): Engine {
  return finish(extendInSteps(base, own));
}

/**
 * The same in steps, none of which takes much longer than an answer. `policy` is the one that was chosen for the same
 * base and documents before; most of the work is choosing it.
 */
export function* extendInSteps(base: BaseEngine, own: OwnKnowledge, policy?: DecisionPolicy): Steps<Engine> {
  requireUnique([...base.knowledge.documents, ...own.documents].map(({ id }) => id));
  requireUnique([...base.knowledge.glossary.entities, ...own.entities].map(({ id }) => id));
  const glossary = extendGlossary(base.knowledge.glossary, own.entities);
  const index = yield* indexOwn(base, own);
  yield;
  const tools = extendReadingTools(base.tools, {
    glossary,
    introduced: own.entities,
    documents: index,
    words: index.ownWords,
  });
  yield;
  const knowledge = { glossary, documents: [...base.knowledge.documents, ...own.documents] };
  return yield* assembleEngine({
    knowledge,
    introduced: own.entities,
    below: index.shared > 0 ? base : undefined,
    tools,
    index,
    reference: base.reference,
    ...(policy && { policy }),
  });
}

function requireUnique(ids: readonly string[]): void {
  const known = new Set<string>();
  for (const id of ids) {
    if (known.has(id)) throw new Error(`The id "${id}" is there twice.`);
    known.add(id);
  }
}

function extendGlossary(glossary: Glossary, introduced: readonly Entity[]): Glossary {
  return introduced.length === 0
    ? glossary
    : { ...glossary, entities: [...glossary.entities, ...introduced] };
}

const NOTHING = buildSearchIndex([], []);

// Names that the built-in documents have too change what those say, so that nothing of their index can be shared.
function* indexOwn({ index, tools }: BaseEngine, own: OwnKnowledge): Steps<ExtendedIndex> {
  const entities = tools.entities.with(own.entities);
  const isShared = !(yield* findNamed(own.entities, { index, finder: entities }));
  const below = isShared ? index : NOTHING;
  const entries = [...(isShared ? [] : index.entries), ...listEntries(own.documents)];
  const analysed = yield* analyseInSteps(entries, { analyzer: tools.analyzer, entities });
  const parts = yield* collectParts(entries, analysed, below.layer.vocabulary);
  return yield* extendIndex(below, entries, parts);
}

/** Whether the texts of an index name one of the entities; `finder` knows all names, and that CI/CD is no CI. */
function* findNamed(
  entities: readonly Entity[],
  { index, finder }: { readonly index: BaseIndex; readonly finder: EntityFinder },
): Steps<boolean> {
  const possible = entities.filter((entity) => mayName(entity, index));
  if (possible.length === 0) return false;
  const names = buildNameFinder({ entities: possible });
  const isNamed = (text: string): boolean =>
    names.find(text).length > 0 &&
    finder.find(text).some(({ candidates }) => candidates.some((candidate) => possible.includes(candidate)));
  for (const entry of index.entries) {
    if (textsOf(entry).some(isNamed)) return true;
    yield;
  }
  return false;
}

/** Whether all words of one of its names are there, wherever they stand. */
function mayName(entity: Entity, { layer }: BaseIndex): boolean {
  return foldNames({ entities: [entity] }).some((name) =>
    name.split(" ").every((word) => layer.folded().has(word)),
  );
}
