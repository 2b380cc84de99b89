import { loadEngine, SHIPPED_FOLDER } from "./src/load-engine.ts";
import { answerQuestion } from "./src/answering/answer-question.ts";
const e = await loadEngine(SHIPPED_FOLDER);
for (const q of process.argv.slice(2)) {
  const r = answerQuestion(q, e);
  console.log("Q:", q);
  if (r.kind === "answer")
    for (const p of r.parts)
      console.log(
        "  ",
        p.snippets.join(),
        "[" + p.citations.map((c) => c.section).join("; ") + "]",
        p.text.slice(0, 420).replaceAll("\n", "\n     "),
      );
  else
    console.log(
      "  ",
      r.kind,
      r.text,
      "choices" in r
        ? r.choices.map((c) => c.label).join(" / ")
        : r.suggestions.map((c) => c.label).join(" / "),
    );
  for (const m of r.kind === "answer" ? r.misses : []) console.log("   miss", m.text);
}
