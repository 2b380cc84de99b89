import type { Entity, EntityKind, Glossary, Topic } from "../knowledge/glossary.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import type { Lexicon } from "../query/lexicon.ts";
import { buildAnalyzer } from "../query/analyzer.ts";
import { buildEntityFinder, wordsOf } from "../query/entities.ts";
import { listGlossaryWords, type GlossaryWords } from "../query/glossary-words.ts";
import { buildReadingTools, coverMore, type ReadingTools } from "../query/reading-tools.ts";
import { buildReader, type Reader } from "../query/understand.ts";
import { oddQuestions, outOfScope, unstatedQuestions } from "../retrieval/calibration.ts";
import type { DecisionPolicy } from "../retrieval/decision.ts";
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
import { calibrateOn } from "./calibrate.ts";
import { shelve } from "./shelve.ts";

/** Everything that answering reads: the knowledge, its reader, its index, and what to say. Built once, never changed. */
export interface Engine extends Shelf {
  readonly knowledge: Knowledge;
  /** The entities of the glossary that a server's own documents introduce: no other document is read with them. */
  readonly introduced: readonly Entity[];
  /**
   * The engine whose documents are the first ones of this one's, and say here what they say there: what was worked out
   * of them holds for both.
   */
  readonly below: Engine | undefined;
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
  const { articles, reference } = shelve(knowledge, analysed);
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
  const index = yield* openIndexInSteps(articles.entries, prepared.index);
  yield;
  const kept = prepared.reference;
  const shelf = reference &&
    kept && { ...kept, index: yield* openIndexInSteps(reference.entries, kept.index) };
  yield;
  return yield* assembleBase({ ...prepared, knowledge, lexicon, index, reference: shelf });
}

/** What an engine over some knowledge is opened with; calibrated for it where no policy is given. */
export function prepareKnowledge(knowledge: Knowledge, lexicon: Lexicon, policy?: DecisionPolicy): Prepared {
  const analysed = analyseKnowledge(knowledge);
  const calibrated = policy ? { policy, reference: { policy } } : buildEngine(knowledge, lexicon, analysed);
  const { articles, reference } = shelve(knowledge, analysed);
  return {
    words: listGlossaryWords(knowledge.glossary),
    index: prepareIndex(articles.entries, articles.analysed),
    policy: calibrated.policy,
    reference: reference &&
      calibrated.reference && {
        index: prepareIndex(reference.entries, reference.analysed),
        policy: calibrated.reference.policy,
      },
  };
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
  const documents = { ...index, words: new Set([...index.words, ...wordsSaid(reference?.index)]) };
  const tools = buildReadingTools({ glossary, words, analyzer, entities, documents, lexicon });
  yield;
  const shelf = reference && (yield* placeReference(reference, { index, glossary, tools }));
  const engine = yield* assembleEngine({
    knowledge,
    tools,
    index,
    reference: shelf,
    ...(policy && { policy }),
  });
  return { ...engine, index, tools };
}

/** The topics and roles that the entries of either index are about. */
const joinSubjects = (
  one: SearchIndex,
  other: SearchIndex | undefined,
): Pick<SearchIndex, "topics" | "roles"> => ({
  topics: new Set([...one.topics, ...(other?.topics ?? [])]),
  roles: new Set([...one.roles, ...(other?.roles ?? [])]),
});

// Their ways of asking hold what members misspell, which is to be corrected.
const wordsSaid = (index: BaseIndex | undefined): readonly string[] =>
  (index?.entries ?? []).flatMap(({ snippet, section }) =>
    [snippet.question, section.heading, snippet.answer].flatMap(wordsOf),
  );

/** A shelf that is read with each engine's own tools. */
type PlacedReference = Omit<ReferenceShelf, "reader">;

function* placeReference(
  { index, policy }: BaseShelf,
  {
    index: articles,
    glossary,
    tools,
  }: { readonly index: BaseIndex; readonly glossary: Glossary; readonly tools: ReadingTools },
): Steps<PlacedReference> {
  const subjects = subjectsOf(index, glossary);
  const about = glossary.entities.filter(({ id }) => subjects.has(id));
  const namesOf = (kind: EntityKind): string[] =>
    about.filter((each) => each.kind === kind).map(({ name }) => name);
  const questions = [
    ...oddQuestions(about.map(({ name }) => name)),
    ...unstatedQuestions(namesOf("certification"), namesOf("role")),
  ];
  const reader = buildReader(coverMore(tools, joinSubjects(articles, index)));
  return { index, subjects, policy: policy ?? (yield* calibrateOn(questions, { index, reader })) };
}

/** Puts an engine together from its parts; calibrates it where no policy is given, a question a step. */
export function* assembleEngine({
  knowledge,
  introduced = [],
  below,
  tools,
  index,
  reference,
  policy,
}: {
  readonly knowledge: Knowledge;
  readonly introduced?: readonly Entity[];
  readonly below?: Engine | undefined;
  readonly tools: ReadingTools;
  readonly index: SearchIndex;
  readonly reference: PlacedReference | undefined;
  readonly policy?: DecisionPolicy;
}): Steps<Engine> {
  const { entities, topics } = knowledge.glossary;
  const reader = buildReader(tools);
  const covered = joinSubjects(index, reference?.index);
  const roles = entities.filter(({ id }) => index.knows(id) && index.roles.has(id)).map(({ name }) => name);
  return {
    knowledge,
    introduced,
    below,
    reader,
    index,
    policy: policy ?? (yield* calibrateOn(outOfScope(roles), { index, reader })),
    // What any document is about is nothing foreign to those for reference.
    reference: reference && {
      ...reference,
      index: { ...reference.index, topics: covered.topics },
      reader: buildReader(coverMore(tools, covered)),
    },
    entries: reference ? [...index.entries, ...reference.index.entries] : index.entries,
    wording: LANGUAGES[0],
    namedEntities: entities.filter(({ id }) => index.knows(id) || reference?.index.knows(id)),
    coveredTopics: topics.filter(({ id }) => covered.topics.has(id)),
  };
}

/** What the entries of a knowledge folder say, in document order. */
export function analyseKnowledge({ glossary, documents }: Knowledge): AnalysedEntry[] {
  return analyseEntries(listEntries(documents), {
    analyzer: buildAnalyzer(glossary),
    entities: buildEntityFinder(glossary),
  });
}
