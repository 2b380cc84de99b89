import type { Entity, Topic } from "../knowledge/glossary.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Lexicon } from "../query/lexicon.ts";
import { wordsOf } from "../query/entities.ts";
import type { DocumentWords } from "../query/reading-tools.ts";
import { buildReader, type Reader } from "../query/understand.ts";
import { DEFAULT_POLICY, type DecisionPolicy } from "../retrieval/decision.ts";
import { buildSearchIndex, type SearchIndex } from "../retrieval/search-index.ts";

/** Everything that answering reads: the knowledge, its reader, and its index. Built once, never changed. */
export interface Engine {
  readonly knowledge: Knowledge;
  readonly reader: Reader;
  readonly index: SearchIndex;
  readonly policy: DecisionPolicy;
  /** Entities that a document names, in the glossary's order. */
  readonly namedEntities: readonly Entity[];
  /** Topics that a snippet is about, in the glossary's order. */
  readonly coveredTopics: readonly Topic[];
}

/** Builds the engine for a knowledge folder. */
export function buildEngine(knowledge: Knowledge, lexicon: Lexicon): Engine {
  const { glossary, documents } = knowledge;
  const reader = buildReader({ glossary, documents: documentWords(knowledge), lexicon });
  const index = buildSearchIndex(documents, reader);
  return {
    knowledge,
    reader,
    index,
    policy: DEFAULT_POLICY,
    namedEntities: glossary.entities.filter(({ id }) => index.knows(id)),
    coveredTopics: glossary.topics.filter(({ id }) => index.topics.has(id)),
  };
}

function documentWords({ documents }: Knowledge): DocumentWords {
  const words = new Set<string>();
  const sections = documents.flatMap((document) => document.sections);
  const snippets = sections.flatMap((section) => section.snippets);
  const texts = snippets.flatMap(({ question, waysOfAsking, answer }) => [question, ...waysOfAsking, answer]);
  for (const text of [...sections.map(({ heading }) => heading), ...texts]) {
    for (const word of wordsOf(text)) words.add(word);
  }
  return {
    words,
    topics: new Set(snippets.flatMap(({ topics }) => topics)),
    roles: new Set(snippets.flatMap(({ roles }) => roles)),
  };
}
