import type { AnalysedEntry } from "./entries.ts";
import type { Fields } from "./fields.ts";
import { UNKNOWN, type Vocabulary } from "./vocabulary.ts";

/** What an entry says, as terms; compared with the question's. */
export interface EntryTerms {
  /** Ids of the entities that the question itself names. */
  readonly named: readonly string[];
  /** True for a term of the entry's question. */
  isInQuestion(term: string): boolean;
  /** True for a term of the question or a way of asking. */
  isAsked(term: string): boolean;
  /** True for a term of the answer or the heading. */
  isAnswered(term: string): boolean;
  /** Share of the phrasings that have a term, 0..1. */
  shareAsking(term: string): number;
  /** How near the single phrasing that is nearest is. */
  nearestPhrasing(asked: AskedTerms): Nearness;
}

/** What a single phrasing has of what is asked. */
export interface Nearness {
  /** IDF cosine, 0..1. */
  readonly phrasing: number;
  /** Share of the question words, 0..1. */
  readonly asking: number;
}

/** The terms of a question, as numbers; those that no entry has are in the sums alone. */
export interface AskedTerms {
  readonly known: ReadonlyMap<number, AskedTerm>;
  /** Euclidean length of the IDF vector. */
  readonly length: number;
  /** How many question words there are. */
  readonly asking: number;
}

interface AskedTerm {
  /** The square of its IDF. */
  readonly square: number;
  /** How often it is a question word. */
  readonly asking: number;
}

/** Numbers and weighs the terms of a question: those of what it is about, and its question words. */
export function weighTerms(
  { about, asking }: { readonly about: readonly string[]; readonly asking: readonly string[] },
  { number, idf }: Vocabulary,
): AskedTerms {
  const known = new Map<number, AskedTerm>();
  let sum = 0;
  for (const term of new Set([...about, ...asking])) {
    const square = idf(term) ** 2;
    sum += square;
    if (number(term) !== UNKNOWN)
      known.set(number(term), { square, asking: asking.filter((each) => each === term).length });
  }
  return { known, length: Math.sqrt(sum), asking: asking.length };
}

/**
 * Gives what the entry at a position says. Terms are kept as numbers in one array: sets of words would take ten times
 * the memory.
 */
export function buildEntryTerms(
  analysed: readonly AnalysedEntry[],
  fields: readonly Fields[],
  vocabulary: Vocabulary,
): (position: number) => EntryTerms {
  const packed = pack(analysed, fields, vocabulary);
  const named = analysed.map((entry) => entry.named);
  return (position) => ({ named: named[position] ?? [], ...readEntry(packed, position, vocabulary) });
}

/** The terms of all entries, as numbers: for each entry a list for each phrasing, what else it is asked for by, and its answer with its heading. */
interface Packed {
  /** One list after the other, none with doubles. */
  readonly terms: Uint32Array;
  /** Where each list starts, and where the last one ends. */
  readonly starts: Uint32Array;
  /** The first list of each entry, and one past the last list. */
  readonly firsts: Uint32Array;
}

function pack(analysed: readonly AnalysedEntry[], fields: readonly Fields[], { number }: Vocabulary): Packed {
  const terms: number[] = [];
  const starts = [0];
  const firsts = [0];
  for (const [position, { phrasings }] of analysed.entries()) {
    const { asked = [], heading = [], answered = [] } = fields[position] ?? {};
    const inPhrasings = new Set(phrasings.flatMap((phrasing) => phrasing.terms));
    const others = asked.filter((term) => !inPhrasings.has(term));
    for (const list of [...phrasings.map((phrasing) => phrasing.terms), others, [...answered, ...heading]]) {
      for (const term of new Set(list)) terms.push(number(term));
      starts.push(terms.length);
    }
    firsts.push(starts.length - 1);
  }
  return {
    terms: Uint32Array.from(terms),
    starts: Uint32Array.from(starts),
    firsts: Uint32Array.from(firsts),
  };
}

function readEntry(
  packed: Packed,
  position: number,
  { number, squares }: Vocabulary,
): Omit<EntryTerms, "named"> {
  const { terms, starts, firsts } = packed;
  const first = firsts[position] ?? 0;
  const answer = (firsts[position + 1] ?? first + 2) - 1;
  const others = answer - 1;
  const lists = (from: number, to: number): Uint32Array => terms.subarray(starts[from], starts[to]);
  const asked = lists(first, answer);
  const answered = lists(answer, answer + 1);
  return {
    isInQuestion: (term) => lists(first, first + 1).includes(number(term)),
    isAsked: (term) => asked.includes(number(term)),
    isAnswered: (term) => answered.includes(number(term)),
    shareAsking: (term) => {
      const all = Array.from({ length: others - first }, (_, at) => lists(first + at, first + at + 1));
      return all.filter((list) => list.includes(number(term))).length / Math.max(all.length, 1);
    },
    nearestPhrasing: (question) =>
      nearest({ terms, starts: starts.subarray(first, others + 1), squares }, question),
  };
}

// Most of ranking's time goes here: one loop over the numbers, without a view of them for each phrasing.
function nearest(
  { terms, starts, squares }: { terms: Uint32Array; starts: Uint32Array; squares: Float64Array },
  asked: AskedTerms,
): Nearness {
  let phrasing = 0;
  let asking = 0;
  for (let list = 0; list + 1 < starts.length; list++) {
    let shared = 0;
    let own = 0;
    let words = 0;
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      const number = terms[at] ?? 0;
      own += squares[number] ?? 0;
      const term = asked.known.get(number);
      if (!term) continue;
      shared += term.square;
      words += term.asking;
    }
    if (shared > 0) phrasing = Math.max(phrasing, shared / (asked.length * Math.sqrt(own)));
    asking = Math.max(asking, words);
  }
  return { phrasing, asking: asking / Math.max(asked.asking, 1) };
}
