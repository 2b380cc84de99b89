import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { listEntries } from "../../src/retrieval/entries.ts";
import { holdOut } from "./scale-questions.ts";

const shipped = loadKnowledge(fileURLToPath(new URL("../../knowledge", import.meta.url)));
const { knowledge, intents, tests } = holdOut(shipped, 20);
const entries = listEntries(knowledge.documents);

test("what engines are asked is in no snippet that they are given", () => {
  const given = tests.map(({ intent }) => entries[intent]?.snippet);
  expect(tests).toHaveLength(20);
  for (const [at, { text }] of tests.entries()) {
    expect([given[at]?.question, ...(given[at]?.waysOfAsking ?? [])]).not.toContain(text);
  }
});

test("every question asks for the snippet that it was taken from", () => {
  const before = listEntries(shipped.documents);
  for (const { text, intent } of tests) expect(before[intent]?.snippet.waysOfAsking).toContain(text);
});

test("all engines are given the same texts in the same order", () => {
  expect(intents.map(({ question, name }) => [question, name])).toEqual(
    entries.map(({ snippet }) => [snippet.question, snippet.answer]),
  );
});
