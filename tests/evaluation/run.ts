import { fileURLToPath } from "node:url";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { buildEngine } from "../../src/answering/engine.ts";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";
import { loadQuestions } from "./golden-question.ts";
import { evaluate, writeMisses, writeTable } from "./report.ts";

const folder = fileURLToPath(new URL("../../knowledge", import.meta.url));
const engine = buildEngine(loadKnowledge(folder), loadLexicon());
const args = process.argv.slice(2);
const quiet = args.includes("--quiet");
const files = args.filter((arg) => !arg.startsWith("--"));
const sets =
  files.length > 0
    ? files
    : ["development", "members", "newcomers"].map((name) =>
        fileURLToPath(new URL(`questions/${name}.jsonl`, import.meta.url)),
      );
for (const file of sets) {
  const judged = evaluate(loadQuestions(file), (question) => answerQuestion(question, engine));
  process.stdout.write(`\n${file}\n${writeTable(judged)}\n${quiet ? "" : `${writeMisses(judged)}\n`}`);
}
