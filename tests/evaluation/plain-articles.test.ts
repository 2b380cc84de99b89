import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { loadEngine } from "../../src/load-engine.ts";
import { accuracy, answerable, evaluate, unanswerable } from "./evaluate.ts";
import { loadSet } from "./question-sets.ts";
import { writeKinds } from "./tables.ts";

/**
 * Invented articles that nobody prepared, each with a hundred questions by somebody who did not know how they are
 * read. Half of the questions are in words that the article does not use; the target is .75 answered and .8 refused.
 */
const ARTICLES = [
  { article: "soc-analyst", answered: 0.48, refused: 0.8 },
  { article: "network-vs-cloud-engineer", answered: 0.5, refused: 0.75 },
];

describe.each(ARTICLES)("the plain article $article", async ({ article, answered, refused }) => {
  const path = (name: string): string =>
    fileURLToPath(new URL(`plain-articles/${article}/${name}`, import.meta.url));
  const engine = await loadEngine(path("knowledge"));
  const { questions } = loadSet(path("questions.jsonl"));
  const judged = evaluate(questions, (question) => answerQuestion(question, engine));
  process.stdout.write(`\n${article}\n${writeKinds(judged)}\n`);

  test(`answers ${answered * 100} % of what it answers`, () => {
    expect(accuracy(answerable(judged))).toBeGreaterThanOrEqual(answered);
  });

  test(`refuses ${refused * 100} % of the rest`, () => {
    expect(accuracy(unanswerable(judged))).toBeGreaterThanOrEqual(refused);
  });
});
