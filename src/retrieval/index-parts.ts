import type { AnalysedEntry, Entry } from "./entries.ts";
import { listFields } from "./fields.ts";
import { listTerms, type TermLists } from "./packed-terms.ts";
import { buildTermScores, listScores, type ScoreLists, type TermScores } from "./term-scores.ts";
import { hashPhrasings, type PhrasingHashes } from "./verbatim.ts";
import { buildVocabulary, countTerms, type TermCounts, type Vocabulary } from "./vocabulary.ts";

/** What an index holds besides its entries and their scores. */
export interface IndexParts {
  readonly counted: TermCounts;
  readonly lists: TermLists;
  readonly phrasings: PhrasingHashes;
  /** Every word of the entries' texts. */
  readonly words: readonly string[];
  /** Of each entry, the ids of the entities that its question names. */
  readonly named: readonly (readonly string[])[];
}

/** The parts of an index and the scores of all its terms, as they can be kept in a file. */
export interface PreparedIndex extends IndexParts {
  readonly scores: ScoreLists;
}

/** The parts of an index, and what is read from them. */
interface FoundParts {
  readonly parts: IndexParts;
  readonly vocabulary: Vocabulary;
  readonly scoresOf: (term: string) => TermScores;
}

/** Finds the parts of the index over entries and what they say; a term is scored when it is first asked for. */
export function findParts(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): FoundParts {
  const counted = countTerms(analysed);
  const vocabulary = buildVocabulary(counted);
  const fields = listFields(entries, analysed);
  return {
    parts: {
      counted,
      lists: listTerms(analysed, fields, vocabulary),
      phrasings: hashPhrasings(analysed),
      words: wordsIn(analysed),
      named: analysed.map(({ named }) => named),
    },
    vocabulary,
    scoresOf: buildTermScores(fields, (term) => vocabulary.count(term) > 0),
  };
}

/** Finds the parts of an index and scores all its terms, so that opening it takes little. */
export function prepareIndex(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): PreparedIndex {
  const { parts, scoresOf } = findParts(entries, analysed);
  return { ...parts, scores: listScores(parts.counted.terms.map(scoresOf)) };
}

function wordsIn(analysed: readonly AnalysedEntry[]): string[] {
  const words = new Set<string>();
  for (const { phrasings, heading, answer } of analysed) {
    const texts = [...phrasings, heading, answer].map((text) => text.words).join(" ");
    for (const word of texts.split(" ")) if (!words.has(word)) words.add(ownCopy(word));
  }
  return [...words];
}

// V8 keeps the whole text in memory for a part of it of 13 characters and more.
const ownCopy = (word: string): string => (word.length < 13 ? word : Buffer.from(word).toString());
