import { UNKNOWN, type Vocabulary } from "./vocabulary.ts";

/** The terms of a question, as numbers; those that no entry has are in the sums alone. */
export interface AskedTerms {
  readonly known: readonly AskedTerm[];
  /** Euclidean length of the IDF vector. */
  readonly length: number;
  /** How many question words there are. */
  readonly asking: number;
}

interface AskedTerm {
  readonly number: number;
  /** The square of its IDF. */
  readonly square: number;
  /** How often it is a question word. */
  readonly asking: number;
}

/** Numbers and weighs the terms of a question: those of what it is about, and its question words. */
export function weighTerms(
  { about, asking }: { readonly about: readonly string[]; readonly asking: readonly string[] },
  { number, idf }: Vocabulary,
): AskedTerms {
  const terms = [...new Set([...about, ...asking])].map((term) => ({
    number: number(term),
    square: idf(term) ** 2,
    asking: asking.filter((each) => each === term).length,
  }));
  return {
    known: terms.filter((term) => term.number !== UNKNOWN),
    length: Math.sqrt(terms.reduce((sum, { square }) => sum + square, 0)),
    asking: asking.length,
  };
}
