import MiniSearch from "minisearch";
import type { Section } from "../knowledge/document.ts";
import type { AnalysedEntry, Entry } from "./entries.ts";

/** An entry that the search matched. */
export interface Hit {
  readonly entry: Entry;
  /** Position in document order; breaks ties. */
  readonly position: number;
  /** BM25+ over the fields, divided by the root of the number of matched terms; unbounded. */
  readonly score: number;
}

/** What an entry says, as terms; compared with the question's. */
export interface EntryTerms {
  /** Ids of the entities that the question itself names. */
  readonly named: readonly string[];
  /** The question, then the ways of asking. */
  readonly phrasings: readonly Phrasing[];
  /** All phrasings together. */
  readonly asked: ReadonlySet<string>;
  /** Answer and heading. */
  readonly answered: ReadonlySet<string>;
}

/** One way a question is put. */
export interface Phrasing {
  /** Each term once. */
  readonly terms: readonly string[];
  /** Euclidean length of the terms' IDF vector. */
  readonly length: number;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Ids of the topics and roles that entries are about. */
  readonly topics: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** Every word of the entries' texts. */
  readonly words: ReadonlySet<string>;
  /** Entries that contain any of the terms, best first. */
  search(terms: readonly WeightedTerm[]): Hit[];
  /** Positions of the entries one of whose phrasings is these words, divided by spaces. */
  verbatim(words: string): readonly number[];
  terms(position: number): EntryTerms;
  /** How much a term says: ln(1 + (N - n + 0.5) / (n + 0.5)), n of N entries containing it. Unknown terms say the most. */
  readonly idf: (term: string) => number;
  readonly knows: (term: string) => boolean;
}

export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** Measured over seven public question sets: phrasings count four times the body; k 2, b 0.6, d 0.2. */
const FIELD_BOOSTS = { asked: 4, heading: 2.5, answered: 1.2 };
const BM25 = { k: 2, b: 0.6, d: 0.2 };

/** The guard: every query term builds its own result map, so only the terms that say the most are searched for. */
const MOST_TERMS = 10;

/** Builds the index over entries and what they say; terms are analysed words and the ids of entities that the text names. */
export function buildSearchIndex(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): SearchIndex {
  const idf = buildIdf(analysed);
  const fields = listFields(entries, analysed);
  const entryTerms = analysed.map(({ named, phrasings }, position): EntryTerms => {
    const { asked = [], heading = [], answered = [] } = fields[position] ?? {};
    return {
      named,
      phrasings: phrasings.map(({ terms }) => buildPhrasing(terms, idf.of)),
      asked: new Set(asked),
      answered: new Set([...answered, ...heading]),
    };
  });
  const index = buildMiniSearch(fields);
  const verbatim = findVerbatim(analysed);
  const snippets = entries.map(({ snippet }) => snippet);
  return {
    entries,
    topics: new Set(snippets.flatMap(({ topics }) => topics)),
    roles: new Set(snippets.flatMap(({ roles }) => roles)),
    words: new Set(
      analysed.flatMap(({ phrasings, heading, answer }) =>
        [...phrasings, heading, answer].flatMap(({ words }) => words.split(" ")),
      ),
    ),
    idf: idf.of,
    knows: idf.knows,
    verbatim: (words) => verbatim.get(words) ?? [],
    terms: (position) => entryTerms[position] ?? EMPTY_TERMS,
    search: (terms) => search({ index, entries, idf: idf.of, terms }),
  };
}

function findVerbatim(analysed: readonly AnalysedEntry[]): ReadonlyMap<string, readonly number[]> {
  const positions = new Map<string, number[]>();
  for (const [position, { phrasings }] of analysed.entries()) {
    for (const { words } of phrasings) {
      positions.set(words, [...(positions.get(words) ?? []), position]);
    }
  }
  return positions;
}

const EMPTY_TERMS: EntryTerms = { named: [], phrasings: [], asked: new Set(), answered: new Set() };

function buildIdf(analysed: readonly AnalysedEntry[]): {
  readonly of: (term: string) => number;
  readonly knows: (term: string) => boolean;
} {
  const counts = new Map<string, number>();
  for (const { phrasings, heading, answer } of analysed) {
    for (const term of new Set([...phrasings, heading, answer].flatMap(({ terms }) => terms))) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  const weigh = (count: number): number => Math.log(1 + (analysed.length - count + 0.5) / (count + 0.5));
  const weights = new Map([...counts].map(([term, count]) => [term, weigh(count)]));
  const most = weigh(0);
  return { of: (term) => weights.get(term) ?? most, knows: (term) => weights.has(term) };
}

function buildPhrasing(terms: readonly string[], idf: (term: string) => number): Phrasing {
  const distinct = [...new Set(terms)];
  return { terms: distinct, length: vectorLength(distinct, idf) };
}

/** Euclidean length of some terms' IDF vector. */
export function vectorLength(terms: Iterable<string>, idf: (term: string) => number): number {
  let sum = 0;
  for (const term of terms) sum += idf(term) ** 2;
  return Math.sqrt(sum);
}

/** What an entry is found by, as terms. */
interface Fields {
  readonly asked: readonly string[];
  readonly heading: readonly string[];
  readonly answered: readonly string[];
}

// A passage of a plain article is asked for in its own words; what its section says around it speaks for it too.
function listFields(entries: readonly Entry[], analysed: readonly AnalysedEntry[]): Fields[] {
  const sections = new Map<Section, string[]>();
  for (const [at, { answer }] of analysed.entries()) {
    const section = entries[at]?.section;
    if (section) sections.set(section, [...(sections.get(section) ?? []), ...answer.terms]);
  }
  return analysed.map(({ phrasings, heading, answer }, at) => {
    const asked = phrasings.flatMap(({ terms }) => terms);
    const entry = entries[at];
    return entry?.snippet.derived
      ? {
          asked: [...asked, ...answer.terms],
          heading: heading.terms,
          answered: sections.get(entry.section) ?? answer.terms,
        }
      : { asked, heading: heading.terms, answered: answer.terms };
  });
}

// Terms never contain a space: the texts are analysed before, and MiniSearch only splits them.
function buildMiniSearch(fields: readonly Fields[]): MiniSearch {
  const index = new MiniSearch({
    fields: ["asked", "heading", "answered"],
    idField: "position",
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term || null,
    autoVacuum: false,
  });
  index.addAll(
    fields.map(({ asked, heading, answered }, position) => ({
      position,
      asked: asked.join(" "),
      heading: heading.join(" "),
      answered: answered.join(" "),
    })),
  );
  return index;
}

function search(input: {
  readonly index: MiniSearch;
  readonly entries: readonly Entry[];
  readonly idf: (term: string) => number;
  readonly terms: readonly WeightedTerm[];
}): Hit[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of input.terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  const kept = [...weights]
    .toSorted(([a, x], [b, y]) => y * input.idf(b) - x * input.idf(a))
    .slice(0, MOST_TERMS)
    .map(([term]) => term);
  if (kept.length === 0) return [];
  const results = input.index.search(kept.join(" "), {
    boost: FIELD_BOOSTS,
    bm25: BM25,
    boostTerm: (term) => weights.get(term) ?? 1,
  });
  const hits: Hit[] = [];
  for (const { id, score, queryTerms } of results) {
    const position = Number(id);
    const entry = input.entries[position];
    if (entry) hits.push({ entry, position, score: score / Math.sqrt(queryTerms.length) });
  }
  return hits.toSorted((a, b) => b.score - a.score || a.position - b.position);
}
