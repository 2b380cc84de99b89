import type { Reply } from "../../src/answering/reply.ts";
import type { GoldenQuestion } from "./golden-question.ts";
import { judge, type Fault } from "./judge.ts";

/** A question with the reply to it; `fault` is `undefined` when the reply is right. */
export interface Judged {
  readonly golden: GoldenQuestion;
  readonly reply: Reply;
  readonly fault: Fault | undefined;
}

export type Ask = (question: string) => Reply;

/** Asks every question and judges the replies. */
export function evaluate(questions: readonly GoldenQuestion[], ask: Ask): Judged[] {
  return questions.map((golden) => {
    const reply = ask(golden.question);
    return { golden, reply, fault: judge(golden, reply) };
  });
}

/** How many are right, of how many. */
export interface Tally {
  readonly right: number;
  readonly of: number;
}

export function tally(judged: readonly Judged[]): Tally {
  return { right: judged.filter(({ fault }) => !fault).length, of: judged.length };
}

/** Share of right ones, 0..1; 1 for none. */
export function accuracy(judged: readonly Judged[]): number {
  const { right, of } = tally(judged);
  return of === 0 ? 1 : right / of;
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

/** The questions under what `keyOf` gives for them, in order of appearance. */
export function groupBy(
  judged: readonly Judged[],
  keyOf: (judged: Judged) => string | undefined,
): ReadonlyMap<string, readonly Judged[]> {
  const groups = new Map<string, Judged[]>();
  for (const each of judged) {
    const key = keyOf(each);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}
