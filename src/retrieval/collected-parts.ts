import type { AnalysedEntry, Entry } from "./entries.ts";
import { fieldReader } from "./fields.ts";
import { TermCollector, type PlainTermLists } from "./packed-terms.ts";
import { PostingCollector, type Postings } from "./postings.ts";
import type { Steps } from "./steps.ts";
import { PhrasingCollector, type PhrasingHashes } from "./verbatim.ts";
import { TermCounter, UNKNOWN, type Vocabulary } from "./vocabulary.ts";

/** What an index holds of some entries. */
export interface CollectedParts {
  /** The terms that are not in the vocabulary below, numbered from its size on. */
  readonly terms: readonly string[];
  /** How many of the entries have each term, by number; `undefined` for none. */
  readonly counts: readonly (number | undefined)[];
  readonly lists: PlainTermLists;
  readonly postings: Postings;
  readonly phrasings: PhrasingHashes;
  /** Every word of the entries' texts. */
  readonly words: readonly string[];
  /** Of each entry, the ids of the entities that its question names. */
  readonly named: readonly (readonly string[])[];
}

/** The vocabulary below the terms of an index that stands by itself. */
export const NO_TERMS: Pick<Vocabulary, "number" | "size"> = { number: () => UNKNOWN, size: 0 };

/** Collects what an index holds of entries and what they say; the terms of a vocabulary `below` keep their numbers. */
export function* collectParts(
  entries: readonly Entry[],
  analysed: readonly AnalysedEntry[],
  below: Pick<Vocabulary, "number" | "size"> = NO_TERMS,
): Steps<CollectedParts> {
  const counter = new TermCounter(below);
  const lists = new TermCollector();
  const postings = new PostingCollector();
  const phrasings = new PhrasingCollector();
  const words = new Set<string>();
  const fieldsAt = fieldReader(entries, analysed);
  for (const [at, entry] of analysed.entries()) {
    const fields = fieldsAt(entry, at);
    counter.add(entry);
    lists.add(entry, fields, counter.number);
    postings.add(fields, counter.number);
    phrasings.add(entry);
    addWords(entry, words);
    yield;
  }
  const { terms, counts } = counter;
  const hashes = phrasings.byHash();
  yield;
  const sorted = yield* postings.byTerm(below.size + terms.length);
  return {
    terms,
    counts,
    lists: lists.lists(),
    postings: sorted,
    phrasings: hashes,
    words: [...words],
    named: analysed.map(({ named }) => named),
  };
}

function addWords({ phrasings, heading, answer }: AnalysedEntry, words: Set<string>): void {
  for (const text of [...phrasings, heading, answer]) {
    for (const word of text.words.split(" ")) if (!words.has(word)) words.add(ownCopy(word));
  }
}

// V8 keeps the whole text in memory for a part of it of 13 characters and more.
const ownCopy = (word: string): string => (word.length < 13 ? word : Buffer.from(word).toString());
