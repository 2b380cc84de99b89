import type { Entry } from "../retrieval/entries.ts";
import type { Choice } from "./reply.ts";

/** A question that a click asks again. */
export function questionChoice(question: string): Choice {
  return { label: question, run: { command: "ask", values: { question } } };
}

/** The questions of some entries, without doubles. */
export function questionChoices(entries: readonly Entry[]): Choice[] {
  return [...new Set(entries.map(({ snippet }) => snippet.question))].map(questionChoice);
}
