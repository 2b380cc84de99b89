import { FIELD_NAMES } from "./bm25.ts";
import type { Fields } from "./fields.ts";

/** Numbers that are kept in a file as lists, and in memory packed. */
type Numbers = readonly number[] | Uint32Array;

/** Which entries have a term, and how often in each field: all that a term's scores are worked out from. */
export interface Postings {
  /** Where those of each term start, by its number, and where the last ones end. */
  readonly starts: Numbers;
  /** Ascending within a term. */
  readonly positions: Numbers;
  readonly asked: Numbers;
  readonly heading: Numbers;
  readonly answered: Numbers;
  /** How many different terms the fields of each entry have, the three of an entry side by side. */
  readonly lengths: Numbers;
}

/** The same before it is sorted by term. */
export class PostingCollector {
  readonly #terms: number[] = [];
  readonly #positions: number[] = [];
  readonly #counts: Record<keyof Fields, number[]> = { asked: [], heading: [], answered: [] };
  readonly #lengths: number[] = [];
  #entries = 0;

  /** Adds the entry after the last one. */
  add(fields: Fields, number: (term: string) => number): void {
    const places = new Map<number, number>();
    for (const name of FIELD_NAMES) {
      for (const term of fields[name]) this.#count(number(term), name, places);
      // A field without a term counts as one of length 1, as MiniSearch has it.
      this.#lengths.push(Math.max(1, new Set(fields[name]).size));
    }
    this.#entries += 1;
  }

  #count(term: number, name: keyof Fields, places: Map<number, number>): void {
    const place = places.get(term) ?? this.#terms.length;
    if (!places.has(term)) {
      places.set(term, place);
      this.#terms.push(term);
      this.#positions.push(this.#entries);
      for (const each of FIELD_NAMES) this.#counts[each].push(0);
    }
    const counts = this.#counts[name];
    counts[place] = (counts[place] ?? 0) + 1;
  }

  /** All that was added, by the terms' numbers, which are below `terms`. */
  sort(terms: number): Postings {
    const starts = startsOf(this.#terms, terms);
    const next = starts.slice();
    const places = Uint32Array.from(this.#terms, (term) => {
      const place = next[term] ?? 0;
      next[term] = place + 1;
      return place;
    });
    const sorted = (values: readonly number[]): Uint32Array => {
      const all = new Uint32Array(values.length);
      for (const [at, value] of values.entries()) all[places[at] ?? 0] = value;
      return all;
    };
    const { asked, heading, answered } = this.#counts;
    return {
      starts,
      positions: sorted(this.#positions),
      asked: sorted(asked),
      heading: sorted(heading),
      answered: sorted(answered),
      lengths: Uint32Array.from(this.#lengths),
    };
  }
}

function startsOf(numbers: readonly number[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let number = 0; number < terms; number++)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  return starts;
}

/** Collects the postings of all entries. */
export function collectPostings(
  fields: readonly Fields[],
  { number, size }: { readonly number: (term: string) => number; readonly size: number },
): Postings {
  const collector = new PostingCollector();
  for (const each of fields) collector.add(each, number);
  return collector.sort(size);
}



/** Postings as they are kept in a file. */
export type PostingLists = { readonly [List in keyof Postings]: readonly number[] };

/** Lists postings, to be kept in a file. */
export function listPostings({ starts, positions, asked, heading, answered, lengths }: Postings): PostingLists {
  return {
    starts: [...starts],
    positions: [...positions],
    asked: [...asked],
    heading: [...heading],
    answered: [...answered],
    lengths: [...lengths],
  };
}

/** Packs postings that were listed. */
export function packPostings(lists: Postings): Postings {
  const pack = (numbers: Numbers): Uint32Array =>
    numbers instanceof Uint32Array ? numbers : Uint32Array.from(numbers);
  return {
    starts: pack(lists.starts),
    positions: pack(lists.positions),
    asked: pack(lists.asked),
    heading: pack(lists.heading),
    answered: pack(lists.answered),
    lengths: pack(lists.lengths),
  };
}
