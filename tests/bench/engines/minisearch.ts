import MiniSearch, { type SearchOptions } from "minisearch";
import type { Intent } from "../datasets/dataset.ts";
import { FIELDS, foundBy, textsOf, type Engine } from "./engine.ts";

/** MiniSearch with every option as it comes. */
export function buildBareMiniSearch(intents: readonly Intent[]): Engine {
  return buildMiniSearch("MiniSearch", intents, {});
}

/** MiniSearch as its own introduction shows it. */
export function buildFuzzyMiniSearch(intents: readonly Intent[]): Engine {
  return buildMiniSearch("MiniSearch prefix: true, fuzzy: 0.2", intents, { prefix: true, fuzzy: 0.2 });
}

function buildMiniSearch(name: string, intents: readonly Intent[], options: SearchOptions): Engine {
  const index = new MiniSearch({ fields: [...FIELDS], searchOptions: options });
  index.addAll(intents.map((intent, id) => ({ id, ...textsOf(intent) })));
  return {
    name,
    ask: (question) =>
      foundBy(index.search(question).map(({ id, score }) => ({ intent: Number(id), score }))),
  };
}
