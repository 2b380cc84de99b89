import type { EntityKind, Glossary } from "../knowledge/glossary.ts";
import type { Reader } from "../query/understand.ts";
import type { DecisionPolicy } from "./decision.ts";
import type { Entry } from "./entries.ts";
import type { SearchIndex } from "./search-index.ts";

/** Entries that are searched together, and how sure they must be to answer. */
export interface Shelf {
  /** Reads questions by what the entries are about. */
  readonly reader: Reader;
  readonly index: SearchIndex;
  readonly policy: DecisionPolicy;
}

/** The entries of reference documents, which answer nothing that does not name what they are about. */
export interface ReferenceShelf extends Shelf {
  /** Ids of the roles, certifications and organizations that the entries are about, and of the families of those. */
  readonly subjects: ReadonlySet<string>;
}

/** Kinds of what an entry is about when its question names it. */
const NAMED: ReadonlySet<EntityKind> = new Set(["certification", "organization"]);

/** Ids of what the entries of an index are about, as `ReferenceShelf` has them. */
export function subjectsOf(index: SearchIndex, { entities }: Glossary): ReadonlySet<string> {
  const named = new Set(index.entries.flatMap((_, position) => index.named(position)));
  const about = entities.filter(({ id, kind }) => index.roles.has(id) || (NAMED.has(kind) && named.has(id)));
  return new Set(about.flatMap(({ id, partOf }) => [id, ...partOf]));
}

/** True for an entry that answers also what names nothing. */
export const isOfArticle = ({ document }: Pick<Entry, "document">): boolean => document.reference !== true;
