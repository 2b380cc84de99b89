import MiniSearch, { type SearchResult } from "minisearch";
import type { Fields } from "./fields.ts";
import { UNKNOWN } from "./vocabulary.ts";

/** What a term scores in the entries that contain it, in no order. */
export interface TermScores {
  readonly positions: Uint32Array;
  readonly scores: Float64Array;
}

/** Measured over seven public question sets: phrasings count four times the body; k 2, b 0.6, d 0.2. */
const FIELD_BOOSTS = { asked: 4, heading: 2.5, answered: 1.2 };
const BM25 = { k: 2, b: 0.6, d: 0.2 };

/** A term in more entries than this takes MiniSearch longer than a question may take: it is looked up at the build. */
const COMMON = 256;

/**
 * Scores a term in all entries: BM25+ over their fields. What it scores does not depend on the other words of a
 * question, so MiniSearch is asked once for each term and its answer is kept.
 */
export function buildTermScores(
  fields: readonly Fields[],
  knows: (term: string) => boolean,
): (term: string) => TermScores {
  const common = commonTerms(fields);
  const known = scoreAll(common, fields);
  const index = buildMiniSearch(fields, (term) => !common.has(term));
  return (term) => {
    if (!knows(term)) return NO_SCORES;
    const scores = known.get(term) ?? scoreTerm(term, index);
    known.set(term, scores);
    return scores;
  };
}

/** What terms score, one after the other, as plain numbers to be kept in a file. */
export interface ScoreLists {
  /** Where the scores of each term start, and where the last ones end. */
  readonly starts: readonly number[];
  readonly positions: readonly number[];
  readonly scores: readonly number[];
}

/** Lists what terms score in their order. */
export function listScores(terms: readonly TermScores[]): ScoreLists {
  const starts = [0];
  for (const { positions } of terms) starts.push((starts.at(-1) ?? 0) + positions.length);
  return {
    starts,
    positions: terms.flatMap(({ positions }) => [...positions]),
    scores: terms.flatMap(({ scores }) => [...scores]),
  };
}

/** Gives the scores that were listed; `number` says where a term stood. */
export function openScores(
  lists: ScoreLists,
  number: (term: string) => number,
): (term: string) => TermScores {
  const starts = new Uint32Array(lists.starts);
  const positions = new Uint32Array(lists.positions);
  const scores = new Float64Array(lists.scores);
  return (term) => {
    const at = number(term);
    if (at === UNKNOWN) return NO_SCORES;
    return {
      positions: positions.subarray(starts[at], starts[at + 1]),
      scores: scores.subarray(starts[at], starts[at + 1]),
    };
  };
}

const NO_SCORES: TermScores = { positions: new Uint32Array(), scores: new Float64Array() };

function commonTerms(fields: readonly Fields[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { asked, heading, answered } of fields) {
    for (const term of new Set([...asked, ...heading, ...answered])) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return new Set([...counts].flatMap(([term, count]) => (count > COMMON ? [term] : [])));
}

// In an index of their own, which is given up afterwards: one array of all scores is a small part of its size.
function scoreAll(terms: ReadonlySet<string>, fields: readonly Fields[]): Map<string, TermScores> {
  if (terms.size === 0) return new Map();
  const index = buildMiniSearch(fields, (term) => terms.has(term));
  return new Map([...terms].map((term) => [term, scoreTerm(term, index)]));
}

// Results are taken in the filter: MiniSearch would only sort what it returns.
function scoreTerm(term: string, index: MiniSearch): TermScores {
  const positions: number[] = [];
  const scores: number[] = [];
  const filter = ({ id, score }: SearchResult): boolean => {
    positions.push(Number(id));
    scores.push(score);
    return false;
  };
  index.search(term, { boost: FIELD_BOOSTS, bm25: BM25, filter });
  return { positions: Uint32Array.from(positions), scores: Float64Array.from(scores) };
}

// Terms never contain a space: the texts are analysed before, and MiniSearch only splits them. A term that is left out
// still counts for the length of its field.
function buildMiniSearch(fields: readonly Fields[], isIndexed: (term: string) => boolean): MiniSearch {
  const index = new MiniSearch({
    fields: ["asked", "heading", "answered"],
    idField: "position",
    tokenize: (text) => text.split(" "),
    processTerm: (term) => (term !== "" && isIndexed(term) ? term : null),
    autoVacuum: false,
  });
  for (const [position, { asked, heading, answered }] of fields.entries()) {
    index.add({
      position,
      asked: asked.join(" "),
      heading: heading.join(" "),
      answered: answered.join(" "),
    });
  }
  return index;
}
