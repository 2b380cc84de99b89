import type { CollectedParts } from "./collected-parts.ts";
import type { Entry } from "./entries.ts";
import { buildEntryTerms } from "./entry-terms.ts";
import { buildLayeredScores } from "./layered-scores.ts";
import { buildNearness } from "./nearness.ts";
import { meanSize, packLists, packTerms } from "./packed-terms.ts";
import { buildSearch, type BaseIndex, type SearchIndex } from "./search-index.ts";
import type { Steps } from "./steps.ts";
import { buildVerbatimFinder } from "./verbatim.ts";
import { UNKNOWN, weighVocabulary, type Vocabulary } from "./vocabulary.ts";

/** An index over the entries of a base and own ones. */
export interface ExtendedIndex extends SearchIndex {
  /** Every word of the own entries' texts. */
  readonly ownWords: readonly string[];
}

/**
 * Builds the index over the entries of a base and own ones after them, whose parts were collected upon the base's
 * vocabulary. It finds and weighs what one index over all of them would, and shares with the base all that does not
 * depend on the other entries. In steps.
 */
export function* extendIndex(
  base: BaseIndex,
  own: readonly Entry[],
  parts: CollectedParts,
): Steps<ExtendedIndex> {
  const entries = [...base.entries, ...own];
  const { layer } = base;
  // The index would keep all parts alive by one of them.
  const { named, words, postings } = parts;
  const vocabulary = joinVocabulary(layer, parts, entries.length);
  yield;
  const lists = packLists(parts.lists);
  yield;
  const weighing = { weights: vocabulary.weights, mean: meanSize([layer.lists, lists]) };
  const sharedLists = packTerms(layer.lists, weighing);
  const ownLists = packTerms(lists, weighing);
  yield;
  const first = base.entries.length;
  const verbatim = buildVerbatimFinder(parts.phrasings);
  yield;
  const ownTerms = buildEntryTerms(ownLists, vocabulary);
  const sharedNearness = buildNearness(sharedLists, vocabulary.size);
  const ownNearness = buildNearness(ownLists, vocabulary.size);
  const scoresOf = buildLayeredScores([layer.postings(), postings], vocabulary.number);
  return {
    entries,
    shared: first,
    topics: new Set([...base.topics, ...own.flatMap(({ snippet }) => snippet.topics)]),
    roles: new Set([...base.roles, ...own.flatMap(({ snippet }) => snippet.roles)]),
    ownWords: words,
    verbatim: (text) => [...base.verbatim(text), ...verbatim(text).map((position) => first + position)],
    terms: (position) => (position < first ? base.terms(position) : ownTerms(position - first)),
    nearness: (asked, position) =>
      position < first ? sharedNearness(asked, position) : ownNearness(asked, position - first),
    named: (position) => (position < first ? base.named(position) : (named[position - first] ?? [])),
    ...buildSearch({ entries, vocabulary, scoresOf }),
  };
}

function joinVocabulary(
  { vocabulary, counts }: Pick<BaseIndex["layer"], "vocabulary" | "counts">,
  parts: Pick<CollectedParts, "terms" | "counts">,
  entries: number,
): Vocabulary {
  const below = vocabulary.size;
  const numbers = new Map(parts.terms.map((term, at) => [term, below + at]));
  const number = (term: string): number => {
    const known = vocabulary.number(term);
    return known === UNKNOWN ? (numbers.get(term) ?? UNKNOWN) : known;
  };
  const joined = new Uint32Array(below + parts.terms.length);
  for (let at = 0; at < joined.length; at++) joined[at] = (counts[at] ?? 0) + (parts.counts[at] ?? 0);
  return weighVocabulary(number, { counts: joined, entries });
}
