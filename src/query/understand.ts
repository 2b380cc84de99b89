import type { Entity, Glossary, Topic } from "../knowledge/glossary.ts";
import { buildAnalyzer, type Analyzer, type TermToken } from "./analyzer.ts";
import { buildEntityFinder, wordsOf, type EntityFinder, type Mention } from "./entities.ts";
import { isTalk, QUESTION_WORDS } from "./everyday-words.ts";
import { comparesThings, superlativeOf } from "./form.ts";
import type { Lexicon } from "./lexicon.ts";
import { normalizeText } from "./normalize.ts";
import type { Query, QueryPart, Unit } from "./query.ts";
import { findAsking } from "./sentences.ts";
import { buildSlang } from "./slang.ts";
import { buildLayer, buildSpelling, type Spelling } from "./spelling.ts";
import { tokenize, type Token } from "./tokenize.ts";
import { buildTopicFinder, type TopicFinder } from "./topics.ts";

/** What reading a question needs; built once for a knowledge folder. */
export interface Reader {
  readonly analyzer: Analyzer;
  readonly entities: EntityFinder;
  /** Understands a message; `previous` is the question before, for a follow-up. Never throws. */
  understand(message: string, previous?: string): Query;
}

interface Tools {
  readonly analyzer: Analyzer;
  readonly entities: EntityFinder;
  readonly topics: TopicFinder;
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  readonly slang: (text: string) => string;
  readonly coveredTopics: ReadonlySet<string>;
  readonly coveredRoles: ReadonlySet<string>;
  knows(word: string): boolean;
}

/** What the documents hold, as far as reading a question needs it. */
export interface DocumentWords {
  readonly words: ReadonlySet<string>;
  /** Ids of the topics and roles that snippets are about. */
  readonly topics: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
}

/** More than this of one message is never read: no question is that long. */
const READ_CHARACTERS = 2_000;
/** Words of one part that are read; the guard against floods. */
const PART_WORDS = 60;
/** Most questions one message gets answers to. */
const MOST_PARTS = 3;

/** Builds the reader from the glossary, the documents' own words, and the lexicon of English. */
export function buildReader(input: {
  readonly glossary: Glossary;
  readonly documents: DocumentWords;
  readonly lexicon: Lexicon;
}): Reader {
  const { glossary, documents, lexicon } = input;
  const analyzer = buildAnalyzer(glossary);
  const entities = buildEntityFinder(glossary);
  const phrases = [...glossary.wordGroups.flat(), ...glossary.topics.flatMap((topic) => topic.words)];
  const glossaryWords = new Set(phrases.flatMap(wordsOf));
  const known = [entities.words, glossaryWords, documents.words];
  const tools: Tools = {
    analyzer,
    entities,
    topics: buildTopicFinder(glossary, analyzer),
    lexicon,
    spelling: buildSpelling([
      buildLayer(entities.words),
      buildLayer([...glossaryWords, ...documents.words]),
      lexicon,
    ]),
    slang: buildSlang(glossary),
    coveredTopics: documents.topics,
    coveredRoles: documents.roles,
    knows: (word) => known.some((words) => words.has(word)) || lexicon.has(word) || isTalk(word),
  };
  return { analyzer, entities, understand: (message, previous) => understand(message, previous, tools) };
}

function understand(message: string, previous: string | undefined, tools: Tools): Query {
  const { asks, told } = findAsking(tools.slang(normalizeText(message.slice(0, READ_CHARACTERS))));
  const context = told.map((text) => readText(text, tools));
  const before = previous === undefined ? [] : [readText(tools.slang(normalizeText(previous)), tools)];
  const parts: QueryPart[] = [];
  for (const text of asks.slice(0, MOST_PARTS)) {
    const reading = readText(text, tools);
    const roles = firstRoles([reading, ...parts.toReversed(), ...context, ...before]);
    parts.push(buildPart({ text, reading, roles, context: context.flatMap(({ units }) => units) }));
  }
  return { parts };
}

function firstRoles(readings: readonly { readonly roles: readonly Entity[] }[]): readonly Entity[] {
  return readings.find(({ roles }) => roles.length > 0)?.roles ?? [];
}

function buildPart(input: {
  readonly text: string;
  readonly reading: Reading;
  readonly roles: readonly Entity[];
  readonly context: readonly Unit[];
}): QueryPart {
  const { text, reading, roles, context } = input;
  return {
    text,
    units: reading.units,
    context,
    askingTerms: reading.askingTerms,
    roles,
    topics: [...new Set(reading.units.flatMap((unit) => unit.topics))],
    compares: comparesThings(text),
    superlative: superlativeOf(text),
  };
}

interface Reading {
  readonly units: readonly Unit[];
  readonly askingTerms: readonly string[];
  readonly roles: readonly Entity[];
}

