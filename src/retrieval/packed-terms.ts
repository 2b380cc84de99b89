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
  /** Euclidean length of each list's IDF vector. */
  readonly lengths: Float64Array;
  /** The first list of each entry, and one past the last list. */
  readonly firsts: Uint32Array;
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
  for (const [position, entry] of analysed.entries()) {
    for (const list of listTerms(entry, fields[position])) {
      const distinct = [...new Set(list)];
      for (const term of distinct) terms.push(number(term));
      starts.push(terms.length);
      lengths.push(Math.sqrt(distinct.reduce((sum, term) => sum + idf(term) ** 2, 0)));
    }
    firsts.push(lengths.length);
  }
  return {
    terms: Uint32Array.from(terms),
    starts: Uint32Array.from(starts),
    lengths: Float64Array.from(lengths),
    firsts: Uint32Array.from(firsts),
  };
}

function listTerms({ phrasings }: AnalysedEntry, fields: Fields | undefined): (readonly string[])[] {
  const { asked = [], heading = [], answered = [] } = fields ?? {};
  const lists = phrasings.map(({ terms }) => terms);
  const inPhrasings = new Set(lists.flat());
  return [...lists, asked.filter((term) => !inPhrasings.has(term)), [...answered, ...heading]];
}
