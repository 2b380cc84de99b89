import type { Entity, Glossary } from "../knowledge/glossary.ts";
import type { Analyzer } from "./analyzer.ts";
import { listNames, type EntityFinder } from "./entities.ts";
import { isTalk } from "./everyday-words.ts";
import type { GlossaryWords } from "./glossary-words.ts";
import { buildJoinedNames, type JoinedNames } from "./joined-names.ts";
import type { Lexicon } from "./lexicon.ts";
import { buildSlang } from "./slang.ts";
import { buildSpelling, type Spelling } from "./spelling.ts";
import { buildTopicFinder, type TopicFinder } from "./topics.ts";
import { buildLayer, type Layer } from "./word-layer.ts";

/** Tells whether a word is one of some. */
export type WordSet = Pick<ReadonlySet<string>, "has">;

/** What the documents hold, as far as reading a question needs it. */
export interface DocumentWords {
  readonly words: ReadonlySet<string>;
  /** Ids of the topics and roles that snippets are about. */
  readonly topics: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

/** What sentences are read with; built once for a knowledge folder. */
export interface ReadingTools {
  readonly analyzer: Analyzer;
  readonly entities: EntityFinder;
  readonly topics: TopicFinder;
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  /** The words of a name that is written as one. */
  readonly apart: JoinedNames["apart"];
  /** Rewrites chat spellings into words. */
  readonly slang: (text: string) => string;
  readonly documentWords: WordSet;
  readonly glossaryWords: WordSet;
  readonly coveredTopics: ReadonlySet<string>;
  readonly coveredRoles: ReadonlySet<string>;
  /** The roles that snippets are about. */
  readonly roles: readonly Entity[];
  /** True for numbers, and for words of the names, the glossary, the documents, and English. */
  readonly knows: (word: string) => boolean;
}

/** What it costs to take a misspelling for a name, or for a word of the glossary and the documents; English by rarity. */
const NAME_COST = 0.2;
const TOPIC_COST = 0.15;
const JOINED_COST = 0.3;
/** A word of English that nothing here speaks about is the less likely. */
const ENGLISH_COST = 0.1;
/** Misspellings by ear are of words that everybody uses. */
const WORDS_BY_EAR = 8_000;

/** A number is meant as it is written: "10,000" is no misspelling. */
const isNumber = (word: string): boolean => /^\d+(?:\.\d+)*[km]?$/.test(word);

function englishLayer(lexicon: Lexicon): Layer {
  const common = buildLayer(take(lexicon.words(), WORDS_BY_EAR), () => 0);
  return {
    has: (word) => lexicon.has(word),
    words: () => lexicon.words(),
    around: (word, edits) => common.around(word, edits),
    withConsonants: (consonants) => common.withConsonants(consonants),
    mendsTwoSlips: false,
    cost: (word) => ENGLISH_COST + lexicon.rarity(word),
  };
}

function* take(words: Iterable<string>, most: number): Generator<string> {
  let left = most;
  for (const word of words) {
    if (left === 0) return;
    left -= 1;
    yield word;
  }
}

const namesLayer = (words: Iterable<string>): Layer => buildLayer(words, () => NAME_COST);

const documentsLayer = (words: Iterable<string>, lexicon: Lexicon): Layer =>
  buildLayer(words, (word) => Math.min(TOPIC_COST, lexicon.rarity(word)));

/** Builds the tools from the glossary, the documents' own words, and the lexicon of English. */
export function buildReadingTools(input: {
  readonly glossary: Glossary;
  /** Of the same glossary. */
  readonly words: GlossaryWords;
  readonly analyzer: Analyzer;
  readonly entities: EntityFinder;
  readonly documents: DocumentWords;
  readonly lexicon: Lexicon;
}): ReadingTools {
  const { glossary, words, analyzer, entities, documents, lexicon } = input;
  const glossaryWords = new Set(words.otherWords);
  const nameWords = new Set(words.nameWords);
  const known = [nameWords, glossaryWords, documents.words];
  const joined = buildJoinedNames(words, JOINED_COST);
  return {
    analyzer,
    entities,
    topics: buildTopicFinder(glossary, words.topics),
    lexicon,
    spelling: buildSpelling([
      namesLayer(nameWords),
      documentsLayer([...glossaryWords, ...documents.words], lexicon),
      englishLayer(lexicon),
      joined.layer,
    ]),
    apart: joined.apart,
    slang: buildSlang(words.slang),
    documentWords: documents.words,
    glossaryWords,
    coveredTopics: documents.topics,
    coveredRoles: documents.roles,
    roles: glossary.entities.filter(({ id }) => documents.roles.has(id)),
    knows: (word) =>
      isNumber(word) || known.some((some) => some.has(word)) || lexicon.has(word) || isTalk(word),
  };
}

/** The same tools for documents that are about other topics and roles. */
export const coverMore = (
  tools: ReadingTools,
  { topics, roles }: Omit<DocumentWords, "words">,
): ReadingTools => ({ ...tools, coveredTopics: topics, coveredRoles: roles });

/** What a server's own documents add to the reading of questions. */
export interface OwnWords {
  /** The glossary with the entities that its documents introduce. */
  readonly glossary: Glossary;
  readonly introduced: readonly Entity[];
  /** What the documents hold together with the built-in ones. */
  readonly documents: Omit<DocumentWords, "words">;
  /** Every word of its documents. */
  readonly words: readonly string[];
}

/** The tools for own documents beside the ones that `tools` were built for, with which they share all that is alike. */
export function extendReadingTools(tools: ReadingTools, own: OwnWords): ReadingTools {
  const { glossary, introduced, documents } = own;
  const { lexicon, documentWords } = tools;
  const words = new Set(own.words.filter((word) => !documentWords.has(word)));
  const names = listNames({ entities: introduced });
  const nameWords = new Set(names.nameWords);
  const joined = buildJoinedNames(names, JOINED_COST);
  return {
    ...tools,
    entities: introduced.length === 0 ? tools.entities : tools.entities.with(introduced),
    spelling: tools.spelling.with([namesLayer(nameWords), documentsLayer(words, lexicon), joined.layer]),
    apart: (word) => tools.apart(joined.apart(word)),
    documentWords: { has: (word) => documentWords.has(word) || words.has(word) },
    coveredTopics: documents.topics,
    coveredRoles: documents.roles,
    roles: glossary.entities.filter(({ id }) => documents.roles.has(id)),
    knows: (word) => tools.knows(word) || nameWords.has(word) || words.has(word),
  };
}
