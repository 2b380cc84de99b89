import type { Document, Section, Snippet } from "../../src/knowledge/document.ts";
import type { Entity } from "../../src/knowledge/glossary.ts";
import type { Knowledge } from "../../src/knowledge/knowledge.ts";
import { isTalk } from "../../src/query/everyday-words.ts";
import { inventWord, seededRandom, zipf, type Random } from "./scale-words.ts";

/** Roles besides the shipped ones, and words besides the shipped ones: about as many as a field has. */
const ROLES = 400;
const WORDS = 50_000;
/** Share of the content words that are other words in another snippet. */
const REPLACED = 0.6;
const WAYS_OF_ASKING = 4;
const SNIPPETS_PER_SECTION = 5;
const SECTIONS_PER_DOCUMENT = 20;

/**
 * Knowledge of about `count` snippets made from the shipped one: its questions about roles that do not exist, its
 * answers mixed sentence by sentence, and most content words replaced so that words are as frequent as in a language.
 */
export function multiplyKnowledge(shipped: Knowledge, count: number): Knowledge {
  const random = seededRandom(count);
  const roles = Array.from({ length: ROLES }, (_, number) => inventRole(number));
  const sections = shipped.documents.flatMap((document) => document.sections);
  const source: Source = {
    random,
    sections,
    snippets: sections.flatMap(({ snippets }) => snippets),
    roles: [...shipped.glossary.entities.filter(({ id }) => SHIPPED_ROLES.includes(id)), ...roles],
  };
  const size = SNIPPETS_PER_SECTION * SECTIONS_PER_DOCUMENT;
  const documents = Array.from({ length: Math.ceil(count / size) }, (_, number) =>
    inventDocument(number, source),
  );
  return {
    glossary: { ...shipped.glossary, entities: [...shipped.glossary.entities, ...roles] },
    documents,
  };
}

const SHIPPED_ROLES: readonly string[] = ["role:devops-engineer", "role:devsecops-engineer"];

interface Source {
  readonly random: Random;
  readonly sections: readonly Section[];
  readonly snippets: readonly Snippet[];
  /** The shipped roles first: most documents are about them. */
  readonly roles: readonly Entity[];
}

function inventRole(number: number): Entity {
  const name = `${capitalised(inventWord(WORDS + number))} engineer`;
  return {
    id: `role:${name.toLowerCase().replace(" ", "-")}`,
    kind: "role",
    name,
    aliases: [name.split(" ")[0] ?? ""],
    partOf: [],
  };
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function inventDocument(number: number, source: Source): Document {
  const role = source.roles[zipf(source.roles.length, source.random)];
  if (!role) throw new Error("there is no role to write about");
  const id = `document-${number}`;
  return {
    id,
    title: `${role.name}s`,
    publisher: "Example Press",
    author: "not stated",
    published: "2023",
    url: undefined,
    language: "en",
    retrieved: "not stated",
    sections: Array.from({ length: SECTIONS_PER_DOCUMENT }, (_, at) =>
      inventSection(`${id}/${at}`, role, source),
    ),
  };
}

function inventSection(id: string, role: Entity, source: Source): Section {
  const base = pick(source.sections, source.random);
  return {
    heading: rewriter(role, source.random)(base.heading),
    url: undefined,
    snippets: Array.from({ length: SNIPPETS_PER_SECTION }, (_, at) =>
      inventSnippet(`${id}-${at}`, role, source),
    ),
  };
}

function inventSnippet(id: string, role: Entity, source: Source): Snippet {
  const { random } = source;
  const base = pick(source.snippets, random);
  const write = rewriter(role, random);
  const sentences = [base, pick(source.snippets, random), pick(source.snippets, random)].map(({ answer }) =>
    pick(answer.split(/(?<=[.!?])\s+/), random),
  );
  return {
    ...base,
    id,
    question: write(base.question),
    waysOfAsking: base.waysOfAsking.slice(0, WAYS_OF_ASKING).map(write),
    answer: write(sentences.join(" ")),
    roles: base.roles.length > 0 ? [role.id] : [],
    figures: base.figures.map((figure) => ({ ...figure, role: role.name })),
  };
}

const ROLE = /\b(?:devsecops|devops)(?: engineer)?/gi;
const WORD = /\p{L}{3,}/gu;

// Within a snippet a word is always replaced by the same one: its ways of asking still ask for the same.
function rewriter(role: Entity, random: Random): (text: string) => string {
  const replaced = new Map<string, string>();
  const replace = (word: string): string => {
    const known = replaced.get(word.toLowerCase());
    if (known !== undefined) return known;
    const isKept = isTalk(word.toLowerCase()) || random() > REPLACED;
    const other = isKept ? word : inventWord(zipf(WORDS, random));
    replaced.set(word.toLowerCase(), other);
    return other;
  };
  return (text) =>
    text
      .split(ROLE)
      .map((between) => between.replace(WORD, replace))
      .join(role.name);
}

function pick<T>(some: readonly T[], random: Random): T {
  const one = some[Math.floor(random() * some.length)];
  if (one === undefined) throw new Error("there is nothing to pick from");
  return one;
}
