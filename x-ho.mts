import { loadEngine, SHIPPED_FOLDER } from "./src/load-engine.ts";
import { answerQuestion } from "./src/answering/answer-question.ts";
import { readFileSync } from "node:fs";
const e = await loadEngine(SHIPPED_FOLDER);
for (const f of ["held-out", "held-out-second", "held-out-third"])
  for (const line of readFileSync(`tests/evaluation/questions/${f}.jsonl`, "utf8").trim().split("\n")) {
    const q = JSON.parse(line);
    const r = answerQuestion(q.question, e);
    if (r.kind !== "answer" || q.answerable) continue;
    const docs = r.parts.flatMap((p) => p.citations.map((c) => c.document));
    const isRef = docs.some((d) => d !== "devops-vs-devsecops" && d !== "what-does-a-devsecops-engineer-do");
    if (isRef)
      console.log(
        f,
        q.id,
        q.question,
        "\n   →",
        r.parts
          .map(
            (p) =>
              p.snippets.join() +
              " [" +
              p.citations[0].section +
              "]: " +
              p.text.slice(0, 200).replaceAll("\n", " "),
          )
          .join(" | "),
      );
  }
