import type { Entity } from "../knowledge/glossary.ts";
import type { Entry } from "../retrieval/entries.ts";
import { composeCertificationCard } from "./certification-card.ts";
import { CERTIFICATION_TOPICS, findFacets } from "./certification-topics.ts";
import { citeSnippet } from "./cite.ts";
import type { Engine } from "./engine.ts";
import { describeFigures, findFigures } from "./figures.ts";
import { pairFigures } from "./paired-figures.ts";
import { refuseUncovered } from "./refusal.ts";
import type { Answer, Choice, CitedText, Refusal } from "./reply.ts";
import { shelvesOf } from "./shelves.ts";
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
  const topics = compareTopics(asked, engine);
  const stated = topics.flatMap(({ texts }) => texts);
  const isDecided = bothRoles || isOnFacets(asked) || stated.length > 0;
  const parts = isDecided ? stated : compareNames(asked, engine);
  const [part, ...others] = [...parts, ...(figures ? [figures.text] : [])];
  if (!part) return refuseBeside(asked, engine);
  return {
    kind: "answer",
    title: engine.wording.cards.pair(first.name, second.name),
    parts: [part, ...others],
    misses: [],
    menu: asked.topic || first.kind !== second.kind ? [] : topicMenu(asked, topics),
    related: [],
    ...(figures && { chart: figures.chart }),
  };
}

function compareTopics(asked: Compared, engine: Engine): readonly ComparedTopic[] {
  const kinds = [asked.first, asked.second].map(({ kind }) => kind);
  if (kinds.every((kind) => kind === "role")) return compareRoles(asked, engine);
  if (!kinds.includes("role")) return compareFacets(asked, engine);
  return kinds.includes("certification") ? compareRoleWith(asked, engine) : [];
}

const isOnFacets = ({ first, second, topic }: Compared): boolean =>
  topic !== undefined && [first, second].every(({ kind }) => kind === "certification");

function refuseBeside(asked: Compared, engine: Engine): Refusal {
  const { cards, refusals } = engine.wording;
  const [first, second] = [asked.first.name, asked.second.name];
  if (!isOnFacets(asked)) return refuseUncovered(refusals.beside(first, second), engine);
  const whole = { label: cards.pair(first, second), run: { command: "compare", values: { first, second } } };
  const text = refusals.noSectionFor([first, second], []);
  return { kind: "refusal", reason: "topic-not-covered", text, suggestions: [whole] };
}

function refuseSame({ name }: Entity, { wording }: Engine): Refusal {
  const text = wording.refusals.sameNames(name);
  return { kind: "refusal", reason: "nothing-found", text, suggestions: [] };
}

/** A topic or a facet, and what is stated on it of two things. */
interface ComparedTopic {
  readonly topic: string;
  readonly heading: string;
  readonly texts: readonly CitedText[];
}

function topicMenu({ first, second }: Compared, topics: readonly ComparedTopic[]): Choice[] {
  return topics.map(({ topic, heading }) => ({
    label: heading,
    run: { command: "compare", values: { first: first.name, second: second.name, topic } },
  }));
}

function compareRoles(asked: Compared, engine: Engine): ComparedTopic[] {
  const cards = asked.topic ? [cardTopic(asked.topic, engine)] : cardTopics(engine);
  return cards
    .map((card) => ({ topic: card.topic, heading: card.heading, texts: compareTopic(asked, card, engine) }))
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
function compareFacets({ first, second, topic }: Compared, engine: Engine): readonly ComparedTopic[] {
  const { cards } = engine.wording;
  const sides = [first, second].map((entity) => ({ entity, facets: findFacets(entity, engine) }));
  if (sides.some(({ facets }) => facets.length === 0)) return [];
  const asked = CERTIFICATION_TOPICS.filter((facet) => topic === undefined || facet.topic === topic);
  return asked.flatMap((facet) => {
    const cells = sides.map(({ entity, facets }) => ({
      name: entity.name,
      entry: facets.find(({ id }) => id === facet.id)?.entry,
    }));
    const texts = citeSides(cards.facets[facet.id], cells, engine);
    return texts.length === 0 ? [] : [{ topic: facet.topic, heading: cards.facets[facet.id], texts }];
  });
}

/** Sections that speak of a certification for a role. */
const MOST_FOR_ROLE = 2;

// A role has no price and a certification no duties: what each is, and what is said of one for the other.
function compareRoleWith({ first, second }: Compared, engine: Engine): readonly ComparedTopic[] {
  const [role, other] = first.kind === "role" ? [first, second] : [second, first];
  const card = cardTopic("definition", engine);
  const definition = findFacets(other, engine).find(({ id }) => id === "definition")?.entry;
  const ofRole = { name: role.name, entry: ownEntry(role, card, engine) };
  const ofOther = { name: other.name, entry: definition };
  const sides = role === first ? [ofRole, ofOther] : [ofOther, ofRole];
  const { heading } = cardTopic("certifications", engine);
  const texts = listForRole(role, other, engine).map((entry) => citeSnippet(entry, heading));
  return [
    { topic: card.topic, heading: card.heading, texts: citeSides(card.heading, sides, engine) },
    { topic: "certifications", heading, texts },
  ].filter((each) => each.texts.length > 0);
}

function listForRole(role: Entity, other: Entity, engine: Engine): readonly Entry[] {
  const names = shelvesOf(engine).flatMap(({ index }) =>
    index.entries.filter(({ snippet }, position) => {
      const terms = index.terms(position);
      return snippet.roles.includes(role.id) && (terms.isInQuestion(other.id) || terms.isAnswered(other.id));
    }),
  );
  return names
    .toSorted((one, another) => one.snippet.roles.length - another.snippet.roles.length)
    .slice(0, MOST_FOR_ROLE);
}

// Figures stand under one citation; certifications each under their own.
function compareNames({ first, second }: Compared, engine: Engine): CitedText[] {
  const figures = [first, second].map(({ id }) => findFigures({ subject: id }, engine));
  const both = figures.every((some) => some.length > 0) ? describeFigures(figures.flat(), engine) : undefined;
  if (both) return [both];
  return [first, second].flatMap((entity) => {
    const card = composeCertificationCard(entity, engine);
    return card.kind === "answer" ? [{ ...card.parts[0], heading: entity.name }] : [];
  });
}
