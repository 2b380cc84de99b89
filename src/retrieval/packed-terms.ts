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

/** Packs the terms of entries and their fields. */
export function packTerms(
  analysed: readonly AnalysedEntry[],
  fields: readonly Fields[],
  { number, idf }: Vocabulary,
): PackedTerms {
  const terms: number[] = [];
  const starts = [0];
  const lengths: number[] = [];
  const firsts = [0];
  const sizes: number[] = [];
  for (const [position, entry] of analysed.entries()) {
    const from = terms.length;
    for (const list of listTerms(entry, fields[position])) {
      const distinct = [...new Set(list)];
      for (const term of distinct) terms.push(number(term));
      starts.push(terms.length);
      lengths.push(Math.sqrt(distinct.reduce((sum, term) => sum + idf(term), 0)));
    }
    firsts.push(lengths.length);
    sizes.push(terms.length - from + terms.length - (starts.at(-2) ?? 0));
  }
  const mean = sizes.reduce((a, b) => a + b, 0) / Math.max(sizes.length, 1);
  return {
    terms: Uint32Array.from(terms),
    starts: Uint32Array.from(starts),
    lengths: Float64Array.from(lengths),
    firsts: Uint32Array.from(firsts),
    sizes: Float64Array.from(sizes, (size) => size / mean),
  };
}

function listTerms({ phrasings }: AnalysedEntry, fields: Fields | undefined): (readonly string[])[] {
  const { asked = [], heading = [], answered = [] } = fields ?? {};
  const lists = phrasings.map(({ terms }) => terms);
  const inPhrasings = new Set(lists.flat());
  return [...lists, asked.filter((term) => !inPhrasings.has(term)), [...answered, ...heading]];
}
