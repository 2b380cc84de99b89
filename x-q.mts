import { loadEngine, SHIPPED_FOLDER } from "./src/load-engine.ts";
import { decide } from "./src/retrieval/decision.ts";
import { rankHits } from "./src/retrieval/ranking.ts";
import { confidenceOf } from "./src/retrieval/confidence.ts";
import { weighPart } from "./src/retrieval/evidence.ts";
import { shelvesFor } from "./src/answering/shelves.ts";
const e = await loadEngine(SHIPPED_FOLDER);
for (const q of process.argv.slice(2)) {
  console.log("==", q);
  for (const part of e.reader.understand(q).parts) {
    console.log(
      "  part",
      JSON.stringify(part.text),
      "units",
      part.units
        .map((u) => `${u.label}[${u.terms}](${u.topics.map((t) => t.id)})${u.entities.map((x) => x.id)}`)
        .join(" | "),
      "topics",
      part.topics.join(),
      "roles",
      part.roles.map((r) => r.id).join(),
    );
    for (const s of shelvesFor(part, e)) {
      const r = rankHits(part, s.index);
      const d = decide(part, r, s);
      console.log(
        "   ",
        s === e ? "articles" : "reference",
        d.kind,
        d.kind === "refuse"
          ? d.reason + " missing " + d.missing.map((m) => m.label)
          : d.confidence.toFixed(3),
      );
      for (const h of r.slice(0, 3))
        console.log(
          "      ",
          confidenceOf(h, weighPart(part, s.index), s.index).toFixed(3),
          h.entry.snippet.id,
          h.entry.snippet.question,
          "unc:",
          h.evidence.uncovered.map((u) => u.unit.label).join(),
        );
    }
  }
}
