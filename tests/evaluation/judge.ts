import type { Answer, Reply } from "../../src/answering/reply.ts";
import type { GoldenQuestion } from "./golden-question.ts";

export type Fault = "refused" | "wrong section" | "missing fact" | "answered";

/** What is wrong with a reply, or `undefined` when it is right: first citation expected and all facts said, or not answered. */
export function judge(golden: GoldenQuestion, reply: Reply): Fault | undefined {
  if (!golden.answerable) return reply.kind === "answer" ? "answered" : undefined;
  if (reply.kind !== "answer") return "refused";
  const [citation] = reply.parts[0].citations;
  const expected = golden.sections.some(
    ({ doc, heading }) => doc === citation.document && heading === citation.section,
  );
  if (!expected) return "wrong section";
  return missingFacts(golden, reply).length === 0 ? undefined : "missing fact";
}

/** The expected facts that an answer does not say; where one of several is enough, all of these in one entry. */
export function missingFacts({ must, any }: GoldenQuestion, { parts }: Answer): string[][] {
  const text = parts
    .map((part) => part.text)
    .join("\n")
    .toLowerCase();
  const says = (fact: string): boolean => text.includes(fact.toLowerCase());
  return [...must.map((fact) => [fact]), ...any].filter((facts) => !facts.some(says));
}
