import * as fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "../../src/query/tokenize.ts";

const wordsIn = (text: string): string[] => tokenize(text).map(({ word }) => word);

test.each([
  { text: "What is DevOps?", words: ["what", "is", "devops"] },
  { text: "C++ or C#?", words: ["c++", "or", "c#"] },
  { text: "sec+ and security+.", words: ["sec+", "and", "security+"] },
  { text: "a .NET job", words: ["a", ".net", "job"] },
  { text: "8,644 jobs", words: ["8644", "jobs"] },
  { text: "11,159.75 a month", words: ["11159.75", "a", "month"] },
  { text: "$137.5k", words: ["137.5k"] },
  { text: "1,2 and 3", words: ["12", "and", "3"] },
  { text: "don't can't", words: ["dont", "cant"] },
  { text: "the engineers' pay", words: ["the", "engineers", "pay"] },
  { text: "DevOps/DevSecOps", words: ["devops", "devsecops"] },
  { text: "full-time", words: ["full", "time"] },
  { text: "café naïve", words: ["café", "naïve"] },
  { text: "python3", words: ["python3"] },
  { text: "?!… — 🙂", words: [] },
  { text: "", words: [] },
])("$text has the words $words", ({ text, words }) => {
  expect(wordsIn(text)).toEqual(words);
});

test("a word keeps how it was typed and where it stands", () => {
  expect(tokenize("Why C++?")).toEqual([
    { raw: "Why", word: "why", start: 0, end: 3 },
    { raw: "C++", word: "c++", start: 4, end: 7 },
  ]);
});

test("what is longer than any word is noise", () => {
  expect(wordsIn(`a ${"x".repeat(40)} ${"y".repeat(41)} b`)).toEqual(["a", "x".repeat(40), "b"]);
});

test("every word stands in the text where it says", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
      for (const { raw, start, end } of tokenize(text)) expect(text.slice(start, end)).toBe(raw);
    }),
  );
});
