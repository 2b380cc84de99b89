import type { Entity } from "../knowledge/glossary.ts";
import type { Entry } from "../retrieval/entries.ts";
import { citeSnippet } from "./cite.ts";
import type { Engine } from "./engine.ts";
import { groupBy } from "./group-by.ts";
import { refuseUncovered, refuseUnpaid } from "./refusal.ts";
import type { Answer, Choice, CitedText, Refusal } from "./reply.ts";
import { findPayChart } from "./pay-chart.ts";
import { isCoveredRole } from "./shelves.ts";
import { findTopicEntries } from "./topic-entries.ts";
import { cardTopic, cardTopics, isOnCard, type CardTopic } from "./topic-questions.ts";

/** A role at a glance: one cited text a topic, and a menu that shows one topic whole. */
export function composeRoleCard(role: Entity, engine: Engine): Answer | Refusal {
  const rows = cardTopics(engine).map((each) => ({
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

/** How many sections a topic shown whole may bring together, and how many snippets of one where none sums the topic up. */
const TOPIC_SECTIONS = 4;
const SECTION_SNIPPETS = 3;

/** One topic of a role whole: what each section says about it. */
export function composeRoleTopic(role: Entity, topic: string, engine: Engine): Answer | Refusal {
  const card = cardTopic(topic, engine);
  const question = card.question(role.name);
  const entries = findTopicEntries({ role, topic, question }, engine).map(({ entry }) => entry);
  const [first, ...others] = groupBySection(entries, isOnCard(topic) ? 1 : SECTION_SNIPPETS).slice(
    0,
    TOPIC_SECTIONS,
  );
  const { cards, refusals } = engine.wording;
  if (!first && topic === "salary" && isCoveredRole(role.id, engine)) return refuseUnpaid(role, engine);
  if (!first) return refuseUncovered(refusals.topicOf(card.heading, role.name), engine);
  const chart = topic === "salary" ? findPayChart([first, ...others], engine, role) : undefined;
  return {
    kind: "answer",
    title: cards.title(role.name, card.heading),
    parts: [first, ...others],
    misses: [],
    menu: [],
    related: [],
    ...(chart && { chart }),
  };
}

function groupBySection(entries: readonly Entry[], most: number): CitedText[] {
  return [...groupBy(entries, ({ section }) => section).values()].flatMap((section) => {
    const shown = section.slice(0, most);
    const [first] = shown;
    if (!first) return [];
    const text = shown.map(({ snippet }) => snippet.answer).join("\n\n");
    return [{ ...citeSnippet(first), text, snippets: shown.map(({ snippet }) => snippet.id) }];
  });
}

function asking(card: CardTopic, role: Entity): { topic: string; question: string } {
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
