import type { Entity, Topic } from "../knowledge/glossary.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import type { Lexicon } from "../query/lexicon.ts";
import { buildAnalyzer } from "../query/analyzer.ts";
import { buildEntityFinder } from "../query/entities.ts";
import { listGlossaryWords, type GlossaryWords } from "../query/glossary-words.ts";
import { buildReader, type Reader } from "../query/understand.ts";
import { calibrate } from "../retrieval/calibration.ts";
import { confidenceIn, type DecisionPolicy } from "../retrieval/decision.ts";
import { analyseEntries, listEntries, type AnalysedEntry } from "../retrieval/entries.ts";
import { prepareIndex, type PreparedIndex } from "../retrieval/index-parts.ts";
import { buildSearchIndex, openIndex, type SearchIndex } from "../retrieval/search-index.ts";

/** Everything that answering reads: the knowledge, its reader, its index, and what to say. Built once, never changed. */
export interface Engine {
  readonly knowledge: Knowledge;
  readonly reader: Reader;
  readonly index: SearchIndex;
  readonly policy: DecisionPolicy;
  /** The language that the bot speaks around what documents say. */
  readonly wording: Wording;
  /** Entities that a document names, in the glossary's order. */
  readonly namedEntities: readonly Entity[];
  /** Topics that a snippet is about, in the glossary's order. */
  readonly coveredTopics: readonly Topic[];
}

/** What building an engine takes long to find out, kept in the snapshot. */
export interface Prepared {
  readonly words: GlossaryWords;
  readonly index: PreparedIndex;
  readonly policy: DecisionPolicy;
}

/** Builds the engine for a knowledge folder; `analysed` is what `analyseKnowledge` gives for it. */
export function buildEngine(
  knowledge: Knowledge,
  lexicon: Lexicon,
  analysed: readonly AnalysedEntry[] = analyseKnowledge(knowledge),
): Engine {
  return assemble({
    knowledge,
    lexicon,
    words: listGlossaryWords(knowledge.glossary),
    index: buildSearchIndex(listEntries(knowledge.documents), analysed),
  });
}

/** Opens the engine that was prepared for the same knowledge. */
export function openEngine(knowledge: Knowledge, lexicon: Lexicon, prepared: Prepared): Engine {
  const index = openIndex(listEntries(knowledge.documents), prepared.index);
  return assemble({ ...prepared, knowledge, lexicon, index });
}

/** What an engine over some knowledge is opened with. */
export function prepareKnowledge(knowledge: Knowledge, lexicon: Lexicon): Prepared {
  const analysed = analyseKnowledge(knowledge);
  const { policy } = buildEngine(knowledge, lexicon, analysed);
  const words = listGlossaryWords(knowledge.glossary);
  return { words, index: prepareIndex(listEntries(knowledge.documents), analysed), policy };
}

interface EngineParts extends Pick<Engine, "knowledge" | "index"> {
  readonly lexicon: Lexicon;
  readonly words: GlossaryWords;
  /** Calibrated when left out. */
  readonly policy?: DecisionPolicy;
}

function assemble({ knowledge, lexicon, words, index, policy }: EngineParts): Engine {
  const { glossary } = knowledge;
  const analyzer = buildAnalyzer(glossary, words.groups);
  const entities = buildEntityFinder(glossary, words);
  const reader = buildReader({ glossary, words, analyzer, entities, documents: index, lexicon });
  const namedEntities = glossary.entities.filter(({ id }) => index.knows(id));
  return {
    knowledge,
    reader,
    index,
    policy: policy ?? calibrateFor({ reader, index, namedEntities }),
    wording: LANGUAGES[0],
    namedEntities,
    coveredTopics: glossary.topics.filter(({ id }) => index.topics.has(id)),
  };
}

function calibrateFor({
  reader,
  index,
  namedEntities,
}: Pick<Engine, "reader" | "index" | "namedEntities">): DecisionPolicy {
  const roles = namedEntities.filter(({ id }) => index.roles.has(id)).map(({ name }) => name);
  const confidence = (question: string): number =>
    Math.max(0, ...reader.understand(question).parts.map((part) => confidenceIn(part, index)));
  return calibrate(confidence, roles);
}

/** What the entries of a knowledge folder say, in document order. */
export function analyseKnowledge({ glossary, documents }: Knowledge): AnalysedEntry[] {
  return analyseEntries(listEntries(documents), {
    analyzer: buildAnalyzer(glossary),
    entities: buildEntityFinder(glossary),
  });
}
