import type { AskedTerms } from "./asked-terms.ts";
import type { PackedTerms } from "./packed-terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What an entry says, as terms; compared with the question's. */
export interface EntryTerms {
  /** True for a term of the entry's question. */
  isInQuestion(term: string): boolean;
  /** True for a term that the entry is asked for by: of its question, a way of asking, or a passage itself. */
  isAsked(term: string): boolean;
  /** True for a term of the answer or the heading. */
  isAnswered(term: string): boolean;
  /** Share of the phrasings that have a term, 0..1. */
  shareAsking(term: string): number;
  /** How near the entry's wording is to a question's. */
  nearness(asked: AskedTerms): Nearness;
}

/** How near an entry's wording is to a question's. */
export interface Nearness {
  /** Cosine with the nearest single phrasing, terms weighed by the root of their IDF, 0..1. */
  readonly phrasing: number;
  /** Share of the IDF searched for that the entry has, by how many of its phrasings have a term; unbounded. */
  readonly wording: number;
}

/** Gives what the entry at a position says. */
export function buildEntryTerms(
  packed: PackedTerms,
  { size, number }: Pick<Vocabulary, "size" | "number">,
): (position: number) => EntryTerms {
  const nearest = buildNearest(packed, size);
  const { terms, starts, firsts } = packed;
  const has = (from: number, to: number, term: string): boolean => {
    const wanted = number(term);
    const end = starts[to] ?? 0;
    for (let at = starts[from] ?? 0; at < end; at++) if (terms[at] === wanted) return true;
    return false;
  };
  return (position) => {
    const first = firsts[position] ?? 0;
    const answer = (firsts[position + 1] ?? first + 2) - 1;
    const end = answer - 1;
    return {
      isInQuestion: (term) => has(first, first + 1, term),
      isAsked: (term) => has(first, answer, term),
      isAnswered: (term) => has(answer, answer + 1, term),
      shareAsking: (term) => {
        const asking = Array.from({ length: end - first }, (_, at) => has(first + at, first + at + 1, term));
        return asking.filter(Boolean).length / Math.max(asking.length, 1);
      },
      nearness: (asked) => nearest(asked, position),
    };
  };
}

/** How BM25 weighs the number of phrasings that have a term, and the size of an entry. */
const WORDING = { k: 4, b: 0.6 };

// Most of the time that ranking takes goes here. What is asked is written where the number of a term leads to it, and
// wiped afterwards: a map would take several times as long.
function buildNearest(
  { terms, starts, lengths, firsts, sizes }: PackedTerms,
  size: number,
): (asked: AskedTerms, position: number) => Nearness {
  const weights = new Float64Array(size);
  const counts = new Uint16Array(size);
  return (asked, position) => {
    const first = firsts[position] ?? 0;
    const end = (firsts[position + 1] ?? first + 2) - 2;
    for (const { number, compared } of asked.known) weights[number] = compared;
    let phrasing = 0;
    for (let list = first; list < end + 2; list++) {
      const says = list === end + 1 ? 2 : 1;
      let shared = 0;
      for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
        const number = terms[at] ?? 0;
        shared += weights[number] ?? 0;
        counts[number] = (counts[number] ?? 0) + says;
      }
      if (list < end && shared > 0)
        phrasing = Math.max(phrasing, shared / (asked.length * (lengths[list] ?? 1)));
    }
    const slow = WORDING.k * (1 - WORDING.b + WORDING.b * (sizes[position] ?? 1));
    let wording = 0;
    for (const { number, idf } of asked.known) {
      const count = counts[number] ?? 0;
      wording += (idf * count * (WORDING.k + 1)) / (count + slow);
    }
    for (let at = starts[first] ?? 0; at < (starts[end + 2] ?? 0); at++) counts[terms[at] ?? 0] = 0;
    for (const { number } of asked.known) weights[number] = 0;
    return { phrasing, wording: wording / Math.max(asked.idf, 1e-9) };
  };
}
