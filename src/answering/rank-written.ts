import type { Entry } from "../retrieval/entries.ts";
import type { EntryTerms } from "../retrieval/entry-terms.ts";
import { rankHits, type RankedHit } from "../retrieval/ranking.ts";
import type { Engine } from "./engine.ts";
import { shelvesOf } from "./shelves.ts";

/** What is on one of a dozen topics may stand further down than an answer may. */
const RANKED = 60;

/** The wanted entries that a question of the bot's own finds, by shelf, the best of each first. */
export function rankWritten(
  question: string,
  isWanted: (entry: Entry, terms: () => EntryTerms) => boolean,
  engine: Engine,
): readonly RankedHit[] {
  return shelvesOf(engine).flatMap(({ reader, index }) => {
    const [part] = reader.understand(question).parts;
    if (!part) return [];
    return rankHits(part, index, {
      most: RANKED,
      isWanted: ({ entry, position }) => isWanted(entry, () => index.terms(position)),
    });
  });
}
