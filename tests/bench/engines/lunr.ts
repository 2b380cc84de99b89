import lunr from "lunr";
import type { Intent } from "../datasets/dataset.ts";
import { FIELDS, foundBy, textsOf, type Engine } from "./engine.ts";

/** lunr as it comes: with its stemmer and its stop words. */
export function buildLunr(intents: readonly Intent[]): Engine {
  const index = lunr((builder) => {
    for (const field of FIELDS) builder.field(field);
    for (const [id, intent] of intents.entries()) builder.add({ id, ...textsOf(intent) });
  });
  return {
    name: "lunr",
    // `search` would read a question's colons, dashes and stars as operators.
    ask: (question) =>
      foundBy(
        index
          .query((query) => query.term(lunr.tokenizer(question), {}))
          .map(({ ref, score }) => ({ intent: Number(ref), score })),
      ),
  };
}
