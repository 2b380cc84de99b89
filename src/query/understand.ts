import type { Entity, Glossary, Topic } from "../knowledge/glossary.ts";
import { buildAnalyzer, type Analyzer, type TermToken } from "./analyzer.ts";
import { buildEntityFinder, wordsOf, type EntityFinder, type Mention } from "./entities.ts";
import { isTalk, QUESTION_WORDS } from "./everyday-words.ts";
import { comparesThings, superlativeOf, topicsOfForm } from "./form.ts";
import { foreignLanguage } from "./language.ts";
import type { Lexicon } from "./lexicon.ts";
import { normalizeText } from "./normalize.ts";
import type { Query, QueryPart, Unit } from "./query.ts";
import { findAsking } from "./sentences.ts";
import { buildSlang } from "./slang.ts";
import { buildLayer, buildSpelling, type Spelling } from "./spelling.ts";
import { tokenize, type Token } from "./tokenize.ts";
import { buildTopicFinder, type TopicFinder, type TopicMention } from "./topics.ts";

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
  readonly documentWords: ReadonlySet<string>;
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
    documentWords: documents.words,
    coveredTopics: documents.topics,
    coveredRoles: documents.roles,
    knows: (word) => known.some((words) => words.has(word)) || lexicon.has(word) || isTalk(word),
  };
  return { analyzer, entities, understand: (message, previous) => understand(message, previous, tools) };
}

function understand(message: string, previous: string | undefined, tools: Tools): Query {
  const text = tools.slang(normalizeText(message.slice(0, READ_CHARACTERS)));
  const language = foreignLanguage(text, englishShare(text, tools));
  if (language !== undefined) return { language, parts: [] };
  const { asks, told } = findAsking(text);
  const context = told.map((text) => readText(text, tools));
  const before = previous === undefined ? [] : [readText(tools.slang(normalizeText(previous)), tools)];
  const readings = joinSlight(asks.map((text) => ({ text, ...readText(text, tools) })));
  const asked = readings.every(isSlight) ? readings.map((reading) => tellMore(reading, context)) : readings;
  const parts: QueryPart[] = [];
  for (const reading of asked.slice(0, MOST_PARTS)) {
    const roles = firstRoles([reading, ...parts.toReversed(), ...context, ...before]);
    parts.push(buildPart({ reading, roles, context: context.flatMap(({ units }) => units) }));
  }
  return { language: undefined, parts };
}

/** Rarer words are as often foreign as English. */
const ENGLISH_RARITY = 0.75;

// The share of a text's words, names left out, that are English; 1 for a text of names alone.
function englishShare(text: string, { entities, lexicon, documentWords }: Tools): number {
  const names = entities.find(text);
  const words = tokenize(text).filter(
    ({ word, start, end }) =>
      /^\p{L}/u.test(word) && !names.some((name) => start < name.end && end > name.start),
  );
  const english = words.filter(
    ({ word }) =>
      isTalk(word) || documentWords.has(word) || (lexicon.has(word) && lexicon.rarity(word) < ENGLISH_RARITY),
  );
  return words.length === 0 ? 1 : english.length / words.length;
}

/** Below this sum of rarities, and without a name, a part says too little to be asked by itself. */
const SLIGHT = 0.6;

// "can't one person do it?" belongs to the question before it.
function joinSlight(readings: readonly AskedReading[]): AskedReading[] {
  const joined: AskedReading[] = [];
  for (const reading of readings) {
    const before = joined.at(-1);
    if (before && (isSlight(reading) || isSlight(before))) joined.splice(-1, 1, join(before, reading));
    else joined.push(reading);
  }
  return joined;
}

// "what would be on it?" asks about what was told before.
function tellMore(reading: AskedReading, context: readonly Reading[]): AskedReading {
  return context.reduce<AskedReading>((more, told) => join(more, { text: "", ...told }), reading);
}

function isSlight({ units }: AskedReading): boolean {
  return (
    units.every(({ entities }) => entities.length === 0) &&
    units.reduce((sum, { rarity }) => sum + rarity, 0) < SLIGHT
  );
}

