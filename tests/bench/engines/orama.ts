import { create, insert, search } from "@orama/orama";
import type { Intent } from "../datasets/dataset.ts";
import { foundBy, MOST_FOUND, textsOf, type Engine } from "./engine.ts";

/** Orama as it comes. */
export function buildOrama(intents: readonly Intent[]): Engine {
  const index = create({ schema: { question: "string", waysOfAsking: "string", answer: "string" } });
  for (const [id, intent] of intents.entries()) void insert(index, { id: String(id), ...textsOf(intent) });
  return {
    name: "Orama",
    ask: (question) => {
      const results = search(index, { term: question, limit: MOST_FOUND });
      if (results instanceof Promise) throw new Error("Orama without plugins answers at once");
      return foundBy(results.hits.map(({ id, score }) => ({ intent: Number(id), score })));
    },
  };
}
