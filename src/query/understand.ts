import type { Entity, Glossary, Topic } from "../knowledge/glossary.ts";
import { buildAnalyzer, type Analyzer, type TermToken } from "./analyzer.ts";
import { buildEntityFinder, type EntityFinder, type Mention } from "./entities.ts";
import { EVERYDAY_WORDS, QUESTION_WORDS, STOP_WORDS } from "./everyday-words.ts";
import type { Lexicon } from "./lexicon.ts";
import { normalizeText } from "./normalize.ts";
import type { Query, QueryPart, Superlative, Unit } from "./query.ts";
import { findAsking } from "./sentences.ts";
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
  knows(word: string): boolean;
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
  readonly documentWords: ReadonlySet<string>;
  readonly lexicon: Lexicon;
}): Reader {
  const { glossary, documentWords, lexicon } = input;
  const analyzer = buildAnalyzer(glossary);
  const entities = buildEntityFinder(glossary);
  const glossaryWords = new Set(
    [...glossary.wordGroups.flat(), ...glossary.topics.flatMap((topic) => topic.words)].flatMap((phrase) =>
      tokenize(phrase).map((token) => token.word),
    ),
  );
  const tools: Tools = {
    analyzer,
    entities,
    topics: buildTopicFinder(glossary, analyzer),
    lexicon,
    spelling: buildSpelling([
      buildLayer(entities.words),
      buildLayer([...glossaryWords, ...documentWords]),
      lexicon,
    ]),
    knows: (word) =>
      entities.words.has(word) ||
      glossaryWords.has(word) ||
      documentWords.has(word) ||
      lexicon.has(word) ||
      isTalk(word),
  };
  return { analyzer, entities, understand: (message, previous) => understand(message, previous, tools) };
}

const isTalk = (word: string): boolean =>
  STOP_WORDS.has(word) || EVERYDAY_WORDS.has(word) || QUESTION_WORDS.has(word);

function understand(message: string, previous: string | undefined, tools: Tools): Query {
  const { asks, told } = findAsking(normalizeText(message.slice(0, READ_CHARACTERS)));
  const context = told.map((text) => read(text, tools));
  const before = previous === undefined ? [] : [read(normalizeText(previous), tools)];
  const parts: QueryPart[] = [];
  for (const text of asks.slice(0, MOST_PARTS)) {
    const reading = read(text, tools);
    const roles = firstWithRoles([reading, ...parts.toReversed().map(rolesOnly), ...context, ...before]);
    parts.push(buildPart({ text, reading, roles, context: context.flatMap((other) => other.units) }));
  }
  return { parts };
}

const rolesOnly = (part: QueryPart): { readonly roles: readonly Entity[] } => ({ roles: part.roles });

function firstWithRoles(readings: readonly { readonly roles: readonly Entity[] }[]): readonly Entity[] {
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
    compares: COMPARES.test(text),
    superlative: superlativeOf(text),
  };
}

const COMPARES =
  /\b(?:vs?|versus|compared?|comparison|compares|differences?|differs?|different|diff|better than|more than|pays? more|pays? better|or|same as|side by side)\b/i;
const HIGHEST = /\b(?:highest|most|best|top|biggest|largest|greatest|max(?:imum)?|better|more|richest)\b/i;
const LOWEST = /\b(?:lowest|least|cheapest|smallest|worst|min(?:imum)?|fewest|cheaper|less|lower)\b/i;

function superlativeOf(text: string): Superlative | undefined {
  if (LOWEST.test(text)) return "lowest";
  return HIGHEST.test(text) ? "highest" : undefined;
}

interface Reading {
  readonly units: readonly Unit[];
  readonly askingTerms: readonly string[];
  readonly roles: readonly Entity[];
}

function read(text: string, tools: Tools): Reading {
  const raw = tokenize(text).slice(0, PART_WORDS);
  const spelled = raw.map((token) => spell(token, tools));
  const words = spelled.map(({ word }) => word);
  const mentions = findMentions(
    spelled.map((token) => token.raw),
    tools,
  );
  const terms = tools.analyzer.terms(words);
  const topics = topicsByTerm(terms, tools);
  const named = (token: TermToken): boolean =>
    mentions.some(({ start, end }) => token.start < end && token.end > start);
  const plain = terms
    .map((token, at) => ({ token, topics: topics[at] ?? [] }))
    .filter(({ token }) => !named(token));
  const label = (start: number, end: number): string =>
    raw
      .slice(start, end)
      .map((token) => token.raw)
      .join(" ");
  return {
    units: [
      ...mentions.map((mention) => nameUnit(mention, label(mention.start, mention.end))),
      ...plain
        .filter(({ token, topics: asked }) => asked.length > 0 || !isTalk(token.word))
        .map(({ token, topics: asked }) => ({
          label: label(token.start, token.end),
          terms: [token.term],
          entities: [],
          topics: asked,
          rarity: tools.lexicon.rarity(token.word),
        })),
    ],
    askingTerms: plain.filter(({ token }) => QUESTION_WORDS.has(token.word)).map(({ token }) => token.term),
    roles: mentions.flatMap(({ candidates }) => candidates.filter((entity) => entity.kind === "role")),
  };
}

function spell(token: Token, tools: Tools): { readonly word: string; readonly raw: string } {
  const corrected = tools.knows(token.word) ? undefined : tools.spelling.correct(token.word);
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

function topicsByTerm(terms: readonly TermToken[], tools: Tools): (readonly Topic[])[] {
  const byTerm: (readonly Topic[])[] = [];
  for (const { topics, start, end } of tools.topics(terms.map(({ term }) => term))) {
    for (let at = start; at < end; at++) byTerm[at] = topics;
  }
  return byTerm;
}
