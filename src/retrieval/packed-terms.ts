import type { AnalysedEntry } from "./entries.ts";
import type { Fields } from "./fields.ts";

/**
 * The terms of all entries, as numbers. Each entry has a list for each phrasing, one of what else it is asked for by,
 * and one of its answer and heading. Sets of words would take ten times the memory.
 */
export interface PackedTerms {
  /** One list after the other, none with doubles. */
  readonly terms: Uint32Array;
  /** Where each list starts, and where the last one ends. */
  readonly starts: Uint32Array;
  /** Root of the sum of each list's IDFs. */
  readonly lengths: Float64Array;
  /** The first list of each entry, and one past the last list. */
  readonly firsts: Uint32Array;
  /** How many terms each entry has, those of the last list twice, over the mean of all entries. */
  readonly sizes: Float64Array;
}

/** The lists of terms by themselves; what they weigh depends on all entries of an index. */
export interface TermLists extends Pick<PackedTerms, "terms" | "starts" | "firsts"> {
  /** How many terms each entry has, those of the last list twice. */
  readonly sizes: Uint32Array;
}

/** The same as plain numbers, to be kept in a file. */
export type PlainTermLists = { readonly [List in keyof TermLists]: readonly number[] };

/** Lists the terms of entries, one after the other. */
export class TermCollector {
  readonly #terms: number[] = [];
  readonly #starts = [0];
  readonly #firsts = [0];
  readonly #sizes: number[] = [];

  /** Adds the entry after the last one. */
  add(entry: AnalysedEntry, fields: Fields, number: (term: string) => number): void {
    const terms = this.#terms;
    const from = terms.length;
    for (const list of termsOf(entry, fields)) {
      for (const term of new Set(list)) terms.push(number(term));
      this.#starts.push(terms.length);
    }
    this.#firsts.push(this.#starts.length - 1);
    this.#sizes.push(terms.length - from + terms.length - (this.#starts.at(-2) ?? 0));
  }

  lists(): PlainTermLists {
    return { terms: this.#terms, starts: this.#starts, firsts: this.#firsts, sizes: this.#sizes };
  }
}

/** Packs lists of terms. */
export function packLists({ terms, starts, firsts, sizes }: PlainTermLists): TermLists {
  return {
    terms: new Uint32Array(terms),
    starts: new Uint32Array(starts),
    firsts: new Uint32Array(firsts),
    sizes: new Uint32Array(sizes),
  };
}

/** The mean size of the entries of some layers of an index; 0 for none. */
export function meanSize(layers: readonly TermLists[]): number {
  const sum = layers.reduce((all, { sizes }) => all + sizes.reduce((a, b) => a + b, 0), 0);
  return (
    sum /
    Math.max(
      1,
      layers.reduce((all, { sizes }) => all + sizes.length, 0),
    )
  );
}

/** Weighs lists of terms by the IDFs of the terms' numbers, and sizes by the mean of an index. */
export function packTerms(
  { terms, starts, firsts, sizes }: TermLists,
  { weights, mean }: { readonly weights: Float64Array; readonly mean: number },
): PackedTerms {
  const lengths = new Float64Array(starts.length - 1);
  for (let list = 0; list < lengths.length; list++) {
    let sum = 0;
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) sum += weights[terms[at] ?? 0] ?? 0;
    lengths[list] = Math.sqrt(sum);
  }
  return { terms, starts, lengths, firsts, sizes: new Float64Array(sizes).map((size) => size / mean) };
}

function termsOf({ phrasings }: AnalysedEntry, { asked, heading, answered }: Fields): (readonly string[])[] {
  const lists = phrasings.map(({ terms }) => terms);
  const inPhrasings = new Set(lists.flat());
  return [...lists, asked.filter((term) => !inPhrasings.has(term)), [...answered, ...heading]];
}
