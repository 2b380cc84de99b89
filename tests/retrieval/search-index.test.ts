import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/knowledge/document.ts";
import { listEntries, type AnalysedEntry } from "../../src/retrieval/entries.ts";
import { collectParts } from "../../src/retrieval/collected-parts.ts";
import { extendIndex } from "../../src/retrieval/extended-index.ts";
import { prepareIndex } from "../../src/retrieval/index-parts.ts";
import { buildSearchIndex, openIndex } from "../../src/retrieval/search-index.ts";
import { finish } from "../../src/retrieval/steps.ts";

const text = (...terms: string[]) => ({ words: terms.join(" "), terms });
const some = (term: string, count: number): string[] => Array<string>(count).fill(term);

/** So many that MiniSearch is asked for the scores of common terms when the index is built. */
const ANALYSED: readonly AnalysedEntry[] = Array.from({ length: 600 }, (_, at) => ({
  named: [],
  phrasings: [text("all", `seventh${at % 7}`), text(...some("half", at % 2), `eleventh${at % 11}`)],
  heading: text(...some("heading", at % 3), "all"),
  answer: text(...some("rare", at % 100 === 0 ? 2 : 0), ...some("all", at % 13), `only${at}`),
}));

const DOCUMENT: Document = {
  id: "terms",
  title: "Terms",
  publisher: "Example Press",
  author: "Ada Byron",
  published: "2023",
  url: undefined,
  language: "en",
  retrieved: "2026-11-21",
  sections: [
    {
      heading: "",
      url: undefined,
      snippets: ANALYSED.map((_, at) => ({
        id: `terms/${at}`,
        question: "",
        waysOfAsking: [],
        answer: "",
        topics: [],
        roles: [],
        figures: [],
        derived: false,
      })),
    },
  ],
};

const INDEX = buildSearchIndex(listEntries([DOCUMENT]), ANALYSED);

/** Every term searched for at once, by MiniSearch alone. */
function searchPlainly(weights: Readonly<Record<string, number>>): { position: number; score: number }[] {
  const plain = new MiniSearch({
    fields: ["phrasings", "heading", "answer"],
    tokenize: (words) => words.split(" "),
  });
  plain.addAll(
    ANALYSED.map(({ phrasings, heading, answer }, id) => ({
      id,
      phrasings: phrasings.map(({ words }) => words).join(" "),
      heading: heading.words,
      answer: answer.words,
    })),
  );
  const found = plain.search(Object.keys(weights).join(" "), {
    boost: { phrasings: 4, heading: 2.5, answer: 1.2 },
    bm25: { k: 2, b: 0.6, d: 0.2 },
    boostTerm: (term) => weights[term] ?? 0,
  });
  return found
    .map(({ id, score, queryTerms }) => ({
      position: Number(id),
      score: score / Math.sqrt(queryTerms.length),
    }))
    .toSorted((a, b) => b.score - a.score || a.position - b.position);
}

describe("a search term by term", () => {
  test.each<{ readonly what: string; readonly weights: Readonly<Record<string, number>> }>([
    { what: "a term that all entries have", weights: { all: 1 } },
    { what: "a rare term beside common ones", weights: { rare: 1, half: 0.5, all: 0.3 } },
    { what: "terms of other fields", weights: { heading: 1, eleventh3: 0.8, only42: 0.5 } },
    { what: "a term that no entry has", weights: { nothing: 1, seventh2: 1 } },
  ])("finds for $what what MiniSearch finds for all of them", ({ weights }) => {
    const terms = Object.entries(weights).map(([term, weight]) => ({ term, weight }));
    const hits = INDEX.search(terms);
    const plain = searchPlainly(weights).slice(0, hits.length);
    expect(hits.map(({ score }) => score.toFixed(9))).toEqual(plain.map(({ score }) => score.toFixed(9)));
    expect(hits.map(({ position }) => position)).toEqual(plain.map(({ position }) => position));
  });

  test("finds the same when it is asked again", () => {
    const terms = [{ term: "rare", weight: 1 }];
    expect(INDEX.search(terms)).toEqual(INDEX.search(terms));
  });

  test("finds nothing for terms that no entry has", () => {
    expect(INDEX.search([{ term: "nothing", weight: 1 }])).toEqual([]);
  });

  test("finds the same when it was prepared", () => {
    const entries = listEntries([DOCUMENT]);
    const opened = openIndex(entries, prepareIndex(entries, ANALYSED));
    for (const term of ["all", "rare", "eleventh3", "only42", "nothing"]) {
      expect(opened.search([{ term, weight: 1 }])).toEqual(INDEX.search([{ term, weight: 1 }]));
    }
  });

  test("tells which entries ask in the same words", () => {
    expect(INDEX.verbatim("all seventh6").slice(0, 3)).toEqual([6, 13, 20]);
    expect(INDEX.verbatim("seventh6 all")).toEqual([]);
  });
});

describe("an index upon another", () => {
  const BUILT_IN = 350;
  const entries = listEntries([DOCUMENT]);
  const base = buildSearchIndex(entries.slice(0, BUILT_IN), ANALYSED.slice(0, BUILT_IN));
  const own = entries.slice(BUILT_IN);
  const parts = finish(collectParts(own, ANALYSED.slice(BUILT_IN), base.layer.vocabulary));
  const extended = finish(extendIndex(base, own, parts));

  test.each(["all", "rare", "half", "heading", "eleventh3", "only42", "only599", "nothing"])(
    "scores %s to the last bit as MiniSearch does over all entries",
    (term) => {
      expect(extended.search([{ term, weight: 1 }])).toEqual(INDEX.search([{ term, weight: 1 }]));
      expect(extended.idf(term)).toBe(INDEX.idf(term));
    },
  );

  test("compares wordings as one index over all entries does", () => {
    const question = {
      compared: ["all", "rare"],
      searched: [{ term: "half", weight: 1 }],
      covered: ["only599"],
    };
    for (const position of [0, BUILT_IN - 1, BUILT_IN, 599]) {
      const nearness = extended.nearness(extended.weighTerms(question), position);
      expect(nearness).toEqual(INDEX.nearness(INDEX.weighTerms(question), position));
    }
  });

  test("tells which entries of both ask in the same words", () => {
    expect(extended.verbatim("all seventh6")).toEqual(INDEX.verbatim("all seventh6"));
  });

  test("changes nothing in the one that it is built upon", () => {
    const alone = buildSearchIndex(entries.slice(0, BUILT_IN), ANALYSED.slice(0, BUILT_IN));
    expect(base.search([{ term: "rare", weight: 1 }])).toEqual(alone.search([{ term: "rare", weight: 1 }]));
    expect(base.knows("only599")).toBe(false);
  });
});
