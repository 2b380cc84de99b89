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
  /** The same by the number of a term. */
  readonly weights: Float64Array;
}

/** The number of a term that no entry contains. */
export const UNKNOWN = -1;

/** The terms of some entries, numbered by their places, and how many of the entries contain each. */
export interface TermCounts {
  readonly terms: readonly string[];
  readonly counts: readonly number[];
  readonly entries: number;
}

/** Numbers the terms of entries from those of a vocabulary below on, and counts the entries that contain them. */
export class TermCounter {
  readonly #below: Pick<Vocabulary, "number" | "size">;
  readonly #numbers = new Map<string, number>();
  /** By number; nothing for a term that no entry contains. */
  readonly counts: (number | undefined)[] = [];

  constructor(below: Pick<Vocabulary, "number" | "size">) {
    this.#below = below;
  }

  add({ phrasings, heading, answer }: AnalysedEntry): void {
    for (const term of new Set([...phrasings, heading, answer].flatMap(({ terms }) => terms))) {
      const number = this.number(term);
      this.counts[number] = (this.counts[number] ?? 0) + 1;
    }
  }

  /** The number of a term, which it gets when it is first asked for. */
  readonly number = (term: string): number => {
    const known = this.#below.number(term);
    if (known !== UNKNOWN) return known;
    const own = this.#numbers.get(term) ?? this.#below.size + this.#numbers.size;
    this.#numbers.set(term, own);
    return own;
  };

  /** The terms that the vocabulary below has not. */
  get terms(): string[] {
    return [...this.#numbers.keys()];
  }
}

/** Builds the vocabulary of terms that were counted. */
export function buildVocabulary({ terms, counts, entries }: TermCounts): Vocabulary {
  const numbers = new Map(terms.map((term, number) => [term, number]));
  return weighVocabulary((term) => numbers.get(term) ?? UNKNOWN, { counts, entries });
}

/** The vocabulary of terms that are numbered by their places in `counts`. */
export function weighVocabulary(
  number: (term: string) => number,
  { counts, entries }: { readonly counts: ArrayLike<number>; readonly entries: number },
): Vocabulary {
  const weigh = (count: number): number => Math.log(1 + (entries - count + 0.5) / (count + 0.5));
  const weights = new Float64Array(counts).map(weigh);
  const most = weigh(0);
  return {
    size: counts.length,
    count: (term) => counts[number(term)] ?? 0,
    number,
    idf: (term) => weights[number(term)] ?? most,
    weights,
  };
}
