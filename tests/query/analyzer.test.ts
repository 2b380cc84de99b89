import { expect, test } from "vitest";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { buildAnalyzer } from "../../src/query/analyzer.ts";
import { wordsOf } from "../../src/query/entities.ts";

const analyzer = buildAnalyzer(
  parseGlossary(
    `## Words

| Word | Also written |
|---|---|
| vulnerability | security hole, vuln |
| work from home | remote, wfh |
`,
    "glossary.md",
  ),
);
const analyze = (text: string): string[] => analyzer.analyze(wordsOf(text));

test.each([
  { what: "plurals", one: "certifications", other: "certification" },
  { what: "verb forms", one: "monitored", other: "monitoring" },
  { what: "a group's words", one: "vuln", other: "vulnerability" },
  { what: "a group's plurals", one: "vulns", other: "vulnerability" },
  { what: "a group's phrases", one: "a security hole", other: "a vulnerability" },
  { what: "plurals of a group's phrases", one: "security holes", other: "vulnerabilities" },
  { what: "a word and the phrase it stands for", one: "remote jobs", other: "work from home job" },
  { what: "upper and lower case", one: "PYTHON", other: "python" },
])("$what are the same to the search: $one and $other", ({ one, other }) => {
  expect(analyze(one)).toEqual(analyze(other));
});

test.each([
  { one: "c++", other: "c" },
  { one: "c++", other: "c#" },
  { one: "salary", other: "skill" },
  { one: "hole", other: "vulnerability" },
])("$one and $other are not the same to the search", ({ one, other }) => {
  expect(analyze(one)).not.toEqual(analyze(other));
});

test("grammar is left out, the words that ask are kept", () => {
  expect(analyze("What is the pay of a tester?")).toEqual(["what", "pai", "tester"]);
});

test("every term of a phrase stands for all of its words", () => {
  expect(analyzer.terms(["any", "security", "hole", "here"])).toEqual([
    { term: "ani", word: "any", start: 0, end: 1 },
    { term: analyzer.stem("vulnerability"), word: "vulnerability", start: 1, end: 3 },
    { term: "here", word: "here", start: 3, end: 4 },
  ]);
});