function readText(text: string, tools: Tools): Reading {
  const tokens = tokenize(text)
    .slice(0, PART_WORDS)
    .map((token) => spell(token, tools));
  const terms = tools.analyzer.terms(tokens.map(({ word }) => word));
  const mentions = findMentions(
    tokens.map(({ raw }) => raw),
    tools,
  );
  const taken = new Set(mentions.flatMap(({ start, end }) => range(start, end)));
  const phrases = foreignPhrases(terms, taken, tools);
  for (const { start, end } of phrases) for (const at of range(start, end)) taken.add(at);
  const label = (start: number, end: number): string =>
    tokens
      .slice(start, end)
      .map(({ raw }) => raw)
      .join(" ");
  const plain = plainWords(terms, tools).filter(
    ({ token }) => !range(token.start, token.end).some((at) => taken.has(at)),
  );
  return {
    units: [
      ...mentions.map((mention) => nameUnit(mention, label(mention.start, mention.end))),
      ...phrases.map((phrase) => ({ ...phrase.unit, label: label(phrase.start, phrase.end) })),
      ...plain.map(({ token, topics }) =>
        wordUnit({ token, topics, label: label(token.start, token.end) }, tools),
      ),
    ],
    askingTerms: terms.filter(({ word }) => QUESTION_WORDS.has(word)).map(({ term }) => term),
    roles: mentions.flatMap(({ candidates }) => candidates.filter(({ id }) => tools.coveredRoles.has(id))),
  };
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

interface SpelledToken {
  readonly word: string;
  readonly raw: string;
}

function spell(token: Token, tools: Tools): SpelledToken {
  if (tools.knows(token.word)) return token;
  const short = token.word.replace(/(.)\1{2,}/gu, "$1");
  if (short !== token.word && tools.knows(short)) return { word: short, raw: short };
  const corrected = tools.spelling.correct(token.word);
  return corrected === undefined ? token : { word: corrected, raw: corrected };
}

// Names are found in the corrected text; their offsets become word positions.
function findMentions(words: readonly string[], tools: Tools): Mention[] {
  const ends: number[] = [];
  for (const word of words) ends.push((ends.at(-1) ?? -1) + 1 + word.length);
  return tools.entities.find(words.join(" ")).map(({ candidates, start, end }) => ({
    candidates,
    start: ends.findIndex((wordEnd) => wordEnd > start),
    end: ends.findIndex((wordEnd) => wordEnd >= end) + 1,
  }));
}

function nameUnit(mention: Mention, label: string): Unit {
  return {
    label,
    terms: mention.candidates.map(({ id }) => id),
    entities: mention.candidates,
    topics: [],
    rarity: 1,
  };
}

interface TopicPhrase {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

// A phrase that asks for something no document is about ("notice period") stands or falls as a whole.
function foreignPhrases(
  terms: readonly TermToken[],
  taken: ReadonlySet<number>,
  tools: Tools,
): TopicPhrase[] {
  return tools.topics(terms.map(({ term }) => term)).flatMap(({ topics, start, end }) => {
    const tokens = terms.slice(start, end);
    const first = tokens[0]?.start ?? 0;
    const last = tokens.at(-1)?.end ?? 0;
    const known = topics.some(({ id }) => tools.coveredTopics.has(id));
    if (known || range(first, last).some((at) => taken.has(at))) return [];
    const content = tokens.filter(({ word }) => !isTalk(word)).map(({ term }) => term);
    const unit = {
      label: "",
      terms: content.length > 0 ? content : tokens.map(({ term }) => term),
      entities: [],
      topics,
      rarity: 1,
    };
    return [{ unit, start: first, end: last }];
  });
}

interface PlainWord {
  readonly token: TermToken;
  readonly topics: readonly Topic[];
}

function plainWords(terms: readonly TermToken[], tools: Tools): PlainWord[] {
  const topics: (readonly Topic[])[] = [];
  for (const mention of tools.topics(terms.map(({ term }) => term))) {
    for (const at of range(mention.start, mention.end)) topics[at] = mention.topics;
  }
  return terms
    .map((token, at) => ({ token, topics: topics[at] ?? [] }))
    .filter((word) => word.topics.length > 0 || !isTalk(word.token.word));
}

/** What an unknown word in lower case says: it is slang as often as it is a name. */
const UNKNOWN_RARITY = 0.5;

function wordUnit(word: PlainWord & { readonly label: string }, tools: Tools): Unit {
  const { token, topics, label } = word;
  const isUnknown = !tools.knows(token.word) && !/\p{Lu}|\d/u.test(label);
  return {
    label,
    terms: [token.term],
    entities: [],
    topics,
    rarity: isUnknown ? UNKNOWN_RARITY : tools.lexicon.rarity(token.word),
  };
}
