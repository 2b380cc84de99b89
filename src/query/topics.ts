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

/** Builds the finder of topic words; words are compared by their stems. */
export function buildTopicFinder(glossary: Glossary, analyzer: Analyzer): TopicFinder {
  const stems = (phrase: string): string[] => analyzer.terms(wordsOf(phrase)).map(({ term }) => term);
  const match = buildPhraseMatcher(
    glossary.topics.flatMap((topic) => topic.words.map((phrase) => [stems(phrase), topic] as const)),
  );
  return (terms) => match(terms).map(({ values, start, end }) => ({ topics: values, start, end }));
}
