import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { isCoveredRole, shelvesOf } from "../../src/answering/shelves.ts";
import type { Entity } from "../../src/knowledge/glossary.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";

const engine = await loadEngine(SHIPPED_FOLDER);

/** What is asked of a role, by topic, in words of few and of many. */
const OF_ROLES = [
  "what is a {name}",
  "{name}, whats that",
  "what does a {name} do all day",
  "duties of a {name}",
  "which skills does a {name} need",
  "tools a {name} should know",
  "do i need a degree to be a {name}",
  "how do i become a {name}",
  "what background does a {name} come from",
  "how much does a {name} earn",
  "{name} salary in the us",
  "{name} pay 2024",
  "is {name} a growing job",
  "job outlook for {name}",
  "which certs help a {name}",
  "what hours does a {name} work",
  "can i work remotely as a {name}",
  "what comes after {name}",
  "jobs similar to {name}",
];

const OF_CERTIFICATIONS = [
  "what is the {name}",
  "who issues {name}",
  "what does the {name} exam cover",
  "requirements for {name}",
  "how much does the {name} cost",
  "{name} price",
  "how long is the {name} exam",
  "{name} passing score",
  "is {name} open book",
  "how long is {name} valid",
  "do i have to renew {name}",
  "is {name} worth it",
  "is {name} good for beginners",
];

const NAMING = new Map(
  shelvesOf(engine).flatMap(({ index }) =>
    index.entries.map(({ snippet }, position) => [snippet.id, { snippet, terms: index.terms(position) }]),
  ),
);

/** True for a snippet that is about a name, or says it in its question or its answer. */
function isOn(id: string, { id: entity }: Entity): boolean {
  const found = NAMING.get(id);
  if (!found) return false;
  const { snippet, terms } = found;
  return snippet.roles.includes(entity) || terms.isInQuestion(entity) || terms.isAnswered(entity);
}

/** Questions about names that are answered with what is said of others: "question → snippets". */
function strayed(names: readonly Entity[], questions: readonly string[]): readonly string[] {
  return names.flatMap((entity) =>
    questions.flatMap((question) => {
      const asked = question.replaceAll("{name}", entity.name);
      const reply = answerQuestion(asked, engine);
      if (reply.kind !== "answer") return [];
      const astray = reply.parts.flatMap(({ snippets }) => snippets).filter((id) => !isOn(id, entity));
      return astray.length > 0 ? [`${asked} → ${astray.join(", ")}`] : [];
    }),
  );
}

describe("no answer is about another name than the one asked for", () => {
  const roles = engine.namedEntities.filter(({ id }) => isCoveredRole(id, engine));
  const certifications = engine.namedEntities.filter(({ kind }) => kind === "certification");

  test("across roles, topics and phrasings", { timeout: 60_000 }, () => {
    expect(roles.length).toBeGreaterThan(20);
    expect(strayed(roles, OF_ROLES)).toEqual([]);
  });

  test("across certifications, facets and phrasings", { timeout: 60_000 }, () => {
    expect(certifications.length).toBeGreaterThan(20);
    expect(strayed(certifications, OF_CERTIFICATIONS)).toEqual([]);
  });
});
