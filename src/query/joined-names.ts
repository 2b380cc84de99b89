import type { NameWords } from "./entities.ts";
import { buildLayer, type Layer } from "./word-layer.ts";

/** Names of several words that are written as one: "webdeveloper". */
export interface JoinedNames {
  /** The words of such a name, or the word itself. */
  readonly apart: (word: string) => string;
  /** To correct to: a slip may be in such a word too. */
  readonly layer: Layer;
}

/** Shorter ones are near too many words. */
const SHORTEST_JOINED = 8;

/** Finds names that are written without their spaces and are no word of a name; taking a word for one costs `cost`. */
export function buildJoinedNames(
  { longNames, nameWords }: Pick<NameWords, "longNames" | "nameWords">,
  cost: number,
): JoinedNames {
  // Listed when the first unknown word comes: most questions have none.
  let listed: ReadonlyMap<string, string> | undefined;
  const joined = (): ReadonlyMap<string, string> => (listed ??= listJoined(longNames, new Set(nameWords)));
  const words = { [Symbol.iterator]: () => joined().keys() };
  return {
    apart: (word) => joined().get(word) ?? word,
    layer: { ...buildLayer(words, () => cost), mendsTwoSlips: false },
  };
}

function listJoined(names: readonly string[], words: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map(
    names
      .map((name) => [name.replaceAll(" ", ""), name] as const)
      .filter(([joined]) => joined.length >= SHORTEST_JOINED && !words.has(joined)),
  );
}
