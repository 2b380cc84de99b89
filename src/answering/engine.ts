import type { Entity, Topic } from "../knowledge/glossary.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import type { Lexicon } from "../query/lexicon.ts";
import { buildAnalyzer } from "../query/analyzer.ts";
import { buildEntityFinder } from "../query/entities.ts";
import { buildReader, type Reader } from "../query/understand.ts";
import { calibrate } from "../retrieval/calibration.ts";
import { confidenceIn, type DecisionPolicy } from "../retrieval/decision.ts";
import { analyseEntries, listEntries, type AnalysedEntry } from "../retrieval/entries.ts";
import { buildSearchIndex, type SearchIndex } from "../retrieval/search-index.ts";

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
  readonly analysed: readonly AnalysedEntry[];
  /** Calibrated when left out. */
  readonly policy?: DecisionPolicy;
}

/** Builds the engine for a knowledge folder; `prepared` is what `prepareKnowledge` gives for the same knowledge. */
export function buildEngine(
  knowledge: Knowledge,
  lexicon: Lexicon,
  prepared: Prepared = { analysed: analyseKnowledge(knowledge) },
): Engine {
  const { glossary, documents } = knowledge;
  const { analysed } = prepared;
  const analyzer = buildAnalyzer(glossary);
  const entities = buildEntityFinder(glossary);
  const index = buildSearchIndex(listEntries(documents), analysed);
  const reader = buildReader({ glossary, analyzer, entities, documents: index, lexicon });
  const namedEntities = glossary.entities.filter(({ id }) => index.knows(id));
  return {
    knowledge,
    reader,
    index,
    policy: prepared.policy ?? calibrateFor({ reader, index, namedEntities }),
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

/** What an engine over some knowledge is built with. */
export function prepareKnowledge(knowledge: Knowledge, lexicon: Lexicon): Required<Prepared> {
  const analysed = analyseKnowledge(knowledge);
  const { policy } = buildEngine(knowledge, lexicon, { analysed });
  return { analysed, policy };
}

/** What the entries of a knowledge folder say, in document order. */
function analyseKnowledge({ glossary, documents }: Knowledge): AnalysedEntry[] {
  return analyseEntries(listEntries(documents), {
    analyzer: buildAnalyzer(glossary),
    entities: buildEntityFinder(glossary),
  });
}
