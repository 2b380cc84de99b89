import type { Intent } from "../datasets/dataset.ts";

/** A way of finding intents; all are given the same texts. */
export interface Engine {
  readonly name: string;
  ask(question: string): Found;
}

export interface Found {
  /** Positions of the intents found, best first; at most `MOST_FOUND` of them count. */
  readonly intents: readonly number[];
  /** How sure the engine is of the first, higher being surer: its score. `undefined` where it gives none. */
  readonly sureness: number | undefined;
}

export const MOST_FOUND = 10;

/** The fields of an intent that general search engines are given. */
export const FIELDS = ["question", "waysOfAsking", "answer"] as const;

export type FieldTexts = Readonly<Record<(typeof FIELDS)[number], string>>;

export const textsOf = ({ question, waysOfAsking, name }: Intent): FieldTexts => ({
  question,
  waysOfAsking: waysOfAsking.join("\n"),
  answer: name,
});

/** An intent and how well it fits; unbounded. */
export interface FoundIntent {
  readonly intent: number;
  readonly score: number;
}

/** What was found by hits that have a score, best first. */
export function foundBy(hits: readonly FoundIntent[]): Found {
  return { intents: hits.slice(0, MOST_FOUND).map(({ intent }) => intent), sureness: hits[0]?.score ?? 0 };
}
