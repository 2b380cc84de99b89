import type { Entity, Topic } from "../knowledge/glossary.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import type { Lexicon } from "../query/lexicon.ts";
import { buildAnalyzer } from "../query/analyzer.ts";
import { buildEntityFinder } from "../query/entities.ts";
import { listGlossaryWords, type GlossaryWords } from "../query/glossary-words.ts";
import { buildReadingTools, type ReadingTools } from "../query/reading-tools.ts";
import { buildReader, type Reader } from "../query/understand.ts";
import { chooseThresholds, outOfScope } from "../retrieval/calibration.ts";
import { confidenceIn, type DecisionPolicy } from "../retrieval/decision.ts";
import { analyseEntries, listEntries, type AnalysedEntry } from "../retrieval/entries.ts";
import { prepareIndex, type PreparedIndex } from "../retrieval/index-parts.ts";
import {
  buildSearchIndex,
  openIndexInSteps,
  type BaseIndex,
  type SearchIndex,
} from "../retrieval/search-index.ts";
import { finish, type Steps } from "../retrieval/steps.ts";

/** Everything that answering reads: the knowledge, its reader, its index, and what to say. Built once, never changed. */
export interface Engine {
  readonly knowledge: Knowledge;
  /** The entities of the glossary that a server's own documents introduce: no other document is read with them. */
  readonly introduced: readonly Entity[];
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

/** An engine that stands by itself, and what others share that are built upon it. */
export interface BaseEngine extends Engine {
  readonly index: BaseIndex;
  readonly tools: ReadingTools;
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
): BaseEngine {
  return finish(
    assembleBase({
      knowledge,
      lexicon,
      words: listGlossaryWords(knowledge.glossary),
      index: buildSearchIndex(listEntries(knowledge.documents), analysed),
    }),
  );
}

/** Opens the engine that was prepared for the same knowledge. */
export function openEngine(knowledge: Knowledge, lexicon: Lexicon, prepared: Prepared): BaseEngine {
  return finish(openInSteps(knowledge, lexicon, prepared));
}

/** The same in steps, none of which takes much longer than an answer. */
export function* openInSteps(knowledge: Knowledge, lexicon: Lexicon, prepared: Prepared): Steps<BaseEngine> {
  const index = yield* openIndexInSteps(listEntries(knowledge.documents), prepared.index);
  yield;
  return yield* assembleBase({ ...prepared, knowledge, lexicon, index });
}

/** What an engine over some knowledge is opened with. */
export function prepareKnowledge(knowledge: Knowledge, lexicon: Lexicon): Prepared {
  const analysed = analyseKnowledge(knowledge);
  const { policy } = buildEngine(knowledge, lexicon, analysed);
  const words = listGlossaryWords(knowledge.glossary);
  return { words, index: prepareIndex(listEntries(knowledge.documents), analysed), policy };
}

interface BaseParts {
  readonly knowledge: Knowledge;
  readonly index: BaseIndex;
  readonly lexicon: Lexicon;
  readonly words: GlossaryWords;
  /** Calibrated when left out. */
  readonly policy?: DecisionPolicy;
}

function* assembleBase({ knowledge, lexicon, words, index, policy }: BaseParts): Steps<BaseEngine> {
  const { glossary } = knowledge;
  const analyzer = buildAnalyzer(glossary, words.groups);
  yield;
  const entities = buildEntityFinder(glossary, words);
  yield;
  const tools = buildReadingTools({ glossary, words, analyzer, entities, documents: index, lexicon });
  yield;
  const engine = yield* assembleEngine({ knowledge, tools, index, ...(policy && { policy }) });
  return { ...engine, index, tools };
}

/** Puts an engine together from its parts; calibrates it where no policy is given, a question a step. */
export function* assembleEngine({
  knowledge,
  introduced = [],
  tools,
  index,
  policy,
}: {
  readonly knowledge: Knowledge;
  readonly introduced?: readonly Entity[];
  readonly tools: ReadingTools;
  readonly index: SearchIndex;
  readonly policy?: DecisionPolicy;
}): Steps<Engine> {
  const { entities, topics } = knowledge.glossary;
  const reader = buildReader(tools);
  const namedEntities = entities.filter(({ id }) => index.knows(id));
  return {
    knowledge,
    introduced,
    reader,
    index,
    policy: policy ?? (yield* calibrateFor({ reader, index, namedEntities })),
    wording: LANGUAGES[0],
    namedEntities,
    coveredTopics: topics.filter(({ id }) => index.topics.has(id)),
  };
}

function* calibrateFor({
  reader,
  index,
  namedEntities,
}: Pick<Engine, "reader" | "index" | "namedEntities">): Steps<DecisionPolicy> {
  const roles = mostSpokenOf(namedEntities, index).map(({ name }) => name);
  const confidences: number[] = [];
  for (const question of outOfScope(roles)) {
    const { parts } = reader.understand(question);
    confidences.push(Math.max(0, ...parts.map((part) => confidenceIn(part, index))));
    yield;
  }
  return chooseThresholds(confidences);
}

/** Of a role that documents know little of most questions are refused at once, which tells nothing of the threshold. */
const CALIBRATED_WITH = 2;

function mostSpokenOf(entities: readonly Entity[], { roles, entries }: SearchIndex): readonly Entity[] {
  const count = (id: string): number => entries.filter(({ snippet }) => snippet.roles.includes(id)).length;
  const covered = entities.filter(({ id }) => roles.has(id));
  const counts = new Map(covered.map(({ id }) => [id, count(id)]));
  const chosen = [...counts].toSorted(([, one], [, other]) => other - one).slice(0, CALIBRATED_WITH);
  return covered.filter(({ id }) => chosen.some(([most]) => most === id));
}

/** What the entries of a knowledge folder say, in document order. */
export function analyseKnowledge({ glossary, documents }: Knowledge): AnalysedEntry[] {
  return analyseEntries(listEntries(documents), {
    analyzer: buildAnalyzer(glossary),
    entities: buildEntityFinder(glossary),
  });
}
