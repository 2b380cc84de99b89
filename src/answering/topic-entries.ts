import type { Entity } from "../knowledge/glossary.ts";
import type { RankedHit } from "../retrieval/ranking.ts";
import type { Engine } from "./engine.ts";
import { rankWritten } from "./rank-written.ts";

/** The entries on a topic of a role, the one that answers the question best first. Entries on the role alone come before shared ones. */
export function findTopicEntries(
  asked: { readonly role: Entity; readonly topic: string; readonly question: string },
  engine: Engine,
): RankedHit[] {
  const { role, topic, question } = asked;
  return rankWritten(
    question,
    ({ snippet }) => snippet.roles.includes(role.id) && snippet.topics.includes(topic),
    engine,
  )
    .map((hit) => ({ hit, fit: Number(hit.entry.snippet.topics[0] === topic) - Number(isReply(hit)) }))
    .toSorted((a, b) => b.fit - a.fit || b.hit.rank - a.hit.rank || a.hit.position - b.hit.position)
    .map(({ hit }) => hit);
}

// "Yes, …" answers a question that a card does not show.
function isReply({ entry }: RankedHit): boolean {
  return /^(?:yes|no)\b/i.test(entry.snippet.answer);
}
