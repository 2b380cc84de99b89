import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { buildEngine } from "../../src/answering/engine.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { loadQuestions } from "./golden-question.ts";
import { evaluate, writeMisses, writeTable } from "./report.ts";

const HELD_OUT = "held-out.jsonl";
const folder = fileURLToPath(new URL("../../knowledge", import.meta.url));
const engine = buildEngine(loadKnowledge(folder), loadLexicon());
const args = process.argv.slice(2);
const quiet = args.includes("--quiet");
const files = args.filter((arg) => !arg.startsWith("--"));
const shipped = readdirSync(new URL("questions", import.meta.url)).map((name) =>
  fileURLToPath(new URL(`questions/${name}`, import.meta.url)),
);
for (const file of files.length > 0 ? files : shipped) {
  const judged = evaluate(loadQuestions(file), (question) => answerQuestion(question, engine));
  // Of the held-out set only totals are shown: who reads its misses tunes on it.
  const misses = quiet || basename(file) === HELD_OUT ? "" : `${writeMisses(judged)}\n`;
  process.stdout.write(`\n${basename(file, ".jsonl")}\n${writeTable(judged)}\n${misses}`);
}
