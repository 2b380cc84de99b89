import { FIELD_NAMES } from "./bm25.ts";
import type { Fields } from "./fields.ts";
import type { Steps } from "./steps.ts";

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

/** Counts how often entries have terms, one entry after the other. */
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

  /** All that was counted, by the terms' numbers, which are below `terms`. */
  *byTerm(terms: number): Steps<Postings> {
    const starts = startsOf(this.#terms, terms);
    const places = placesOf(this.#terms, starts);
    yield;
    const positions = arrange(this.#positions, places);
    yield;
    const asked = arrange(this.#counts.asked, places);
    yield;
    const heading = arrange(this.#counts.heading, places);
    yield;
    const answered = arrange(this.#counts.answered, places);
    yield;
    return { starts, positions, asked, heading, answered, lengths: new Uint32Array(this.#lengths) };
  }
}

function placesOf(terms: readonly number[], starts: Uint32Array): Uint32Array {
  const next = starts.slice();
  const places = new Uint32Array(terms.length);
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0;
    const place = next[term] ?? 0;
    places[at] = place;
    next[term] = place + 1;
  }
  return places;
}

function arrange(values: readonly number[], places: Uint32Array): Uint32Array {
  const arranged = new Uint32Array(values.length);
  for (let at = 0; at < values.length; at++) arranged[places[at] ?? 0] = values[at] ?? 0;
  return arranged;
}

function startsOf(numbers: readonly number[], terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (const number of numbers) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let number = 0; number < terms; number++)
    starts[number + 1] = (starts[number + 1] ?? 0) + (starts[number] ?? 0);
  return starts;
}

/** Postings as they are kept in a file. */
export type PostingLists = { readonly [List in keyof Postings]: readonly number[] };

/** Lists postings, to be kept in a file. */
export function listPostings({
  starts,
  positions,
  asked,
  heading,
  answered,
  lengths,
}: Postings): PostingLists {
  return {
    starts: [...starts],
    positions: [...positions],
    asked: [...asked],
    heading: [...heading],
    answered: [...answered],
    lengths: [...lengths],
  };
}

const pack = (numbers: Numbers): Uint32Array =>
  numbers instanceof Uint32Array ? numbers : new Uint32Array(numbers);

/** Packs postings that were listed. */
export function packPostings(lists: Postings): Postings {
  return {
    starts: pack(lists.starts),
    positions: pack(lists.positions),
    asked: pack(lists.asked),
    heading: pack(lists.heading),
    answered: pack(lists.answered),
    lengths: pack(lists.lengths),
  };
}
