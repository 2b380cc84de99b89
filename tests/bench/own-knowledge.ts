import type { Document } from "../../src/knowledge/document.ts";
import type { Entity } from "../../src/knowledge/glossary.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { multiplyKnowledge } from "./scale-knowledge.ts";

/** What a server adds to the shipped knowledge. */
export interface InventedKnowledge {
  readonly documents: readonly Document[];
  /** The roles of its documents that the shipped glossary lacks. */
  readonly entities: readonly Entity[];
}

/** Invents a server's own documents of `count` snippets, and the roles that they are about. */
export function inventOwnKnowledge(shipped: Knowledge, count: number): InventedKnowledge {
  const { glossary, documents } = multiplyKnowledge(shipped, count);
  const own = takeSnippets(documents, count);
  const about = new Set(own.flatMap(({ sections }) => sections.flatMap(rolesIn)));
  const known = new Set(shipped.glossary.entities.map(({ id }) => id));
  return { documents: own, entities: glossary.entities.filter(({ id }) => about.has(id) && !known.has(id)) };
}

const rolesIn = ({ snippets }: Document["sections"][number]): string[] =>
  snippets.flatMap(({ roles }) => roles);

function takeSnippets(documents: readonly Document[], count: number): Document[] {
  let left = count;
  const taken = documents.map((document) => ({
    ...document,
    id: `own-${document.id}`,
    sections: document.sections.map((section) => ({
      ...section,
      snippets: section.snippets
        .filter(() => left-- > 0)
        .map((snippet) => ({ ...snippet, id: `own-${snippet.id}` })),
    })),
  }));
  return taken.filter(({ sections }) => sections.some(({ snippets }) => snippets.length > 0));
}
