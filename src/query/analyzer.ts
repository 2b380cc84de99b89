import { stemmer } from "stemmer";
import type { Glossary } from "../knowledge/glossary.ts";
import { STOP_WORDS } from "./everyday-words.ts";
import { normalizeText } from "./normalize.ts";
import { buildPhraseMatcher, type PhraseMatcher } from "../knowledge/phrase-matcher.ts";
import { tokenize } from "./tokenize.ts";

/** A word as search compares it. One word or a phrase of the glossary becomes one or more terms. */
export interface TermToken {
  readonly term: string;
  /** The word before stemming, as documents write it. */
  readonly word: string;
  /** Index of the first word it stands for, and the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** Turns text into terms, the same way for documents and questions. */
export interface Analyzer {
  /** The terms of some words in order, stop words included; word groups are replaced by their first member. */
  terms(words: readonly string[]): TermToken[];
  /** The terms of some words in order, stop words left out. */
  analyze(words: readonly string[]): string[];
  stem(word: string): string;
}

/** A word group: the words of its first member, and what they stand for, its words divided by spaces. */
export interface GroupWords {
  readonly written: readonly string[];
  readonly others: readonly string[];
}

/** Builds the analyzer: the glossary's word groups, as `listGroups` gives them, then Porter's stemmer. */
export function buildAnalyzer(
  glossary: Glossary,
  groups: readonly GroupWords[] = listGroups(glossary),
): Analyzer {
  const stem = rememberingStemmer();
  const match = buildPhraseMatcher(groupPhrases(groups));
  const terms = (words: readonly string[]): TermToken[] => replaceGroups({ words, match, stem });
  return {
    terms,
    stem,
    analyze: (all) =>
      terms(all)
        .filter(({ word }) => !STOP_WORDS.has(word))
        .map(({ term }) => term),
  };
}

function* groupPhrases(groups: readonly GroupWords[]): Generator<readonly [string, readonly string[]]> {
  for (const { written, others } of groups) {
    for (const other of others) yield [other, written];
  }
}

/** The glossary's word groups as words; what is replaced, in the plural too. */
export function listGroups({ wordGroups }: Glossary): GroupWords[] {
  return wordGroups.map(([first, ...others]) => ({
    written: words(first),
    others: others
      .flatMap((other) => (other.endsWith("s") ? [other] : [other, `${other}s`]))
      .map((other) => words(other).join(" ")),
  }));
}

const words = (phrase: string): string[] => tokenize(normalizeText(phrase)).map((token) => token.word);

function replaceGroups(input: {
  readonly words: readonly string[];
  readonly match: PhraseMatcher<readonly string[]>;
  readonly stem: (word: string) => string;
}): TermToken[] {
  const tokens: TermToken[] = [];
  let at = 0;
  const plain = (until: number): void => {
    for (; at < until; at++) {
      const word = input.words[at] ?? "";
      tokens.push({ term: input.stem(word), word, start: at, end: at + 1 });
    }
  };
  for (const { values, start, end } of input.match(input.words)) {
    plain(start);
    for (const word of values[0] ?? []) tokens.push({ term: input.stem(word), word, start, end });
    at = end;
  }
  plain(input.words.length);
  return tokens;
}

/** Texts repeat their words; stems are kept, up to a bound. */
const STEMS_KEPT = 50_000;

function rememberingStemmer(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
    if (known.size < STEMS_KEPT) known.set(word, stem);
    return stem;
  };
}
