import type { AnalysedEntry, Entry } from "./entries.ts";
import { weighTerms, type AskedTerms, type TermsAsked } from "./asked-terms.ts";
import { buildEntryTerms, type EntryTerms } from "./entry-terms.ts";
import { collectParts } from "./collected-parts.ts";
import { listFields } from "./fields.ts";
import { countedTerms, foldWords, type PreparedIndex } from "./index-parts.ts";
import { buildNearness, type Nearness } from "./nearness.ts";
import { meanSize, packLists, packTerms, type TermLists } from "./packed-terms.ts";
import { packPostings, type Postings } from "./postings.ts";
import type { WeightedTerm } from "./query-terms.ts";
import { buildSum } from "./sum-scores.ts";
import { finish, type Steps } from "./steps.ts";
import { buildTermScores, openScores, type TermScores } from "./term-scores.ts";
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
  /** How many of the entries, the first ones, are held by the index that this one is built upon. */
  readonly shared: number;
  /** Ids of the topics and roles that entries are about. */
  readonly topics: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
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

/** An index that stands by itself, and what another shares that is built upon it. */
export interface BaseIndex extends SearchIndex {
  /** Every word of the entries' texts. */
  readonly words: ReadonlySet<string>;
  readonly layer: BaseLayer;
}

/** What does not depend on all entries of an index. */
export interface BaseLayer {
  readonly vocabulary: Vocabulary;
  /** How many entries have each term, by number. */
  readonly counts: readonly number[];
  readonly lists: TermLists;
  /** Packed when they are first asked for. */
  readonly postings: () => Postings;
  /** Every word that a name in the entries' texts can be made of; worked out when it is first asked for. */
  readonly folded: () => ReadonlySet<string>;
}

/** More than anyone looks at. */
const MOST_HITS = 60;

/** The guard: only the terms that say the most are searched for. */
const MOST_TERMS = 10;

/** Builds the index over entries and what they say; terms are analysed words and the ids of entities that the text names. */
export function buildSearchIndex(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): BaseIndex {
  const parts = finish(collectParts(entries, analysed));
  const counted = countedTerms(parts);
  const vocabulary = buildVocabulary(counted);
  const knows = (term: string): boolean => vocabulary.count(term) > 0;
  return assembleBase({
    ...parts,
    entries,
    vocabulary,
    counts: counted.counts,
    scoresOf: buildTermScores(listFields(entries, analysed), knows),
    folded: () => foldWords(entries),
  });
}

/** Opens the index that was prepared over the same entries. */
export function openIndex(entries: readonly Entry[], prepared: PreparedIndex): BaseIndex {
  return finish(openIndexInSteps(entries, prepared));
}

/** The same in steps. */
export function* openIndexInSteps(entries: readonly Entry[], prepared: PreparedIndex): Steps<BaseIndex> {
  const { counted, scores, postings, folded } = prepared;
  const vocabulary = buildVocabulary(counted);
  yield;
  const scoresOf = openScores(scores, postings, vocabulary.number);
  yield;
  return assembleBase({
    ...prepared,
    entries,
    vocabulary,
    counts: counted.counts,
    scoresOf,
    folded: () => folded,
  });
}

interface BaseParts extends Pick<PreparedIndex, "lists" | "phrasings" | "words" | "named"> {
  readonly entries: readonly Entry[];
  readonly vocabulary: Vocabulary;
  readonly counts: readonly number[];
  readonly scoresOf: (term: string) => TermScores;
  readonly postings: Postings;
  readonly folded: () => readonly string[];
}

function assembleBase(parts: BaseParts): BaseIndex {
  const { entries, vocabulary, counts, scoresOf, named, words } = parts;
  const lists = packLists(parts.lists);
  const packed = packTerms(lists, { weights: vocabulary.weights, mean: meanSize([lists]) });
  let postings: Postings | undefined;
  let folded: ReadonlySet<string> | undefined;
  return {
    entries,
    shared: 0,
    topics: new Set(entries.flatMap(({ snippet }) => snippet.topics)),
    roles: new Set(entries.flatMap(({ snippet }) => snippet.roles)),
    words: new Set(words),
    verbatim: buildVerbatimFinder(parts.phrasings),
    terms: buildEntryTerms(packed, vocabulary),
    nearness: buildNearness(packed, vocabulary.size),
    named: (position) => named[position] ?? [],
    ...buildSearch({ entries, vocabulary, scoresOf }),
    layer: {
      vocabulary,
      counts,
      lists,
      postings: () => (postings ??= packPostings(parts.postings)),
      folded: () => (folded ??= new Set(parts.folded())),
    },
  };
}

/** The search over entries whose terms are scored by `scoresOf`, and what the terms say. */
export function buildSearch({
  entries,
  vocabulary,
  scoresOf,
}: {
  readonly entries: readonly Entry[];
  readonly vocabulary: Vocabulary;
  readonly scoresOf: (term: string) => TermScores;
}): Pick<SearchIndex, "search" | "weighTerms" | "idf" | "knows"> {
  const sum = buildSum(entries.length);
  return {
    idf: vocabulary.idf,
    knows: (term) => vocabulary.count(term) > 0,
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
