import type { Before } from "../query/before.ts";
import type { QueryPart } from "../query/query.ts";
import type { Engine } from "./engine.ts";

/** A part of a message as it is read by what articles are about, and by what reference documents are about. */
export interface ReadPart {
  readonly part: QueryPart;
  /** Where it names what reference documents are about, and articles are not. */
  readonly forReference?: QueryPart;
}

/** A message as it was read. */
export interface ReadMessage {
  /** ISO 639-3, of a message that is not in English; it has no parts. */
  readonly language: string | undefined;
  readonly parts: readonly ReadPart[];
}

/** Reads a message; `before` is what was said before. Never throws. */
export function readMessage(message: string, engine: Engine, before?: Before): ReadMessage {
  const { language, parts } = engine.reader.understand(message, before);
  if (!engine.reference || !parts.some((part) => isForReference(part, engine)))
    return { language, parts: parts.map((part) => ({ part })) };
  const others = engine.reference.reader.understand(message, before).parts;
  // Where the message falls into other parts, that is because of what reference documents are about.
  const isAlike = others.length === parts.length;
  return { language, parts: others.map((other, at) => pair((isAlike && parts[at]) || other, other, engine)) };
}

const pair = (part: QueryPart, other: QueryPart, engine: Engine): ReadPart => ({
  part,
  ...(isForReference(other, engine) && { forReference: other }),
});

// Of the roles that articles are about, those say what there is to say.
function isForReference({ units, roles }: QueryPart, { reference, index }: Engine): boolean {
  const named = [...units.flatMap(({ entities }) => entities), ...roles];
  return named.some(({ id }) => reference?.subjects.has(id) && !index.roles.has(id));
}
