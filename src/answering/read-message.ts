import type { Before } from "../query/before.ts";
import type { Entity } from "../knowledge/glossary.ts";
import type { QueryPart, Unit } from "../query/query.ts";
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
  const named = parts.flatMap((part) => [...namesIn(part, engine), ...part.context.flatMap(entitiesOf)]);
  if (!engine.reference || !isForReference(named, engine))
    return { language, parts: parts.map((part) => ({ part })) };
  const others = engine.reference.reader.understand(message, before).parts;
  // Where the message falls into other parts, that is because of what reference documents are about.
  const isAlike = others.length === parts.length;
  const read = others.map((other, at): ReadPart => {
    const part = (isAlike && parts[at]) || other;
    const isAsked =
      isForReference(namesIn(other, engine), engine) && (others.length === 1 || !isOnlyName(other));
    return { part, ...(isAsked && { forReference: other }) };
  });
  return { language, parts: read };
}

// Of the roles that articles are about, those say what there is to say.
const isForReference = (names: readonly Entity[], { reference, index }: Engine): boolean =>
  names.some(({ id }) => reference?.subjects.has(id) && !index.roles.has(id));

// A phrase for what no article is about ("CISSP cost") holds names too.
function namesIn({ text, units, roles }: QueryPart, { reader }: Engine): readonly Entity[] {
  const written = reader.entities.find(text).flatMap(({ candidates }) => candidates);
  return [...units.flatMap(entitiesOf), ...written, ...roles];
}

const entitiesOf = ({ entities }: Unit): readonly Entity[] => entities;

/** "CISM anyone?" says what the rest of the message is about. */
const isOnlyName = ({ units, topics }: QueryPart): boolean => units.length === 1 && topics.length === 0;