function join(first: AskedReading, second: AskedReading): AskedReading {
  return {
    text: `${first.text} ${second.text}`.trim(),
    units: [...first.units, ...second.units],
    askingTerms: [...first.askingTerms, ...second.askingTerms],
    roles: [...first.roles, ...second.roles],
    topics: [...first.topics, ...second.topics],
  };
}

function firstRoles(readings: readonly { readonly roles: readonly Entity[] }[]): readonly Entity[] {
  return readings.find(({ roles }) => roles.length > 0)?.roles ?? [];
}

function buildPart(input: {
  readonly reading: AskedReading;
  readonly roles: readonly Entity[];
  readonly context: readonly Unit[];
}): QueryPart {
  const { reading, roles, context } = input;
  const { text, units, askingTerms } = reading;
  return {
    text,
    units,
    context,
    askingTerms,
    roles: [...new Set(roles)],
    topics: [...new Set([...reading.topics, ...topicsOfForm(text)])],
    compares: comparesThings(text),
    superlative: superlativeOf(text),
  };
}

interface Reading {
  readonly units: readonly Unit[];
  readonly askingTerms: readonly string[];
  readonly roles: readonly Entity[];
  /** Ids of topics. */
  readonly topics: readonly string[];
}

interface AskedReading extends Reading {
  readonly text: string;
}

function readText(text: string, tools: Tools): Reading {
  const tokens = tokenize(text)
    .slice(0, PART_WORDS)
    .map((token) => spell(token, tools));
  const terms = tools.analyzer.terms(tokens.map(({ word }) => word));
  const asked = tools.topics(terms.map(({ term }) => term));
  const label = (start: number, end: number): string =>
    tokens
      .slice(start, end)
      .map(({ raw }) => raw)
      .join(" ");
  const phrases = foreignPhrases({ terms, asked }, tools);
  const taken = new Set(phrases.flatMap(({ start, end }) => range(start, end)));
  const mentions = findMentions(
    tokens.map(({ raw }) => raw),
    tools,
  ).filter(({ start, end }) => !range(start, end).some((at) => taken.has(at)));
  for (const { start, end } of mentions) for (const at of range(start, end)) taken.add(at);
  const isFree = ({ start, end, word }: TermToken): boolean =>
    !isTalk(word) && !range(start, end).some((at) => taken.has(at));
  return {
    units: [
      ...mentions.map((mention) => nameUnit(mention, label(mention.start, mention.end))),
      ...phrases.map((phrase) => ({ ...phrase.unit, label: label(phrase.start, phrase.end) })),
      ...terms.flatMap((token, at) =>
        isFree(token)
          ? [wordUnit({ token, topics: topicsAt(asked, at), label: label(token.start, token.end) }, tools)]
          : [],
      ),
    ],
    askingTerms: terms.filter(({ word }) => QUESTION_WORDS.has(word)).map(({ term }) => term),
    roles: mentions.flatMap(({ candidates }) => candidates.filter(({ id }) => tools.coveredRoles.has(id))),
    topics: asked.flatMap(({ topics }) => topics.map(({ id }) => id)),
  };
}

function topicsAt(asked: readonly TopicMention[], at: number): readonly Topic[] {
  return asked.find(({ start, end }) => start <= at && at < end)?.topics ?? [];
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

// A phrase that asks for something no document is about ("notice period") stands or falls as a whole, names in it included.
function foreignPhrases(
  { terms, asked }: { readonly terms: readonly TermToken[]; readonly asked: readonly TopicMention[] },
  tools: Tools,
): TopicPhrase[] {
  return asked.flatMap(({ topics, start, end }) => {
    if (topics.some(({ id }) => tools.coveredTopics.has(id))) return [];
    const tokens = terms.slice(start, end);
    const content = tokens.filter(({ word }) => !isTalk(word));
    const unit = {
      label: "",
      terms: (content.length > 0 ? content : tokens).map(({ term }) => term),
      entities: [],
      topics,
      rarity: 1,
    };
    return [{ unit, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 }];
  });
}

/** What an unknown word in lower case says: it is slang as often as it is a name. */
const UNKNOWN_RARITY = 0.5;

function wordUnit(
  word: { readonly token: TermToken; readonly topics: readonly Topic[]; readonly label: string },
  tools: Tools,
): Unit {
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
