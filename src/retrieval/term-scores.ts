import MiniSearch, { type SearchResult } from "minisearch";
import { BM25, FIELD_BOOSTS, FIELD_NAMES } from "./bm25.ts";
import type { Fields } from "./fields.ts";
import type { Postings } from "./postings.ts";
import { UNKNOWN } from "./vocabulary.ts";

/** What a term scores in the entries that contain it, in no order. */
export interface TermScores {
  readonly positions: Uint32Array;
  readonly scores: Float64Array;
}

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

/** Lists what terms score in their order, the entries of each in document order as postings have them. */
export function listScores(terms: readonly TermScores[]): number[] {
  return terms.flatMap(({ positions, scores }) => {
    const byPosition = new Map([...positions].map((position, at) => [position, scores[at] ?? 0]));
    return Array.from(positions.toSorted(), (position) => byPosition.get(position) ?? 0);
  });
}

/** Gives the scores that were listed; `number` says where a term stood. */
export function openScores(
  listed: readonly number[],
  lists: Pick<Postings, "starts" | "positions">,
  number: (term: string) => number,
): (term: string) => TermScores {
  const starts = new Uint32Array(lists.starts);
  const positions = new Uint32Array(lists.positions);
  const scores = new Float64Array(listed);
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
    fields: [...FIELD_NAMES],
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
