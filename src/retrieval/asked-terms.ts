import type { WeightedTerm } from "./query-terms.ts";
import { UNKNOWN, type Vocabulary } from "./vocabulary.ts";

/** The terms of a question, as numbers; those that no entry has are in the sums alone. */
export interface AskedTerms {
  readonly known: readonly AskedTerm[];
  /** Where in `known` a term stands. */
  readonly slots: ReadonlyMap<string, number>;
  /** Euclidean length of the vector that phrasings are compared with. */
  readonly length: number;
  /** IDF by weight of all that is searched for. */
  readonly idf: number;
}

interface AskedTerm {
  readonly term: string;
  readonly number: number;
  /** What phrasings are compared by: its IDF, or 0 for a term that only helps the search. */
  readonly compared: number;
  /** Its IDF by its weight in the search. */
  readonly idf: number;
}

/** The terms of a question by what they are asked for; a term may be asked for several things. */
export interface TermsAsked {
  /** Those that phrasings are compared with. */
  readonly compared: readonly string[];
  /** All that the wording is searched for. */
  readonly searched: readonly WeightedTerm[];
  /** Those of which it only matters where an entry has them. */
  readonly covered: readonly string[];
}

/** Numbers and weighs the terms of a question. */
export function weighTerms(
  { compared, searched, covered }: TermsAsked,
  { number, idf }: Vocabulary,
): AskedTerms {
  const weights = new Map(searched.map(({ term, weight }) => [term, weight]));
  const inPhrasing = new Set(compared);
  const terms = [...new Set([...inPhrasing, ...weights.keys(), ...covered])].map((term) => ({
    term,
    number: number(term),
    compared: inPhrasing.has(term) ? idf(term) : 0,
    idf: idf(term) * (weights.get(term) ?? 0),
  }));
  const sum = (key: "compared" | "idf"): number => terms.reduce((all, term) => all + term[key], 0);
  const known = terms.filter((term) => term.number !== UNKNOWN);
  return {
    known,
    slots: new Map(known.map(({ term }, slot) => [term, slot])),
    length: Math.sqrt(sum("compared")),
    idf: sum("idf"),
  };
}
