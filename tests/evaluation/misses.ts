import type { Reply } from "../../src/answering/reply.ts";
import type { Judged } from "./evaluate.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import { missingFacts } from "./judge.ts";

/** Every question that went wrong: what was wrong, asked, expected, got, and which facts were missing. */
export function writeMisses(judged: readonly Judged[]): string {
  return judged
    .filter(({ fault }) => fault)
    .map((miss) => writeMiss(miss))
    .join("\n");
}

function writeMiss(judged: Judged): string {
  const { golden, fault = "right" } = judged;
  const lines = [
    `${golden.id} ${golden.kind}, ${fault}: ${golden.question}`,
    `expected ${firstExpected(golden) ?? "a refusal"}${writeOthers(golden)}`,
    `got ${writeReply(judged.reply)}`,
    ...writeMissing(judged),
  ];
  return lines.join("\n    ");
}

/** Document and heading of the section that answers best; `undefined` for a question to refuse. */
export function firstExpected({ sections: [section] }: GoldenQuestion): string | undefined {
  return section && `${section.doc} › ${section.heading}`;
}

function writeOthers({ sections }: GoldenQuestion): string {
  return sections.length > 1 ? `, or ${sections.length - 1} more` : "";
}

function writeReply(reply: Reply): string {
  switch (reply.kind) {
    case "answer":
      return `${cited(reply)} [${reply.parts.flatMap(({ snippets }) => snippets).join(", ")}]`;
    case "refusal":
      return `${reply.reason}: ${reply.text}`;
    case "clarification":
      return `${reply.text} ${reply.choices.map(({ label }) => label).join(" / ")}`;
    case "overview":
      return `the overview "${reply.title}"`;
  }
}

function cited(reply: Extract<Reply, { kind: "answer" }>): string {
  const [{ document, section }] = reply.parts[0].citations;
  return `${document} › ${section}`;
}

function writeMissing({ golden, reply }: Judged): string[] {
  if (!golden.answerable || reply.kind !== "answer") return [];
  const facts = missingFacts(golden, reply).map((some) => some.map((fact) => `"${fact}"`).join(" or "));
  return facts.length === 0 ? [] : [`without ${facts.join("; ")}`];
}

/** `right`, or the fault with what was got: one short line that says whether a reply is still the same. */
export function writeOutcome({ golden, reply, fault }: Judged): string {
  if (!fault) return "right";
  if (reply.kind === "refusal") return `${fault}: ${reply.reason}`;
  if (reply.kind !== "answer") return `${fault}: ${reply.kind}`;
  const [fact] = missingFacts(golden, reply);
  return fault === "missing fact" && fact ? `${fault}: ${fact.join(" or ")}` : `${fault}: ${cited(reply)}`;
}
