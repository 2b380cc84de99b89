import type { Entity, Topic } from "../knowledge/glossary.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Lexicon } from "../query/lexicon.ts";
import { buildAnalyzer } from "../query/analyzer.ts";
import { buildEntityFinder } from "../query/entities.ts";
import { buildReader, type Reader } from "../query/understand.ts";
import { DEFAULT_POLICY, type DecisionPolicy } from "../retrieval/decision.ts";
import { analyseEntries, listEntries, type AnalysedEntry } from "../retrieval/entries.ts";
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

/** Builds the engine for a knowledge folder; `analysed` is what `analyseKnowledge` gives for the same knowledge. */
export function buildEngine(
  knowledge: Knowledge,
  lexicon: Lexicon,
  analysed: readonly AnalysedEntry[] = analyseKnowledge(knowledge),
): Engine {
  const { glossary, documents } = knowledge;
  const analyzer = buildAnalyzer(glossary);
  const entities = buildEntityFinder(glossary);
  const index = buildSearchIndex(listEntries(documents), analysed);
  const reader = buildReader({ glossary, analyzer, entities, documents: index, lexicon });
  return {
    knowledge,
    reader,
    index,
    policy: DEFAULT_POLICY,
    namedEntities: glossary.entities.filter(({ id }) => index.knows(id)),
    coveredTopics: glossary.topics.filter(({ id }) => index.topics.has(id)),
  };
}

/** What the entries of a knowledge folder say, in document order. */
export function analyseKnowledge({ glossary, documents }: Knowledge): AnalysedEntry[] {
  return analyseEntries(listEntries(documents), {
    analyzer: buildAnalyzer(glossary),
    entities: buildEntityFinder(glossary),
  });
}
