import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { buildEngine, type Engine } from "../../src/answering/engine.ts";
import { extendEngine, type OwnKnowledge } from "../../src/answering/extend-engine.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import type { Entity } from "../../src/knowledge/glossary.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { inventOwnKnowledge } from "../bench/own-knowledge.ts";
import { loadReadableSets } from "../evaluation/question-sets.ts";

const base = await loadEngine(SHIPPED_FOLDER);
const lexicon = loadLexicon();

/** Every few of the golden questions: some 300. */
const QUESTIONS = loadReadableSets()
  .flatMap(({ questions }) => questions.map(({ question }) => question))
  .filter((_, at) => at % 7 === 0);

/** A name that built-in documents have as plain words. */
const PIPELINE: Entity = {
  id: "tool:pipeline",
  kind: "tool",
  name: "Pipeline",
  aliases: ["security team"],
  partOf: [],
};

/** A name whose words they have apart, and one that they have as a part of a longer name alone. */
const APART: Entity = { ...PIPELINE, id: "tool:apart", name: "pipeline salary", aliases: [] };
const PART: Entity = { ...PIPELINE, id: "employer:fluid", kind: "employer", name: "Fluid", aliases: [] };

function buildWhole({ documents, entities }: OwnKnowledge): Engine {
  const { glossary, documents: shipped } = base.knowledge;
  return buildEngine(
    {
      glossary: { ...glossary, entities: [...glossary.entities, ...entities] },
      documents: [...shipped, ...documents],
    },
    lexicon,
  );
}

const repliesOf = (engine: Engine, questions: readonly string[] = QUESTIONS): string[] =>
  questions.map((question) => JSON.stringify(answerQuestion(question, engine)));

/** Words of seven letters and more without their fourth. */
const misspelled = (question: string): string => question.replaceAll(/(\p{L}{3})\p{L}(\p{L}{3,})/gu, "$1$2");

const ownQuestions = ({ documents }: OwnKnowledge): string[] =>
  documents
    .flatMap(({ sections }) => sections.flatMap(({ snippets }) => snippets.map(({ question }) => question)))
    .slice(-20);

const plainArticle = (entities: readonly Entity[] = []): OwnKnowledge => {
  const file = new URL("../evaluation/plain-articles/soc-analyst/knowledge/soc-analyst.md", import.meta.url);
  const glossary = base.knowledge.glossary;
  return {
    documents: [
      parseDocument(readFileSync(file, "utf8"), { path: "soc-analyst.md", id: "own-soc" }, glossary),
    ],
    entities,
  };
};

describe("an engine upon the built-in one replies as one that is built over all documents", () => {
  test.each<{ readonly what: string; readonly own: OwnKnowledge }>([
    { what: "one snippet", own: { ...inventOwnKnowledge(base.knowledge, 1), entities: [] } },
    { what: "50 snippets and their roles", own: inventOwnKnowledge(base.knowledge, 50) },
    { what: "500 snippets and their roles", own: inventOwnKnowledge(base.knowledge, 500) },
    { what: "a plain article", own: plainArticle() },
    { what: "a name that built-in documents have", own: plainArticle([PIPELINE]) },
    { what: "names that they only seem to have", own: plainArticle([APART, PART]) },
  ])(
    "with $what",
    ({ own }) => {
      const asked = ownQuestions(own);
      const questions = [...QUESTIONS, ...asked, ...asked.map(misspelled)];
      const engine = extendEngine(base, own);
      const whole = buildWhole(own);
      expect(repliesOf(engine, questions)).toEqual(repliesOf(whole, questions));
      expect(engine.policy).toEqual(whole.policy);
      expect(engine.namedEntities).toEqual(whole.namedEntities);
      expect(engine.coveredTopics).toEqual(whole.coveredTopics);
    },
    60_000,
  );
});

test("the built-in index is shared unless its texts name what a server's documents introduce", () => {
  const all = base.index.entries.length;
  const sharedWith = (...introduced: readonly Entity[]): number =>
    extendEngine(base, plainArticle(introduced)).index.shared;
  expect([sharedWith(), sharedWith(APART), sharedWith(PART), sharedWith(PIPELINE)]).toEqual([
    all,
    all,
    all,
    0,
  ]);
});

describe("servers are apart", () => {
  test("an engine upon another changes neither that one nor a third upon it", () => {
    const some = QUESTIONS.slice(0, 60);
    const first = extendEngine(base, plainArticle());
    const before = [repliesOf(base, some), repliesOf(first, some)];
    const second = extendEngine(base, inventOwnKnowledge(base.knowledge, 50));
    repliesOf(second, some);
    expect([repliesOf(base, some), repliesOf(first, some)]).toEqual(before);
  });

  test("names that one server's documents introduce are known to no other", () => {
    const question = "What is Zorblax?";
    const zorblax: Entity = { ...PIPELINE, id: "tool:zorblax", name: "Zorblax", aliases: [] };
    const engine = extendEngine(base, plainArticle([zorblax]));
    const namesIn = ({ reader }: Engine): number => reader.entities.find(question).length;
    expect([namesIn(engine), namesIn(extendEngine(base, plainArticle())), namesIn(base)]).toEqual([1, 0, 0]);
  });
});

test("the keys of built-in snippets stay the same, so that buttons go on working", () => {
  const alone = createAssistant(base);
  const together = createAssistant(extendEngine(base, plainArticle()));
  const keys = QUESTIONS.flatMap((question) => alone.keysOf(alone.ask(question)));
  expect(keys.length).toBeGreaterThan(100);
  expect(together.show(keys)).toEqual(alone.show(keys));
});

test("documents whose ids are taken are not built upon", () => {
  const { documents } = base.knowledge;
  expect(() => extendEngine(base, { documents, entities: [] })).toThrow(/is there twice/);
});
