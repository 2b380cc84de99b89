import type { Entity } from "../knowledge/glossary.ts";
import type { Entry } from "../retrieval/entries.ts";
import { citationOf } from "./cite.ts";
import type { Engine } from "./engine.ts";
import { describeFigures, findFigures } from "./figures.ts";
import { refuseUncovered } from "./refusal.ts";
import type { Answer, CitedText, Refusal } from "./reply.ts";
import { composeCertificationCard } from "./certification-card.ts";
import { findTopicEntries } from "./topic-entries.ts";
import { CARD_TOPICS } from "./topic-questions.ts";

/** Two roles, certifications or places side by side, topic by topic, each side cited. */
export function composeComparison(
  asked: { readonly first: Entity; readonly second: Entity; readonly topic?: string },
  engine: Engine,
): Answer | Refusal {
  const { first, second, topic } = asked;
  const bothRoles = first.kind === "role" && second.kind === "role";
  const rows = bothRoles
    ? CARD_TOPICS.filter((card) => !topic || card.topic === topic).flatMap((card) =>
        compareTopic({ first, second, card }, engine),
      )
    : [first, second].flatMap((entity) => sideOf(entity, engine));
  const [row, ...others] = rows;
  if (!row) return refuseUncovered(`${first.name} beside ${second.name}`, engine);
  return {
    kind: "answer",
    title: `${first.name} and ${second.name}`,
    parts: [row, ...others],
    misses: [],
    menu: [],
    related: [],
  };
}

type CardTopic = (typeof CARD_TOPICS)[number];

function compareTopic(
  asked: { readonly first: Entity; readonly second: Entity; readonly card: CardTopic },
  engine: Engine,
): CitedText[] {
  const { card } = asked;
  const sides = [asked.first, asked.second].map((role) => ({ role, entry: ownEntry(role, card, engine) }));
  const found = sides.flatMap(({ entry }) => (entry ? [entry] : []));
  const [firstEntry, ...otherEntries] = found.filter((entry, at) => found.indexOf(entry) === at);
  if (!firstEntry) return [];
  const text =
    otherEntries.length === 0 && sides.every(({ entry }) => entry)
      ? firstEntry.snippet.answer
      : sides
          .map(
            ({ role, entry }) => `**${role.name}:** ${entry?.snippet.answer ?? "not stated in the sources"}`,
          )
          .join("\n\n");
  return [
    {
      heading: card.heading,
      text,
      citations: [citationOf(firstEntry), ...otherEntries.map(citationOf)],
      snippets: [firstEntry, ...otherEntries].map(({ snippet }) => snippet.id),
    },
  ];
}

// What is said of one role alone compares better than what is said of both.
function ownEntry(role: Entity, card: CardTopic, engine: Engine): Entry | undefined {
  const hits = findTopicEntries({ role, topic: card.topic, question: card.question(role.name) }, engine);
  return (hits.find(({ entry }) => entry.snippet.roles.length === 1) ?? hits[0])?.entry;
}

function sideOf(entity: Entity, engine: Engine): CitedText[] {
  const figures = describeFigures(findFigures({ subject: entity.id }, engine), entity.name);
  if (figures) return [figures];
  const card = composeCertificationCard(entity, engine);
  return card.kind === "answer" ? [{ ...card.parts[0], heading: entity.name }] : [];
}
