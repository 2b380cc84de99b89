import { onceForEach } from "../knowledge/once-for-each.ts";
import type { QueryPart } from "../query/query.ts";
import { namesCertification } from "./certification-facets.ts";
import type { Entry } from "./entries.ts";
import type { SearchIndex } from "./search-index.ts";
import { isOfArticle } from "./shelf.ts";

/**
 * True for an entry of a reference document where a part asks of roles only such topics on which no entry about any of
 * them exists: what is said of its pay tells nobody how to become one.
 */
export function isTopicOpen(part: QueryPart, entry: Entry, index: SearchIndex): boolean {
  const { roles, topics } = part;
  // What is asked of a certification is not asked of the role that was spoken of before.
  if (isOfArticle(entry) || topics.length === 0 || namesCertification(part)) return false;
  const known = roles.flatMap(({ id }) => topicsByRole(index.entries).get(id) ?? []);
  return known.length > 0 && !known.some((said) => topics.some((topic) => said.has(topic)));
}

const topicsByRole = onceForEach((entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { snippet } of entries) {
    for (const role of snippet.roles)
      found.set(role, new Set([...(found.get(role) ?? []), ...snippet.topics]));
  }
  return found;
});
