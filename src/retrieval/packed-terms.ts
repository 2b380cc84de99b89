import type { AnalysedEntry } from "./entries.ts";
import type { Fields } from "./fields.ts";
import type { Vocabulary } from "./vocabulary.ts";

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

/** The same as plain numbers, to be kept in a file. */
export type TermLists = { readonly [List in keyof PackedTerms]: readonly number[] };

/** Lists the terms of entries and their fields. */
export function listTerms(
  analysed: readonly AnalysedEntry[],
  fields: readonly Fields[],
  { number, idf }: Vocabulary,
): TermLists {
  const terms: number[] = [];
  const starts = [0];
  const lengths: number[] = [];
  const firsts = [0];
  const sizes: number[] = [];
  for (const [position, entry] of analysed.entries()) {
    const from = terms.length;
    for (const list of termsOf(entry, fields[position])) {
      const distinct = [...new Set(list)];
      for (const term of distinct) terms.push(number(term));
      starts.push(terms.length);
      lengths.push(Math.sqrt(distinct.reduce((sum, term) => sum + idf(term), 0)));
    }
    firsts.push(lengths.length);
    sizes.push(terms.length - from + terms.length - (starts.at(-2) ?? 0));
  }
  const mean = sizes.reduce((a, b) => a + b, 0) / Math.max(sizes.length, 1);
  return { terms, starts, lengths, firsts, sizes: sizes.map((size) => size / mean) };
}

/** Packs lists of terms. */
export function packTerms({ terms, starts, lengths, firsts, sizes }: TermLists): PackedTerms {
  return {
    terms: new Uint32Array(terms),
    starts: new Uint32Array(starts),
    lengths: new Float64Array(lengths),
    firsts: new Uint32Array(firsts),
    sizes: new Float64Array(sizes),
  };
}

function termsOf({ phrasings }: AnalysedEntry, fields: Fields | undefined): (readonly string[])[] {
  const { asked = [], heading = [], answered = [] } = fields ?? {};
  const lists = phrasings.map(({ terms }) => terms);
  const inPhrasings = new Set(lists.flat());
  return [...lists, asked.filter((term) => !inPhrasings.has(term)), [...answered, ...heading]];
}
