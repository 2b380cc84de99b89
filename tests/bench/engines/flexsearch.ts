import { Index } from "flexsearch";
import type { Intent } from "../datasets/dataset.ts";
import { MOST_FOUND, textsOf, type Engine } from "./engine.ts";

/** FlexSearch as it comes, but that not every word must match: no question would find anything. */
export function buildFlexSearch(intents: readonly Intent[]): Engine {
  const index = new Index();
  for (const [id, intent] of intents.entries()) index.add(id, Object.values(textsOf(intent)).join("\n"));
  return {
    name: "FlexSearch suggest: true",
    // It orders what it finds and gives no scores.
    ask: (question) => ({
      intents: index.search(question, { suggest: true, limit: MOST_FOUND }).map(Number),
      sureness: undefined,
    }),
  };
}
