import type { Entry } from "../retrieval/entries.ts";
import type { Engine } from "./engine.ts";

/** Works something out once for the entries of an engine, which those of other languages share. */
export function onceForEntries<T extends object>(workOut: (engine: Engine) => T): (engine: Engine) => T {
  const known = new WeakMap<readonly Entry[], T>();
  return (engine) => {
    const found = known.get(engine.entries) ?? workOut(engine);
    known.set(engine.entries, found);
    return found;
  };
}

/** What was worked out of an entry; `undefined` where that is nothing. */
export type ByEntry<T> = (entry: Entry) => T | undefined;

/**
 * Works something out of an engine's entries, all of them in one go when it is first asked for; of those below it is
 * what was worked out there. Thousands of servers share the built-in entries.
 */
export function onceByEntry<T>(
  workOut: (entries: readonly Entry[], engine: Engine) => ReadonlyMap<Entry, T>,
): (engine: Engine) => ByEntry<T> {
  const ownOf = onceForEntries((engine) => workOut(ownEntries(engine), engine));
  const all = (engine: Engine): ByEntry<T> => {
    const own = ownOf(engine);
    const below = engine.below && all(engine.below);
    return (entry) => own.get(entry) ?? below?.(entry);
  };
  return all;
}

/** The entries of an engine that the one below it has not. */
export const ownEntries = ({ below, entries, index }: Engine): readonly Entry[] =>
  below ? index.entries.slice(index.shared) : entries;
