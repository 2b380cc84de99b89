import type { Glossary, Topic } from "../knowledge/glossary.ts";
import type { Analyzer } from "./analyzer.ts";
import { wordsOf } from "./entities.ts";
import { buildPhraseMatcher } from "../knowledge/phrase-matcher.ts";

/** A topic that some terms ask about. */
export interface TopicMention {
  readonly topics: readonly Topic[];
  /** Index of the first term, and the one after the last. */
  readonly start: number;
  readonly end: number;
}

export type TopicFinder = (terms: readonly string[]) => TopicMention[];

/** Builds the finder of topic words; `terms` are what `listTopicTerms` gives for the glossary. */
export function buildTopicFinder(glossary: Glossary, terms: readonly string[]): TopicFinder {
  const topics = glossary.topics.flatMap((topic) => topic.words.map(() => topic));
  const match = buildPhraseMatcher(topics.map((topic, at) => [terms[at] ?? "", topic] as const));
  return (asked) => match(asked).map(({ values, start, end }) => ({ topics: values, start, end }));
}

/** The words of all topics in order as terms, divided by spaces: words are compared by their stems. */
export function listTopicTerms(glossary: Glossary, analyzer: Analyzer): string[] {
  const terms = (phrase: string): string =>
    analyzer
      .terms(wordsOf(phrase))
      .map(({ term }) => term)
      .join(" ");
  return glossary.topics.flatMap((topic) => topic.words.map(terms));
}
