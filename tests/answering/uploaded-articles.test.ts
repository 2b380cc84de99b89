import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { buildEngine, type Engine } from "../../src/answering/engine.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { readUpload } from "../../src/knowledge/upload.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { ARTICLE_QUESTIONS } from "../knowledge/article-questions.ts";

const { glossary, documents } = loadKnowledge(fileURLToPath(new URL("../../knowledge", import.meta.url)));
const lexicon = loadLexicon();

/** Answered of all, beside the built-in documents; without the names that the articles introduce it is a third. */
const ANSWERED = { of: 27, atLeast: 22 };

/** The built-in documents together with one uploaded article. */
function engineWith(name: string): { readonly engine: Engine; readonly id: string } {
  const bytes = readFileSync(new URL(`../knowledge/fixtures/${name}`, import.meta.url));
  const { document, introduced } = readUpload({ bytes, name }, glossary, (word) => lexicon.has(word));
  const all = { ...glossary, entities: [...glossary.entities, ...introduced] };
  return {
    id: document.id,
    engine: buildEngine({ glossary: all, documents: [...documents, document] }, lexicon),
  };
}

const outcomes = Object.entries(ARTICLE_QUESTIONS).flatMap(([name, questions]) => {
  const { engine, id } = engineWith(name);
  return questions.map(([question, headings, said]) => {
    const reply = answerQuestion(question, engine);
    if (reply.kind !== "answer") return { question, isRight: false };
    const [{ document, section }] = reply.parts[0].citations;
    const text = reply.parts.map((part) => part.text).join("\n");
    return {
      question,
      isRight:
        document === id && headings.includes(section) && text.toLowerCase().includes(said.toLowerCase()),
    };
  });
});

describe("articles that nobody prepared", () => {
  test("answer what members ask about them, and cite the section", () => {
    expect(outcomes).toHaveLength(ANSWERED.of);
    expect(outcomes.filter(({ isRight }) => isRight).length).toBeGreaterThanOrEqual(ANSWERED.atLeast);
  });

  test.each([
    "what is the tide board?",
    "what's a lamp keeper",
    "what is a reliability steward?",
    "what does OSK mean",
    "what is BLP?",
    "how much does the BLP cost",
    "does blp expire?",
  ])("%s", (question) => {
    expect(outcomes).toContainEqual({ question, isRight: true });
  });
});
