import type { AnalysedEntry, Entry } from "./entries.ts";
import { weighTerms, type AskedTerms, type TermsAsked } from "./asked-terms.ts";
import { buildEntryTerms, type EntryTerms } from "./entry-terms.ts";
import { findParts, type IndexParts, type PreparedIndex } from "./index-parts.ts";
import { buildNearness, type Nearness } from "./nearness.ts";
import { packTerms } from "./packed-terms.ts";
import type { WeightedTerm } from "./query-terms.ts";
import { buildSum } from "./sum-scores.ts";
import { openScores, type TermScores } from "./term-scores.ts";
import { buildVerbatimFinder } from "./verbatim.ts";
import { buildVocabulary, type Vocabulary } from "./vocabulary.ts";

/** An entry that the search matched. */
export interface Hit {
  readonly entry: Entry;
  /** Position in document order; breaks ties. */
  readonly position: number;
  /** BM25+ over the fields and terms, times the root of the number of matched terms; unbounded. */
  readonly score: number;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Ids of the topics and roles that entries are about. */
  readonly topics: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Every word of the entries' texts. */
  readonly words: ReadonlySet<string>;
  /** The entries that the terms, none twice, fit best; best first. */
  search(terms: readonly WeightedTerm[], most?: number): Hit[];
  /** Positions of the entries one of whose phrasings is these words, divided by spaces. */
  verbatim(words: string): readonly number[];
  terms(position: number): EntryTerms;
  /** Ids of the entities that the question of an entry names. */
  named(position: number): readonly string[];
  weighTerms(question: TermsAsked): AskedTerms;
  /** How near the wording of the entry at a position is to a question's. */
  nearness(asked: AskedTerms, position: number): Nearness;
  /** How much a term says: ln(1 + (N - n + 0.5) / (n + 0.5)), n of N entries containing it. Unknown terms say the most. */
  readonly idf: (term: string) => number;
  readonly knows: (term: string) => boolean;
}

/** More than anyone looks at. */
const MOST_HITS = 60;

/** The guard: only the terms that say the most are searched for. */
const MOST_TERMS = 10;

/** Builds the index over entries and what they say; terms are analysed words and the ids of entities that the text names. */
export function buildSearchIndex(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): SearchIndex {
  return assemble({ entries, ...findParts(entries, analysed) });
}

/** Opens the index that was prepared over the same entries. */
export function openIndex(entries: readonly Entry[], { scores, ...parts }: PreparedIndex): SearchIndex {
  const vocabulary = buildVocabulary(parts.counted);
  return assemble({ entries, parts, vocabulary, scoresOf: openScores(scores, vocabulary.number) });
}

function assemble({
  entries,
  parts,
  vocabulary,
  scoresOf,
}: {
  readonly entries: readonly Entry[];
  readonly parts: IndexParts;
  readonly vocabulary: Vocabulary;
  readonly scoresOf: (term: string) => TermScores;
}): SearchIndex {
  const { lists, phrasings, words, named } = parts;
  const sum = buildSum(entries.length);
  const packed = packTerms(lists);
  return {
    entries,
    topics: new Set(entries.flatMap(({ snippet }) => snippet.topics)),
    roles: new Set(entries.flatMap(({ snippet }) => snippet.roles)),
    words: new Set(words),
    idf: vocabulary.idf,
    knows: (term) => vocabulary.count(term) > 0,
    verbatim: buildVerbatimFinder(phrasings),
    terms: buildEntryTerms(packed, vocabulary),
    nearness: buildNearness(packed, vocabulary.size),
    named: (position) => named[position] ?? [],
    weighTerms: (question) => weighTerms(question, vocabulary),
    search: (terms, most = MOST_HITS) => {
      const asked = mostTelling(terms, vocabulary.idf).map(({ term, weight }) => ({
        scores: scoresOf(term),
        weight,
      }));
      return sum(asked, most).flatMap(({ position, score }) => {
        const entry = entries[position];
        return entry ? [{ entry, position, score }] : [];
      });
    },
  };
}

function mostTelling(terms: readonly WeightedTerm[], idf: (term: string) => number): WeightedTerm[] {
  return terms
    .map(({ term, weight }) => ({ term, weight, says: weight * idf(term) }))
    .toSorted((a, b) => b.says - a.says)
    .slice(0, MOST_TERMS);
}
