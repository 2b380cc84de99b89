import type { Before } from "../query/before.ts";
import { decidePart, type Decided } from "./decide-part.ts";
import type { Engine } from "./engine.ts";
import { readMessage } from "./read-message.ts";

/** A message as it was understood, and what the evidence allows for each of its parts. */
export interface Considered {
  /** ISO 639-3, of a message that is not in English; nothing is decided on then. */
  readonly language: string | undefined;
  readonly decided: readonly Decided[];
}

/** Reads a message and decides on its parts; `before` is what was said before. Most of the time of an answer goes here. */
export function considerMessage(message: string, engine: Engine, before?: Before): Considered {
  const { language, parts } = readMessage(message, engine, before);
  return { language, decided: parts.flatMap((part) => decidePart(part, engine)) };
}
