import type { Glossary } from "../knowledge/glossary.ts";
import type { DecisionPolicy } from "./decision.ts";
import type { SearchIndex } from "./search-index.ts";

/** Entries that are searched together, and how sure they must be to answer. */
export interface Shelf {
  readonly index: SearchIndex;
  readonly policy: DecisionPolicy;
}

/** The entries of reference documents, which answer nothing that does not name what they are about. */
export interface ReferenceShelf extends Shelf {
  /** Ids of the roles and certifications that the entries are about, and of the families that those belong to. */
  readonly subjects: ReadonlySet<string>;
}

/** Ids of what the entries of an index are about, as `ReferenceShelf` has them. */
export function subjectsOf(index: SearchIndex, { entities }: Glossary): ReadonlySet<string> {
  const named = new Set(index.entries.flatMap((_, position) => index.named(position)));
  const about = entities.filter(({ id, kind }) =>
    kind === "certification" ? named.has(id) : index.roles.has(id),
  );
  return new Set(about.flatMap(({ id, partOf }) => [id, ...partOf]));
}
