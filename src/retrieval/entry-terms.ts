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
  /** What the single phrasing has that has the most of a question. */
  nearestPhrasing(asked: AskedTerms): Nearness;
}

/** What a single phrasing has of a question. */
export interface Nearness {
  /** IDF cosine, 0..1. */
  readonly phrasing: number;
  /** Share of the question words, 0..1. */
  readonly asking: number;
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
      nearestPhrasing: (asked) => nearest(asked, first, end),
    };
  };
}

// Most of the time that ranking takes goes here. What is asked is written where the number of a term leads to it, and
// wiped afterwards: a map would take several times as long.
function buildNearest(
  { terms, starts, lengths }: PackedTerms,
  size: number,
): (asked: AskedTerms, first: number, end: number) => Nearness {
  const squares = new Float64Array(size);
  const words = new Uint16Array(size);
  return ({ known, length, asking: askingWords }, first, end) => {
    for (const { number, square, asking } of known) {
      squares[number] = square;
      words[number] = asking;
    }
    let phrasing = 0;
    let asking = 0;
    for (let list = first; list < end; list++) {
      let shared = 0;
      let shares = 0;
      for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
        const number = terms[at] ?? 0;
        shared += squares[number] ?? 0;
        shares += words[number] ?? 0;
      }
      if (shared > 0) phrasing = Math.max(phrasing, shared / (length * (lengths[list] ?? 1)));
      asking = Math.max(asking, shares);
    }
    for (const { number } of known) squares[number] = words[number] = 0;
    return { phrasing, asking: asking / Math.max(askingWords, 1) };
  };
}
