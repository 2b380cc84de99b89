import { loadEngine, SHIPPED_FOLDER } from "./src/load-engine.ts";
import { decide } from "./src/retrieval/decision.ts";
import { rankHits } from "./src/retrieval/ranking.ts";
import { confidenceOf } from "./src/retrieval/confidence.ts";
import { weighPart } from "./src/retrieval/evidence.ts";
import { readMessage } from "./src/answering/read-message.ts";
import { isTopicOpen } from "./src/retrieval/open-topic.ts";
const e = await loadEngine(SHIPPED_FOLDER);
console.log(e.policy, e.reference?.policy, e.reference?.index.entries.length);
for (const q of process.argv.slice(2)) {
  console.log("==", q);
  for (const { part, forReference } of readMessage(q, e).parts)
    for (const [s, p] of [
      [e, part],
      [e.reference, forReference],
    ] as const) {
      if (!s || !p) continue;
      const r = rankHits(p, s.index);
      const d = decide(p, r, s);
      console.log(
        "  ",
        s === e ? "ART" : "REF",
        p.units.map((u) => `${u.label}[${u.terms}](${u.topics.map((t) => t.id)})`).join(" | "),
        "topics",
        p.topics.join(),
        "roles",
        p.roles.map((r) => r.id).join(),
      );
      console.log(
        "    →",
        d.kind,
        d.kind === "refuse"
          ? d.reason + " missing " + d.missing.map((m) => m.label)
          : d.confidence.toFixed(3),
      );
      for (const h of r.slice(0, 3))
        console.log(
          "      ",
          confidenceOf(h, weighPart(p, s.index), s.index).toFixed(3),
          h.rank.toFixed(2),
          h.entry.snippet.id,
          h.entry.snippet.question,
          "unc:",
          h.evidence.uncovered.map((u) => u.unit.label).join(),
          isTopicOpen(p, h.entry, s.index) ? "OPEN" : "",
          h.evidence.roles,
        );
    }
}
