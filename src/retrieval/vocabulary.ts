import type { AnalysedEntry } from "./entries.ts";

/** The terms of an index. */
export interface Vocabulary {
  /** How many terms there are. */
  readonly size: number;
  /** A number from 0, or `UNKNOWN`. */
  readonly number: (term: string) => number;
  /** How many entries contain a term. */
  readonly count: (term: string) => number;
  /** How much a term says: ln(1 + (N - n + 0.5) / (n + 0.5)), n of N entries containing it. Unknown terms say the most. */
  readonly idf: (term: string) => number;
}

/** The number of a term that no entry contains. */
export const UNKNOWN = -1;

/** The terms of some entries, numbered by their places, and how many of the entries contain each. */
export interface TermCounts {
  readonly terms: readonly string[];
  readonly counts: readonly number[];
  readonly entries: number;
}

/** Numbers the terms of entries and counts the entries that contain them. */
export function countTerms(analysed: readonly AnalysedEntry[]): TermCounts {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  for (const { phrasings, heading, answer } of analysed) {
    for (const term of new Set([...phrasings, heading, answer].flatMap(({ terms }) => terms))) {
      const number = numbers.get(term) ?? numbers.size;
      numbers.set(term, number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return { terms: [...numbers.keys()], counts, entries: analysed.length };
}

/** Builds the vocabulary of terms that were counted. */
export function buildVocabulary({ terms, counts, entries }: TermCounts): Vocabulary {
  const numbers = new Map(terms.map((term, number) => [term, number]));
  const weigh = (count: number): number => Math.log(1 + (entries - count + 0.5) / (count + 0.5));
  const count = (term: string): number => counts[numbers.get(term) ?? counts.length] ?? 0;
  const weights = counts.map(weigh);
  const most = weigh(0);
  return {
    size: numbers.size,
    count,
    number: (term) => numbers.get(term) ?? UNKNOWN,
    idf: (term) => weights[numbers.get(term) ?? weights.length] ?? most,
  };
}
