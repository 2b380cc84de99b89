import type { PackedTerms } from "./packed-terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What an entry says, as terms. */
export interface EntryTerms {
  /** True for a term of the entry's question. */
  isInQuestion(term: string): boolean;
  /** True for a term that the entry is asked for by: of its question, a way of asking, or a passage itself. */
  isAsked(term: string): boolean;
  /** True for a term of the answer or the heading. */
  isAnswered(term: string): boolean;
  /** Share of the phrasings that have a term, 0..1. */
  shareAsking(term: string): number;
}

/** Gives what the entry at a position says. */
export function buildEntryTerms(
  { terms, starts, firsts }: PackedTerms,
  { number }: Pick<Vocabulary, "number">,
): (position: number) => EntryTerms {
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
    };
  };
}
