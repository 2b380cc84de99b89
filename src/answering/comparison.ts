import type { Entity } from "../knowledge/glossary.ts";
import type { Entry } from "../retrieval/entries.ts";
import { composeCertificationCard } from "./certification-card.ts";
import { CERTIFICATION_FACETS, findFacets } from "./certification-topics.ts";
import { citeSnippet } from "./cite.ts";
import type { Engine } from "./engine.ts";
import { describeFigures, findFigures } from "./figures.ts";
import { pairFigures } from "./paired-figures.ts";
import { refuseUncovered } from "./refusal.ts";
import type { Answer, Choice, CitedText, Refusal } from "./reply.ts";
import { findTopicEntries } from "./topic-entries.ts";
import { cardTopic, cardTopics, type CardTopic } from "./topic-questions.ts";

/** What is set side by side; without a topic every topic of a role's card is. */
export interface Compared {
  readonly first: Entity;
  readonly second: Entity;
  readonly topic?: string;
}

/** Two roles, certifications or places side by side, topic by topic, each side cited. */
export function composeComparison(asked: Compared, engine: Engine): Answer | Refusal {
  const { first, second } = asked;
  if (first.id === second.id) return refuseSame(first, engine);
  const bothRoles = first.kind === "role" && second.kind === "role";
  const figures = bothRoles ? pairFigures([first, second], asked.topic, engine) : undefined;
  const topics = bothRoles ? compareRoles(asked, engine) : [];
  const parts = bothRoles ? topics.flatMap(({ texts }) => texts) : compareNames(asked, engine);
  const [part, ...others] = [...parts, ...(figures ? [figures.text] : [])];
  const { cards, refusals } = engine.wording;
  if (!part) return refuseUncovered(refusals.beside(first.name, second.name), engine);
  return {
    kind: "answer",
    title: cards.pair(first.name, second.name),
    parts: [part, ...others],
    misses: [],
    menu: asked.topic ? [] : topicMenu(asked, topics),
    related: [],
    ...(figures && { chart: figures.chart }),
  };
}

function refuseSame({ name }: Entity, { wording }: Engine): Refusal {
  const text = wording.refusals.sameNames(name);
  return { kind: "refusal", reason: "nothing-found", text, suggestions: [] };
}

/** A topic, and what is stated on it of two roles. */
interface ComparedTopic {
  readonly card: CardTopic;
  readonly texts: readonly CitedText[];
}

function topicMenu({ first, second }: Compared, topics: readonly ComparedTopic[]): Choice[] {
  return topics.map(({ card: { topic, heading } }) => ({
    label: heading,
    run: { command: "compare", values: { first: first.name, second: second.name, topic } },
  }));
}

function compareRoles(asked: Compared, engine: Engine): ComparedTopic[] {
  const cards = asked.topic ? [cardTopic(asked.topic, engine)] : cardTopics(engine);
  return cards
    .map((card) => ({ card, texts: compareTopic(asked, card, engine) }))
    .filter(({ texts }) => texts.length > 0);
}

function compareTopic({ first, second }: Compared, card: CardTopic, engine: Engine): CitedText[] {
  const sides = [first, second].map((role) => ({ name: role.name, entry: ownEntry(role, card, engine) }));
  return citeSides(card.heading, sides, engine);
}

interface Side {
  readonly name: string;
  readonly entry: Entry | undefined;
}

function citeSides(heading: string, sides: readonly Side[], { wording: { cards } }: Engine): CitedText[] {
  const stated = sides.flatMap(({ name, entry }) => (entry ? [{ name, entry }] : []));
  if (stated.length === 2 && stated[0]?.entry === stated[1]?.entry) {
    return stated.slice(0, 1).map(({ entry }) => citeSnippet(entry, cards.bothSides(heading)));
  }
  const missing = sides.filter(({ entry }) => !entry).map(({ name }) => cards.notStated(name));
  return stated.map(({ name, entry }) => {
    const cited = citeSnippet(entry, cards.side(heading, name));
    return missing.length > 0 ? { ...cited, text: `${cited.text}\n\n${missing.join("\n")}` } : cited;
  });
}

function isAlone({ snippet }: Entry, { topic }: CardTopic): boolean {
  return snippet.roles.length === 1 && snippet.topics[0] === topic;
}

// What is said of one role alone compares better than what is said of both.
function ownEntry(role: Entity, card: CardTopic, engine: Engine): Entry | undefined {
  const hits = findTopicEntries({ role, topic: card.topic, question: card.question(role.name) }, engine);
  return (hits.find(({ entry }) => isAlone(entry, card)) ?? hits[0])?.entry;
}

// Price beside price and exam beside exam; what no document states of one is said beside the other.
function compareFacets(names: readonly Entity[], engine: Engine): CitedText[] {
  const { cards } = engine.wording;
  const sides = names.map((entity) => ({ entity, facets: findFacets(entity, engine) }));
  if (sides.some(({ facets }) => facets.length === 0)) return [];
  return CERTIFICATION_FACETS.flatMap((id) => {
    const cells = sides.map(({ entity, facets }) => ({
      name: entity.name,
      entry: facets.find((facet) => facet.id === id)?.entry,
    }));
    return citeSides(cards.facets[id], cells, engine);
  });
}

// Figures stand under one citation; certifications each under their own.
function compareNames({ first, second }: Compared, engine: Engine): CitedText[] {
  const figures = [first, second].map(({ id }) => findFigures({ subject: id }, engine));
  const both = figures.every((some) => some.length > 0) ? describeFigures(figures.flat(), engine) : undefined;
  if (both) return [both];
  const facets = compareFacets([first, second], engine);
  if (facets.length > 0) return facets;
  return [first, second].flatMap((entity) => {
    const card = composeCertificationCard(entity, engine);
    return card.kind === "answer" ? [{ ...card.parts[0], heading: entity.name }] : [];
  });
}
