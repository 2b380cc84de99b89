import { onceForEach } from "../knowledge/once-for-each.ts";
import type { QueryPart } from "../query/query.ts";
import type { Entry } from "./entries.ts";

/** What is asked of a role before anything else; a document about it that is silent on one of them says so nowhere. */
const FIRST_ASKED: ReadonlySet<string> = new Set([
  "definition",
  "responsibilities",
  "skills",
  "certifications",
  "salary",
  "outlook",
  "becoming",
  "education",
]);

/**
 * True when a part asks of one role only such topics on which no reviewed answer about it exists: what is said of its pay
 * tells nobody how to become one. Articles without reviewed answers leave their topics to be guessed, and never count.
 */
export function isTopicOpen({ roles, topics }: QueryPart, entries: readonly Entry[]): boolean {
  const [role, ...others] = roles;
  if (!role || others.length > 0 || topics.length === 0) return false;
  const known = topicsByRole(entries).get(role.id);
  return known !== undefined && topics.every((topic) => FIRST_ASKED.has(topic) && !known.has(topic));
}

/** Topics of the roles that only reviewed answers speak of. */
const topicsByRole = onceForEach((entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const derived = new Set<string>();
  for (const { snippet } of entries) {
    for (const role of snippet.roles) {
      if (snippet.derived) derived.add(role);
      found.set(role, new Set([...(found.get(role) ?? []), ...snippet.topics]));
    }
  }
  return new Map([...found].filter(([role]) => !derived.has(role)));
});
