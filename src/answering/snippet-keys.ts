import { createHash } from "node:crypto";
import type { Entry } from "../retrieval/entries.ts";
import { onceForEntries, ownEntries } from "./by-entry.ts";
import type { Engine } from "./engine.ts";

/** Short names of snippets, for where their ids are too long: the same for the same question of the same document. */
export interface SnippetKeys {
  /** `undefined` for an id that no entry has. */
  keyOf(snippetId: string): string | undefined;
  /** `undefined` when the documents no longer ask that. */
  entryOf(key: string): Entry | undefined;
}

/** Two of a hundred thousand snippets share a key of this length less often than once in fifty thousand builds. */
const KEY_LENGTH = 8;

/** Builds the keys of an engine's entries when the first one is asked for. */
export function buildSnippetKeys(engine: Engine): SnippetKeys {
  return {
    keyOf: (snippetId) => keyOf(snippetId, engine),
    entryOf: (key) => entryOf(key, engine),
  };
}

const keyOf = (snippetId: string, engine: Engine): string | undefined =>
  (engine.below && keyOf(snippetId, engine.below)) ?? keysIn(engine).byId.get(snippetId);

const entryOf = (key: string, engine: Engine): Entry | undefined =>
  (engine.below && entryOf(key, engine.below)) ?? keysIn(engine).byKey.get(key);

interface Keys {
  readonly byId: ReadonlyMap<string, string>;
  readonly byKey: ReadonlyMap<string, Entry>;
}

// Of those entries only that the engine below has not.
const keysIn = onceForEntries((engine): Keys => {
  const byId = new Map<string, string>();
  const byKey = new Map<string, Entry>();
  for (const entry of ownEntries(engine)) {
    const { document, snippet } = entry;
    const hash = createHash("sha256").update(`${document.id}\n${snippet.question}`).digest("base64url");
    const key = hash.slice(0, KEY_LENGTH);
    byId.set(snippet.id, key);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return { byId, byKey };
});
