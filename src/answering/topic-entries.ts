import type { Entity } from "../knowledge/glossary.ts";
import { rankHits, type RankedHit } from "../retrieval/ranking.ts";
import type { Engine } from "./engine.ts";
import { shelvesOf } from "./shelves.ts";

/** A topic is one of a dozen: what is on it may stand further down than an answer may. */
const RANKED = 60;

/** The entries on a topic of a role, the one that answers the question best first. Entries on the role alone come before shared ones. */
export function findTopicEntries(
  asked: { readonly role: Entity; readonly topic: string; readonly question: string },
  engine: Engine,
): RankedHit[] {
  return shelvesOf(engine)
    .flatMap(({ reader, index }) => {
      const [part] = reader.understand(asked.question).parts;
      return part ? rankHits(part, index, RANKED) : [];
    })
    .filter(
      ({ entry }) =>
        entry.snippet.roles.includes(asked.role.id) && entry.snippet.topics.includes(asked.topic),
    )
    .map((hit) => ({ hit, fit: Number(hit.entry.snippet.topics[0] === asked.topic) - Number(isReply(hit)) }))
    .toSorted((a, b) => b.fit - a.fit || b.hit.rank - a.hit.rank || a.hit.position - b.hit.position)
    .map(({ hit }) => hit);
}

// "Yes, …" answers a question that a card does not show.
function isReply({ entry }: RankedHit): boolean {
  return /^(?:yes|no)\b/i.test(entry.snippet.answer);
}
