import { deserialize, serialize } from "node:v8";
import type { Steps } from "./retrieval/steps.ts";

/** Plain data, cut so that it can be put together again in steps. */
export type Pieces =
  | { readonly kind: "whole"; readonly bytes: Uint8Array }
  | { readonly kind: "fields"; readonly fields: readonly (readonly [name: string, value: Pieces])[] }
  /** A list of one item. */
  | { readonly kind: "item"; readonly item: Pieces }
  /** Lists, one after the other. */
  | { readonly kind: "lists"; readonly lists: readonly Pieces[] };

/** Bytes that are read in a millisecond or so, also by code that runs for the first time. */
const MOST_BYTES = 32_768;

/** Cuts plain data into pieces; a single text is never cut. */
export function cut(value: unknown): Pieces {
  const bytes = serialize(value);
  // The copy is no larger than its content.
  if (bytes.length <= MOST_BYTES || typeof value !== "object" || value === null)
    return { kind: "whole", bytes: new Uint8Array(bytes) };
  if (!Array.isArray(value))
    return { kind: "fields", fields: Object.entries(value).map(([name, field]) => [name, cut(field)]) };
  if (value.length === 1) return { kind: "item", item: cut(value[0]) };
  const middle = Math.ceil(value.length / 2);
  return { kind: "lists", lists: [cut(value.slice(0, middle)), cut(value.slice(middle))] };
}

/** Puts together what was cut, a piece a step. */
export function* join(pieces: Pieces): Steps<unknown> {
  switch (pieces.kind) {
    case "whole": {
      const value: unknown = deserialize(pieces.bytes);
      yield;
      return value;
    }
    case "fields":
      return yield* joinFields(pieces.fields);
    case "item":
      return [yield* join(pieces.item)];
    case "lists":
      return yield* joinLists(pieces.lists);
  }
}

function* joinFields(fields: Extract<Pieces, { kind: "fields" }>["fields"]): Steps<unknown> {
  const joined: [string, unknown][] = [];
  for (const [name, value] of fields) joined.push([name, yield* join(value)]);
  return Object.fromEntries(joined);
}

function* joinLists(lists: readonly Pieces[]): Steps<unknown[]> {
  const joined: unknown[] = [];
  for (const list of lists) {
    const items = yield* join(list);
    if (Array.isArray(items)) for (const item of items) joined.push(item);
  }
  return joined;
}
