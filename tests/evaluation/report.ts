import type { Reply } from "../../src/answering/reply.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import { judge, type Fault } from "./judge.ts";

export interface Judged {
  readonly golden: GoldenQuestion;
  readonly reply: Reply;
  readonly fault: Fault | undefined;
}

/** Asks every question and judges the replies. */
export function evaluate(questions: readonly GoldenQuestion[], ask: (question: string) => Reply): Judged[] {
  return questions.map((golden) => {
    const reply = ask(golden.question);
    return { golden, reply, fault: judge(golden, reply) };
  });
}

/** Share of right ones, 0..1; 1 for none. */
export function accuracy(judged: readonly Judged[]): number {
  return judged.length === 0 ? 1 : judged.filter(({ fault }) => !fault).length / judged.length;
}

export const answerable = (judged: readonly Judged[]): Judged[] =>
  judged.filter(({ golden }) => golden.answerable);
export const unanswerable = (judged: readonly Judged[]): Judged[] =>
  judged.filter(({ golden }) => !golden.answerable);

/** The length in characters of the median answer's text. */
export function medianLength(judged: readonly Judged[]): number {
  const lengths = judged
    .flatMap(({ reply }) =>
      reply.kind === "answer" ? [reply.parts.map(({ text }) => text).join("\n\n").length] : [],
    )
    .toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** A table of accuracy per kind, and the overall figures. */
export function writeTable(judged: readonly Judged[]): string {
  const kinds = [...new Set(judged.map(({ golden }) => golden.kind))];
  const row = (name: string, some: readonly Judged[]): string => {
    const right = some.filter(({ fault }) => !fault).length;
    return `${name.padEnd(20)} ${String(right).padStart(4)} of ${String(some.length).padStart(4)}  ${(accuracy(some) * 100).toFixed(1).padStart(5)} %`;
  };
  const refused = answerable(judged).filter(({ fault }) => fault === "refused").length;
  return [
    ...kinds.map((kind) =>
      row(
        kind,
        judged.filter(({ golden }) => golden.kind === kind),
      ),
    ),
    row("answerable", answerable(judged)),
    row("unanswerable", unanswerable(judged)),
    `refused though answerable: ${refused}; median answer: ${medianLength(judged)} characters`,
  ].join("\n");
}

/** One line a miss: what was wrong, asked, expected and cited. */
export function writeMisses(judged: readonly Judged[]): string {
  return judged
    .filter(({ fault }) => fault)
    .map(({ golden, reply, fault }) => {
      const got =
        reply.kind === "answer"
          ? `${reply.parts[0].citations[0].section} [${reply.parts.flatMap(({ snippets }) => snippets).join(", ")}]`
          : reply.kind === "refusal"
            ? `${reply.reason}: ${reply.text}`
            : reply.kind;
      return `${golden.id} ${golden.kind}, ${fault ?? ""}: ${golden.question}\n    expected ${golden.sections[0]?.heading ?? "refusal"}; got ${got}`;
    })
    .join("\n");
}
