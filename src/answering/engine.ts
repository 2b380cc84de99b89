import type { Entity, Glossary, Topic } from "../knowledge/glossary.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import type { Lexicon } from "../query/lexicon.ts";
import { buildAnalyzer } from "../query/analyzer.ts";
import { buildEntityFinder } from "../query/entities.ts";
import { listGlossaryWords, type GlossaryWords } from "../query/glossary-words.ts";
import { buildReadingTools, type DocumentWords, type ReadingTools } from "../query/reading-tools.ts";
import { buildReader, type Reader } from "../query/understand.ts";
import { chooseThresholds, oddQuestions, outOfScope } from "../retrieval/calibration.ts";
import { confidenceIn, type DecisionPolicy } from "../retrieval/decision.ts";
import { analyseEntries, listEntries, type AnalysedEntry, type Entry } from "../retrieval/entries.ts";
import { prepareIndex, type PreparedIndex } from "../retrieval/index-parts.ts";
import {
  buildSearchIndex,
  openIndexInSteps,
  type BaseIndex,
  type SearchIndex,
} from "../retrieval/search-index.ts";
import { subjectsOf, type ReferenceShelf, type Shelf } from "../retrieval/shelf.ts";
import { finish, type Steps } from "../retrieval/steps.ts";

/** Everything that answering reads: the knowledge, its reader, its index, and what to say. Built once, never changed. */
export interface Engine extends Shelf {
  readonly knowledge: Knowledge;
  /** The entities of the glossary that a server's own documents introduce: no other document is read with them. */
  readonly introduced: readonly Entity[];
  readonly reader: Reader;
  /** Over the articles: all documents but those for reference. */
  readonly index: SearchIndex;
  /** Of the articles. */
  readonly policy: DecisionPolicy;
  /** The documents for reference, where there are some. */
  readonly reference: ReferenceShelf | undefined;
  /** Those of articles, then those of documents for reference. */
  readonly entries: readonly Entry[];
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
export interface Prepared extends PreparedShelf {
  readonly words: GlossaryWords;
  readonly reference?: PreparedShelf | undefined;
}

interface PreparedShelf {
  readonly index: PreparedIndex;
  readonly policy: DecisionPolicy;
}

/** Builds the engine for a knowledge folder; `analysed` is what `analyseKnowledge` gives for it. */
export function buildEngine(
  knowledge: Knowledge,
  lexicon: Lexicon,
  analysed: readonly AnalysedEntry[] = analyseKnowledge(knowledge),
): BaseEngine {
  const { articles, reference } = divide(knowledge, analysed);
  return finish(
    assembleBase({
      knowledge,
      lexicon,
      words: listGlossaryWords(knowledge.glossary),
      index: buildSearchIndex(articles.entries, articles.analysed),
      reference: reference && { index: buildSearchIndex(reference.entries, reference.analysed) },
    }),
  );
}

/** Opens the engine that was prepared for the same knowledge. */
export function openEngine(knowledge: Knowledge, lexicon: Lexicon, prepared: Prepared): BaseEngine {
  return finish(openInSteps(knowledge, lexicon, prepared));
}

/** The same in steps, none of which takes much longer than an answer. */
export function* openInSteps(knowledge: Knowledge, lexicon: Lexicon, prepared: Prepared): Steps<BaseEngine> {
  const { articles, reference } = shelve(knowledge);
  const index = yield* openIndexInSteps(articles, prepared.index);
  yield;
  const kept = prepared.reference;
  const shelf = kept && { ...kept, index: yield* openIndexInSteps(reference, kept.index) };
  yield;
  return yield* assembleBase({ ...prepared, knowledge, lexicon, index, reference: shelf });
}

/** What an engine over some knowledge is opened with. */
export function prepareKnowledge(knowledge: Knowledge, lexicon: Lexicon): Prepared {
  const analysed = analyseKnowledge(knowledge);
  const { policy, reference: shelf } = buildEngine(knowledge, lexicon, analysed);
  const { articles, reference } = divide(knowledge, analysed);
  return {
    words: listGlossaryWords(knowledge.glossary),
    index: prepareIndex(articles.entries, articles.analysed),
    policy,
    reference: reference &&
      shelf && { index: prepareIndex(reference.entries, reference.analysed), policy: shelf.policy },
  };
}

function shelve({ documents }: Knowledge): Record<"articles" | "reference", readonly Entry[]> {
  const entries = listEntries(documents);
  return {
    articles: entries.filter(isOfArticle),
    reference: entries.filter((entry) => !isOfArticle(entry)),
  };
}

const isOfArticle = ({ document }: Entry): boolean => document.reference !== true;

interface AnalysedShelf {
  readonly entries: readonly Entry[];
  readonly analysed: readonly AnalysedEntry[];
}

function divide(
  { documents }: Knowledge,
  analysed: readonly AnalysedEntry[],
): { readonly articles: AnalysedShelf; readonly reference: AnalysedShelf | undefined } {
  const all = listEntries(documents).flatMap((entry, at) => {
    const said = analysed[at];
    return said ? [{ entry, said }] : [];
  });
  const pick = (isPicked: (entry: Entry) => boolean): AnalysedShelf => {
    const picked = all.filter(({ entry }) => isPicked(entry));
    return { entries: picked.map(({ entry }) => entry), analysed: picked.map(({ said }) => said) };
  };
  const reference = pick((entry) => !isOfArticle(entry));
  return { articles: pick(isOfArticle), reference: reference.entries.length > 0 ? reference : undefined };
}

interface BaseShelf {
  readonly index: BaseIndex;
  /** Calibrated when left out. */
  readonly policy?: DecisionPolicy;
}

interface BaseParts extends BaseShelf {
  readonly knowledge: Knowledge;
  readonly reference: BaseShelf | undefined;
  readonly lexicon: Lexicon;
  readonly words: GlossaryWords;
}

function* assembleBase({
  knowledge,
  lexicon,
  words,
  index,
  policy,
  reference,
}: BaseParts): Steps<BaseEngine> {
  const { glossary } = knowledge;
  const analyzer = buildAnalyzer(glossary, words.groups);
  yield;
  const entities = buildEntityFinder(glossary, words);
  yield;
  const documents = reference ? joinWords(index, reference.index) : index;
  const tools = buildReadingTools({ glossary, words, analyzer, entities, documents, lexicon });
  yield;
  const shelf = reference && (yield* placeReference(reference, { glossary, reader: buildReader(tools) }));
  const engine = yield* assembleEngine({
    knowledge,
    tools,
    index,
    reference: shelf,
    ...(policy && { policy }),
  });
  return { ...engine, index, tools };
}

const joinWords = (one: BaseIndex, other: BaseIndex): DocumentWords => ({
  words: new Set([...one.words, ...other.words]),
  ...joinSubjects(one, other),
});

/** The topics and roles that the entries of either index are about. */
export const joinSubjects = (
  one: SearchIndex,
  other: SearchIndex | undefined,
): Pick<SearchIndex, "topics" | "roles"> => ({
  topics: new Set([...one.topics, ...(other?.topics ?? [])]),
  roles: new Set([...one.roles, ...(other?.roles ?? [])]),
});

function* placeReference(
  { index, policy }: BaseShelf,
  { glossary, reader }: { readonly glossary: Glossary; readonly reader: Reader },
): Steps<ReferenceShelf> {
  const subjects = subjectsOf(index, glossary);
  const names = glossary.entities.filter(({ id }) => subjects.has(id)).map(({ name }) => name);
  return { index, subjects, policy: policy ?? (yield* calibrateOn(oddQuestions(names), { index, reader })) };
}

/** Puts an engine together from its parts; calibrates it where no policy is given, a question a step. */
export function* assembleEngine({
  knowledge,
  introduced = [],
  tools,
  index,
  reference,
  policy,
}: {
  readonly knowledge: Knowledge;
  readonly introduced?: readonly Entity[];
  readonly tools: ReadingTools;
  readonly index: SearchIndex;
  readonly reference: ReferenceShelf | undefined;
  readonly policy?: DecisionPolicy;
}): Steps<Engine> {
  const { entities, topics } = knowledge.glossary;
  const reader = buildReader(tools);
  const covered = joinSubjects(index, reference?.index);
  const roles = entities.filter(({ id }) => index.knows(id) && index.roles.has(id)).map(({ name }) => name);
  return {
    knowledge,
    introduced,
    reader,
    index,
    policy: policy ?? (yield* calibrateOn(outOfScope(roles), { index, reader })),
    reference,
    entries: reference ? [...index.entries, ...reference.index.entries] : index.entries,
    wording: LANGUAGES[0],
    namedEntities: entities.filter(({ id }) => index.knows(id) || reference?.index.knows(id)),
    coveredTopics: topics.filter(({ id }) => covered.topics.has(id)),
  };
}

function* calibrateOn(
  questions: readonly string[],
  { reader, index }: Pick<Engine, "reader" | "index">,
): Steps<DecisionPolicy> {
  const confidences: number[] = [];
  for (const question of questions) {
    const { parts } = reader.understand(question);
    confidences.push(Math.max(0, ...parts.map((part) => confidenceIn(part, index))));
    yield;
  }
  return chooseThresholds(confidences);
}

/** What the entries of a knowledge folder say, in document order. */
export function analyseKnowledge({ glossary, documents }: Knowledge): AnalysedEntry[] {
  return analyseEntries(listEntries(documents), {
    analyzer: buildAnalyzer(glossary),
    entities: buildEntityFinder(glossary),
  });
}
