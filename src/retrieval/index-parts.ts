import { splitWords } from "../knowledge/words.ts";
import { collectParts, type CollectedParts } from "./collected-parts.ts";
import { textsOf, type AnalysedEntry, type Entry } from "./entries.ts";
import { listFields } from "./fields.ts";
import type { PlainTermLists } from "./packed-terms.ts";
import { listPostings, type PostingLists } from "./postings.ts";
import { finish } from "./steps.ts";
import { buildTermScores, listScores } from "./term-scores.ts";
import type { PhrasingHashes } from "./verbatim.ts";
import type { TermCounts } from "./vocabulary.ts";

/** The parts of an index and the scores of all its terms, as they can be kept in a file. */
export interface PreparedIndex {
  readonly counted: TermCounts;
  readonly lists: PlainTermLists;
  readonly phrasings: PhrasingHashes;
  readonly words: readonly string[];
  readonly named: readonly (readonly string[])[];
  readonly postings: PostingLists;
  /** Of each term in the order of its postings. */
  readonly scores: readonly number[];
  /** What `foldWords` gives for the entries. */
  readonly folded: readonly string[];
}

/** The terms of an index that stands by itself. */
export function countedTerms({ terms, counts, named }: CollectedParts): TermCounts {
  return { terms, counts: terms.map((_, at) => counts[at] ?? 0), entries: named.length };
}

/** Finds the parts of an index and scores all its terms, so that opening it takes little. */
export function prepareIndex(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): PreparedIndex {
  const parts = finish(collectParts(entries, analysed));
  const { lists, phrasings, words, named, postings, terms } = parts;
  const scoresOf = buildTermScores(listFields(entries, analysed), () => true);
  return {
    counted: countedTerms(parts),
    lists,
    phrasings,
    words,
    named,
    postings: listPostings(postings),
    scores: listScores(terms.map(scoresOf)),
    folded: foldWords(entries),
  };
}

/** Every word that a name in the entries' texts can be made of, as names are compared. */
export function foldWords(entries: readonly Entry[]): string[] {
  const words = new Set<string>();
  for (const text of entries.flatMap(textsOf)) for (const { folded } of splitWords(text)) words.add(folded);
  return [...words];
}
