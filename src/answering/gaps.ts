import type { Before } from "../query/before.ts";
import type { QueryPart, Unit } from "../query/query.ts";
import { decidePart } from "./decide-part.ts";
import type { Engine } from "./engine.ts";
import type { RefusalReason } from "./reply.ts";

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

/** The parts of a message that no section answers, by what they are about; `before` is what was said before. */
export function listMissed(message: string, engine: Engine, before?: Before): readonly MissedSubject[] {
  const { language, parts } = engine.reader.understand(message, before);
  if (language !== undefined) return [{ entity: UNKNOWN, topic: UNKNOWN, reason: "other-language" }];
  return parts
    .flatMap((part) => decidePart(part, engine))
    .flatMap(({ part, decision, records }) =>
      decision.kind === "refuse" && records === undefined && !NO_GAP.has(decision.reason)
        ? [{ ...subjectOf(part, decision.missing), reason: decision.reason }]
        : [],
    );
}

/** What a text names and asks about, whether it is answered or not. */
export function subjectIn(text: string, engine: Engine): GapSubject {
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
export function subjectOfSnippets(ids: readonly string[], { index }: Engine): GapSubject {
  const at = index.entries.findIndex(({ snippet }) => ids.includes(snippet.id));
  const snippet = index.entries[at]?.snippet;
  return {
    entity: snippet?.roles[0] ?? index.named(at)[0] ?? UNKNOWN,
    topic: snippet?.topics[0] ?? UNKNOWN,
  };
}
