import type { Entity } from "../knowledge/glossary.ts";
import { citeSnippet } from "./cite.ts";
import type { Engine } from "./engine.ts";
import { refuseUncovered } from "./refusal.ts";
import type { Answer, Choice, CitedText, Refusal } from "./reply.ts";
import { findTopicEntries } from "./topic-entries.ts";
import { CARD_TOPICS } from "./topic-questions.ts";

/** A role at a glance: one cited text a topic, and a menu that shows one topic whole. */
export function composeRoleCard(role: Entity, engine: Engine): Answer | Refusal {
  const rows = CARD_TOPICS.map((each) => ({
    ...each,
    hit: findTopicEntries({ role, ...asking(each, role) }, engine)[0],
  }));
  const parts = rows.flatMap(({ heading, hit }): CitedText[] =>
    hit ? [citeSnippet(hit.entry, heading)] : [],
  );
  const [first, ...others] = parts;
  if (!first) return refuseUncovered(role.name, engine);
  const menu = rows.flatMap(({ heading, topic, hit }): Choice[] =>
    hit ? [topicChoice({ role, topic, heading })] : [],
  );
  return { kind: "answer", title: role.name, parts: [first, ...others], misses: [], menu, related: [] };
}

/** How many sections a topic shown whole may bring together. */
const TOPIC_SECTIONS = 4;

/** One topic of a role whole: what each section says about it. */
export function composeRoleTopic(role: Entity, topic: string, engine: Engine): Answer | Refusal {
  const card = CARD_TOPICS.find((each) => each.topic === topic);
  const name = engine.knowledge.glossary.topics.find(({ id }) => id === topic)?.name ?? topic;
  const question = card?.question(role.name) ?? `${name} of a ${role.name}`;
  const bySection = new Map<string, CitedText>();
  for (const { entry } of findTopicEntries({ role, topic, question }, engine)) {
    const section = `${entry.document.id}|${entry.section.heading}`;
    if (!bySection.has(section) && bySection.size < TOPIC_SECTIONS)
      bySection.set(section, citeSnippet(entry));
  }
  const [first, ...others] = bySection.values();
  if (!first) return refuseUncovered(`${name} of ${role.name}s`, engine);
  return {
    kind: "answer",
    title: `${role.name}: ${(card?.heading ?? name).toLowerCase()}`,
    parts: [first, ...others],
    misses: [],
    menu: [],
    related: [],
  };
}

function asking(card: (typeof CARD_TOPICS)[number], role: Entity): { topic: string; question: string } {
  return { topic: card.topic, question: card.question(role.name) };
}

function topicChoice(card: {
  readonly role: Entity;
  readonly topic: string;
  readonly heading: string;
}): Choice {
  return {
    label: card.heading,
    run: { command: "role", values: { name: card.role.name, topic: card.topic } },
  };
}
