import type { AskedTerms } from "./asked-terms.ts";
import type { PackedTerms } from "./packed-terms.ts";

/** Where an entry has a term: in its question, in anything it is asked for by, in its answer or heading. Places add up. */
export const PLACES = { question: 1, asked: 2, answer: 4 } as const;

/** How near an entry's wording is to a question's. */
export interface Nearness {
  /** Cosine with the nearest single phrasing, terms weighed by the root of their IDF, 0..1. */
  readonly phrasing: number;
  /** Share of the IDF searched for that the entry has, by how many of its phrasings have a term; 0..K + 1. */
  readonly wording: number;
  /** `PLACES` of each known term that is asked; 0 for none. */
  readonly places: readonly number[];
}

/** How BM25 weighs the number of phrasings that have a term, and the size of an entry. */
const WORDING = { k: 4, b: 0.6 };

/**
 * Builds the comparison of an entry with what is asked. Most of the time that ranking takes goes here: an entry's terms
 * are read once for everything that is asked of them. What is asked is written where the number of a term leads to it,
 * and wiped afterwards: a map would take several times as long.
 */
export function buildNearness(
  { terms, starts, lengths, firsts, sizes }: PackedTerms,
  size: number,
): (asked: AskedTerms, position: number) => Nearness {
  const slots = new Uint16Array(size);
  return ({ known, length, idf }, position) => {
    const first = firsts[position] ?? 0;
    const answer = (firsts[position + 1] ?? first + 2) - 1;
    const counts = known.map(() => 0);
    const places = known.map(() => 0);
    let phrasing = 0;
    for (let at = 0; at < known.length; at++) slots[known[at]?.number ?? 0] = at + 1;
    for (let list = first; list <= answer; list++) {
      const place = list === answer ? PLACES.answer : PLACES.asked + (list === first ? PLACES.question : 0);
      let shared = 0;
      for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
        const slot = (slots[terms[at] ?? 0] ?? 0) - 1;
        if (slot < 0) continue;
        shared += known[slot]?.compared ?? 0;
        counts[slot] = (counts[slot] ?? 0) + (list === answer ? 2 : 1);
        places[slot] = (places[slot] ?? 0) | place;
      }
      if (shared > 0 && list < answer - 1)
        phrasing = Math.max(phrasing, shared / (length * (lengths[list] ?? 1)));
    }
    for (const { number } of known) slots[number] = 0;
    const slow = WORDING.k * (1 - WORDING.b + WORDING.b * (sizes[position] ?? 1));
    let wording = 0;
    for (const [slot, term] of known.entries()) {
      const count = counts[slot] ?? 0;
      wording += (term.idf * count * (WORDING.k + 1)) / (count + slow);
    }
    return { phrasing, wording: wording / Math.max(idf, 1e-9), places };
  };
}
