import { NOT_STATED, type Document } from "../knowledge/document.ts";
import { writeDate, writeDocumentDate, writePublisher } from "./dates.ts";
import type { Entry } from "../retrieval/entries.ts";
import type { Wording } from "../languages/wording.ts";
import type { Engine } from "./engine.ts";
import { figureSubjects } from "./figures.ts";
import { groupBy } from "./group-by.ts";
import { questionChoices } from "./choices.ts";
import { findTopicEntries } from "./topic-entries.ts";
import { cardTopics, topicName } from "./topic-questions.ts";
import type { Overview } from "./reply.ts";
import { isCoveredRole } from "./shelves.ts";

/** What the documents cover: roles, topics, certifications, places and employers with figures. */
export function composeTopics(engine: Engine): Overview {
  const { namedEntities, coveredTopics, wording } = engine;
  const { overviews, prompts } = wording;
  const names = (keep: (id: string, kind: string) => boolean): string =>
    namedEntities
      .filter(({ id, kind }) => keep(id, kind))
      .map(({ name }) => name)
      .join(", ");
  const parts = [
    { heading: overviews.roles, text: names((id) => isCoveredRole(id, engine)) },
    { heading: overviews.topics, text: coveredTopics.map((topic) => topicName(topic, engine)).join(", ") },
    { heading: overviews.certifications, text: names((_, kind) => kind === "certification") },
    {
      heading: overviews.places,
      text: figureSubjects(engine)
        .map(({ name }) => name)
        .join(", "),
    },
  ];
  return {
    kind: "overview",
    title: prompts.canAnswer,
    parts: parts.filter(({ text }) => text !== ""),
    choices: [],
  };
}

/** The documents that answers come from, with publisher and date: a server's own first, then those that say most. */
export function composeSources({ knowledge, wording }: Engine): Overview {
  const { overviews } = wording;
  const ordered = knowledge.documents.toSorted(
    (a, b) => Number(b.added !== undefined) - Number(a.added !== undefined) || sizeOf(b) - sizeOf(a),
  );
  const isLong = ordered.length > MOST_SOURCES;
  const [whole, rest] = isLong ? [ordered.slice(0, LARGEST), ordered.slice(LARGEST)] : [ordered, []];
  const parts = whole.map((document) => describeSource(document, wording));
  const others = { heading: overviews.moreSources(rest.length), text: countByPublisher(rest, wording) };
  return {
    kind: "overview",
    title: overviews.sources,
    parts: rest.length > 0 ? [...parts, others] : parts,
    choices: [],
  };
}

/** A page has room for so many sources; of more, the largest stand whole and the others by publisher. */
const MOST_SOURCES = 12;
const LARGEST = 8;

function describeSource(document: Document, wording: Wording): Overview["parts"][number] {
  const { title, author, retrieved, added, license, url, sections } = document;
  const { overviews } = wording;
  const by = [
    writePublisher(document, wording),
    author === NOT_STATED ? undefined : overviews.by(author),
    writeDocumentDate(document, wording),
  ];
  // What a server added was read on that day.
  const day = retrieved === NOT_STATED || retrieved === added ? undefined : writeDate(retrieved, wording);
  const read = [overviews.sections(sections.length, day), license];
  return {
    heading: title,
    text: [by, read].map((line) => line.filter(Boolean).join(", ")).join("\n"),
    ...(url !== undefined && { url }),
  };
}

/** Such as "ISC2 (8), GIAC (3), OffSec". */
function countByPublisher(documents: readonly Document[], { citations }: Wording): string {
  const groups = groupBy(documents, ({ publisher }) =>
    publisher === NOT_STATED ? citations.publisherNotStated : publisher,
  );
  return [...groups]
    .toSorted(([one, more], [other, fewer]) => fewer.length - more.length || one.localeCompare(other))
    .map(([publisher, { length }]) => (length > 1 ? `${publisher} (${length})` : publisher))
    .join(", ");
}

const sizeOf = ({ sections }: Document): number =>
  sections.reduce((sum, { snippets }) => sum + snippets.length, 0);

/** How to ask, with examples that the loaded documents answer. */
export function composeHelp(
  engine: Engine,
  commands: readonly { readonly name: string; readonly brief: string }[],
): Overview {
  const { overviews } = engine.wording;
  return {
    kind: "overview",
    title: overviews.help,
    parts: [
      { heading: undefined, text: overviews.howToAsk },
      {
        heading: overviews.commands,
        text: commands.map(({ name, brief }) => `- /${name}: ${brief}`).join("\n"),
      },
    ],
    choices: examples(engine),
  };
}

const EXAMPLES = 5;

/** What new members ask first. */
const EXAMPLE_TOPICS = ["becoming", "skills", "salary", "certifications", "outlook"];

/** A phone shows the beginning of a button only: of the best questions on a topic the shortest is the example. */
const FIRST_HITS = 3;

function shortest(entries: readonly Entry[]): Entry[] {
  return entries
    .toSorted((one, other) => one.snippet.question.length - other.snippet.question.length)
    .slice(0, 1);
}

// One question a topic, from one role after the other; small documents may only have the first of each topic.
function examples(engine: Engine): Overview["choices"] {
  const { index, entries, namedEntities, coveredTopics } = engine;
  const roles = namedEntities.filter(({ id }) => index.roles.has(id));
  const cards = cardTopics(engine);
  const asked = EXAMPLE_TOPICS.flatMap((topic, at) => {
    const card = cards.find((each) => each.topic === topic);
    const role = roles[at % Math.max(roles.length, 1)];
    const hits =
      card && role ? findTopicEntries({ role, topic, question: card.question(role.name) }, engine) : [];
    return shortest(hits.slice(0, FIRST_HITS).map(({ entry }) => entry));
  });
  const firsts = coveredTopics.flatMap(({ id }) => {
    const entry = entries.find(({ snippet }) => snippet.topics[0] === id);
    return entry ? [entry] : [];
  });
  return questionChoices([...asked, ...firsts]).slice(0, EXAMPLES);
}
