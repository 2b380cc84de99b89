import type { QueryPart, Unit } from "../query/query.ts";
import type { Considered } from "./consider.ts";
import type { Engine } from "./engine.ts";
import type { RefusalReason } from "./reply.ts";
import { knows, shelvesOf } from "./shelves.ts";

/** What is unknown of a gap. */
export const UNKNOWN = "unknown";

/** What was asked in vain, by ids of the glossary or `unknown`; never in a member's words. */
export interface GapSubject {
  readonly entity: string;
  readonly topic: string;
}

/** A question that no section answers. */
export interface MissedSubject extends GapSubject {
  readonly reason: RefusalReason;
}

/** Nothing was missed where nothing was asked. */
const NO_GAP: ReadonlySet<RefusalReason> = new Set(["not-a-question"]);

/** The parts of a message that no section answers, by what they are about. */
export function listMissed({ language, decided }: Considered): readonly MissedSubject[] {
  if (language !== undefined) return [{ entity: UNKNOWN, topic: UNKNOWN, reason: "other-language" }];
  return decided.flatMap(({ part, decision, records }) =>
    decision.kind === "refuse" && records === undefined && !NO_GAP.has(decision.reason)
      ? [{ ...subjectOf(part, decision.missing), reason: decision.reason }]
      : [],
  );
}

/**
 * What the values of a command's options are about: what no document names, else the last name, which narrows the
 * others down; nothing that can be named where a value says nothing that the glossary has.
 */
export function subjectOfValues(values: readonly string[], engine: Engine): GapSubject {
  const subjects = values.filter((value) => value.trim() !== "").map((value) => subjectIn(value, engine));
  const named = subjects.map(({ entity }) => entity).filter((entity) => entity !== UNKNOWN);
  const last = subjects.some(isNameless) ? UNKNOWN : named.at(-1);
  return {
    entity: named.find((entity) => !knows(entity, engine)) ?? last ?? UNKNOWN,
    topic: subjects.map(({ topic }) => topic).find((topic) => topic !== UNKNOWN) ?? UNKNOWN,
  };
}

/** True when it cannot be said what something is about. */
export const isNameless = ({ entity, topic }: GapSubject): boolean => entity === UNKNOWN && topic === UNKNOWN;

function subjectIn(text: string, engine: Engine): GapSubject {
  const [part] = engine.reader.understand(text).parts;
  return part === undefined ? { entity: UNKNOWN, topic: UNKNOWN } : subjectOf(part, []);
}

// What is missing is what a document would have to be about; else what was asked about beside it.
function subjectOf({ units, roles, topics }: QueryPart, missing: readonly Unit[]): GapSubject {
  const entities = [...missing, ...units].flatMap((unit) => unit.entities);
  return {
    entity: missing.flatMap((unit) => unit.entities)[0]?.id ?? roles[0]?.id ?? entities[0]?.id ?? UNKNOWN,
    topic: missing.flatMap((unit) => unit.topics)[0]?.id ?? topics[0] ?? UNKNOWN,
  };
}

/** What snippets are about, by the first of their ids. */
export function subjectOfSnippets(ids: readonly string[], engine: Engine): GapSubject {
  const [first] = shelvesOf(engine).flatMap(({ index }) =>
    index.entries.flatMap(({ snippet }, at) =>
      ids.includes(snippet.id) ? [{ snippet, named: index.named(at) }] : [],
    ),
  );
  return {
    entity: first?.snippet.roles[0] ?? first?.named[0] ?? UNKNOWN,
    topic: first?.snippet.topics[0] ?? UNKNOWN,
  };
}
