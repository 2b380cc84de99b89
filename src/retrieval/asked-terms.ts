import type { WeightedTerm } from "./query-terms.ts";
import { UNKNOWN, type Vocabulary } from "./vocabulary.ts";

/** The terms of a question, as numbers; those that no entry has are in the sums alone. */
export interface AskedTerms {
  readonly known: readonly AskedTerm[];
  /** Euclidean length of the vector that phrasings are compared with. */
  readonly length: number;
  /** IDF by weight of all that is searched for. */
  readonly idf: number;
}

interface AskedTerm {
  readonly number: number;
  /** What phrasings are compared by: its IDF, or 0 for a term that only helps the search. */
  readonly compared: number;
  /** Its IDF by its weight in the search. */
  readonly idf: number;
}

/** Numbers and weighs the terms of a question: those that phrasings are compared with, and all that is searched for. */
export function weighTerms(
  {
    compared,
    searched,
  }: { readonly compared: readonly string[]; readonly searched: readonly WeightedTerm[] },
  { number, idf }: Vocabulary,
): AskedTerms {
  const weights = new Map(searched.map(({ term, weight }) => [term, weight]));
  const inPhrasing = new Set(compared);
  const terms = [...new Set([...inPhrasing, ...weights.keys()])].map((term) => ({
    number: number(term),
    compared: inPhrasing.has(term) ? idf(term) : 0,
    idf: idf(term) * (weights.get(term) ?? 0),
  }));
  const sum = (key: "compared" | "idf"): number => terms.reduce((all, term) => all + term[key], 0);
  return {
    known: terms.filter((term) => term.number !== UNKNOWN),
    length: Math.sqrt(sum("compared")),
    idf: sum("idf"),
  };
}
