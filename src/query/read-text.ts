import type { Entity, Topic } from "../knowledge/glossary.ts";
import type { TermToken } from "./analyzer.ts";
import type { Mention } from "./entities.ts";
import { meaningsIn } from "./meaning.ts";
import { isTalk, QUESTION_WORDS } from "./everyday-words.ts";
import type { Unit } from "./query.ts";
import type { ReadingTools } from "./reading-tools.ts";
import { tokenize } from "./tokenize.ts";
import type { TopicMention } from "./topics.ts";

/** What one sentence says. */
export interface Reading {
  readonly units: readonly Unit[];
  readonly askingTerms: readonly string[];
  readonly fillerTerms: readonly string[];
  /** Roles named that documents are about. */
  readonly roles: readonly Entity[];
  /** Ids of topics. */
  readonly topics: readonly string[];
}

/** Words of one sentence that are read; the guard against floods. */
const SENTENCE_WORDS = 60;

/** Reads a sentence: corrects its spelling, finds names and topics, and weighs what is left word by word. */
export function readText(text: string, tools: ReadingTools): Reading {
  const tokens = tokenize(text).slice(0, SENTENCE_WORDS);
  const terms = tools.analyzer.terms(tokens.map(({ word }) => word));
  const asked = tools.topics(terms.map(({ term }) => term));
  const label = (start: number, end: number): string =>
    tokens
      .slice(start, end)
      .map(({ raw }) => raw)
      .join(" ");
  const phrases = foreignPhrases({ terms, asked }, tools);
  const taken = new Set(phrases.flatMap(({ start, end }) => range(start, end)));
  const isFree = ({ start, end }: Pick<TermToken, "start" | "end">): boolean => {
    for (let at = start; at < end; at++) if (taken.has(at)) return false;
    return true;
  };
  const mentions = findMentions(
    tokens.map(({ raw }) => raw),
    tools,
  )
    .map((mention) => ({ ...mention, candidates: meaningsIn(text, mention.candidates) }))
    .filter(isFree);
  for (const { start, end } of mentions) for (const at of range(start, end)) taken.add(at);
  return {
    units: [
      ...mentions.map((mention) => nameUnit(mention, label(mention.start, mention.end))),
      ...phrases.map((phrase) => ({ ...phrase.unit, label: label(phrase.start, phrase.end) })),
      ...terms.flatMap((token, at) =>
        isFree(token) && !isTalk(token.word)
          ? [wordUnit({ token, topics: topicsAt(asked, at), label: label(token.start, token.end) }, tools)]
          : [],
      ),
    ],
    askingTerms: termsOf(terms.filter(({ word }) => QUESTION_WORDS.has(word))),
    fillerTerms: termsOf(terms.filter((token) => isFree(token) && isFiller(token.word))),
    roles: mentions.flatMap(({ candidates }) => candidates.filter(({ id }) => tools.coveredRoles.has(id))),
    topics: asked.flatMap(({ topics }) => topics.map(({ id }) => id)),
  };
}

const termsOf = (tokens: readonly TermToken[]): string[] => tokens.map(({ term }) => term);

const isFiller = (word: string): boolean => isTalk(word) && !QUESTION_WORDS.has(word);

function topicsAt(asked: readonly TopicMention[], at: number): readonly Topic[] {
  return asked.find(({ start, end }) => start <= at && at < end)?.topics ?? [];
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

/** Words of one message that are corrected; the guard against floods. */
const MOST_CORRECTIONS = 12;

/** Rewrites the words that nobody knows into the known ones they are nearest to, `most` of them. */
export function correctSpelling(text: string, tools: ReadingTools, most = MOST_CORRECTIONS): string {
  let corrected = "";
  let at = 0;
  let left = most;
  for (const { word, start, end } of tokenize(text)) {
    if (tools.knows(word) || left === 0) continue;
    left -= 1;
    corrected += text.slice(at, start) + (correctWord(word, tools) ?? text.slice(start, end));
    at = end;
  }
  return corrected + text.slice(at);
}

// "heyyy" is "hey", and "webdeveloper" a name, before either is a misspelling.
function correctWord(word: string, tools: ReadingTools): string | undefined {
  const short = word.replace(/(.)\1{2,}/gu, "$1");
  if (short !== word && tools.knows(short)) return short;
  const apart = tools.apart(word);
  if (apart !== word) return apart;
  const mended = tools.spelling.correct(word);
  return mended && tools.apart(mended);
}

// Names are found in the corrected text; their offsets become word positions.
function findMentions(words: readonly string[], tools: ReadingTools): Mention[] {
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
  tools: ReadingTools,
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
  tools: ReadingTools,
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
