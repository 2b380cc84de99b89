import { expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { buildEngine } from "../../src/answering/engine.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { isAskedTrade } from "../../src/retrieval/asked-trade.ts";

const { reader } = buildEngine(loadKnowledge(SHIPPED_FOLDER), loadLexicon());

/** The words of a question that stand where a trade stands. */
const tradesIn = (question: string): readonly string[] =>
  reader
    .understand(question)
    .parts.flatMap((part) => part.units.filter((unit) => isAskedTrade(unit, part)))
    .map(({ label }) => label);

test.each([
  ["what does a nurse earn?", ["nurse"]],
  ["how much do teachers make", ["teachers"]],
  ["what skills does an electrician need", ["electrician"]],
  ["salary of a pilot", ["pilot"]],
  ["how do i become a judge", ["judge"]],
  ["what does a devops engineer earn?", []],
  ["as a nurse, can i get into devops", []],
  ["i was a teacher, what does a devsecops engineer do", []],
  ["does a beginner need python", []],
  ["how much do companies pay", []],
  ["do seniors earn more", []],
])("%s: %j", (question, trades) => {
  expect(tradesIn(question)).toEqual(trades);
});
