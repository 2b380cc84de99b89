import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { considerMessage } from "../../src/answering/consider.ts";
import { extendEngine } from "../../src/answering/extend-engine.ts";
import { composeStub, namesOf } from "../../src/answering/gap-stub.ts";
import { listMissed, subjectOfSnippets, subjectOfValues, UNKNOWN } from "../../src/answering/gaps.ts";
import { parseDocument } from "../../src/knowledge/parse-document.ts";
import { DocumentError, type Problem } from "../../src/knowledge/problems.ts";
import { readUpload } from "../../src/knowledge/upload.ts";
import type { Before } from "../../src/query/before.ts";
import { wordingFor } from "../../src/languages/languages.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";

const engine = await loadEngine(SHIPPED_FOLDER);
const { glossary } = engine.knowledge;
const lexicon = loadLexicon();
const has = (word: string): boolean => lexicon.has(word);
const TODAY = "2026-11-22";
const NOTHING = { entity: UNKNOWN, topic: UNKNOWN };
const TIMEOUT = 60_000;

const missedBy = (message: string, before?: Before) => listMissed(considerMessage(message, engine, before));

describe("what is missed", () => {
  test.each([
    ["How much does a data scientist earn?", "role:data-scientist", "salary", "entity-not-covered"],
    ["How much does a DevOps engineer earn in Germany?", "place:germany", "salary", "entity-not-covered"],
    [
      "What is the notice period for a DevOps engineer?",
      "role:devops-engineer",
      "notice-period",
      "topic-not-covered",
    ],
    ["Does Google pay DevOps engineers well?", "employer:google", "salary", "entity-not-covered"],
    ["how do I cook pasta?", UNKNOWN, UNKNOWN, "too-little-covered"],
    ["¿Cuánto gana un ingeniero DevOps?", UNKNOWN, UNKNOWN, "other-language"],
  ])("“%s” misses %s and %s: %s", (question, ...missed) => {
    const found = missedBy(question).map(({ entity, topic, reason }) => [entity, topic, reason]);
    expect(found).toEqual([missed]);
  });

  test("of a message that asks several things only the part that no section answers is missed", () => {
    const question = "What does a DevSecOps engineer do? And how do I get a work permit in Spain?";
    expect(missedBy(question)).toEqual([
      { entity: "place:spain", topic: "visa", reason: "entity-not-covered" },
    ]);
  });

  test("a follow-up is about what was said before", () => {
    const before = { question: "What does a DevSecOps engineer do?", answer: "" };
    const [missed] = missedBy("and what about the notice period?", before);
    expect(missed).toMatchObject({ entity: "role:devsecops-engineer", topic: "notice-period" });
  });

  test.each(["hello", "thanks a lot!", "lol", "", "What is CISA?", "What does a DevSecOps engineer do?"])(
    "nothing is missed in “%s”",
    (message) => {
      expect(missedBy(message)).toEqual([]);
    },
  );

  test("whatever is written, only ids of the glossary stand in what is counted", { timeout: TIMEOUT }, () => {
    const entities = new Set([UNKNOWN, ...glossary.entities.map(({ id }) => id)]);
    const topics = new Set([UNKNOWN, ...glossary.topics.map(({ id }) => id)]);
    const names = glossary.entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    const words = glossary.topics.flatMap((topic) => topic.words);
    const pieces = fc.oneof(
      fc.constantFrom(...names, ...words),
      fc.constantFrom("how", "much", "does", "a", "my", "earn", "in", "?", ".", "Ada", "Lovelace", "and"),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (some) => {
        const message = some.join(" ");
        const counted = [...missedBy(message), subjectOfValues(some, engine)];
        for (const { entity, topic } of counted) {
          expect(entities).toContain(entity);
          expect(topics).toContain(topic);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("what the values of a command are about", () => {
  test.each([
    [["Data scientist"], "role:data-scientist", UNKNOWN],
    [["DevOps engineer", "Data scientist"], "role:data-scientist", UNKNOWN],
    [["DevOps engineer", "Germany"], "place:germany", UNKNOWN],
    [["DevOps engineer", "Visas"], "role:devops-engineer", "visa"],
    [["DevOps engineer", "qwxz vbnm"], UNKNOWN, UNKNOWN],
    [["Game developer", "qwxz vbnm"], "role:game-developer", UNKNOWN],
    [["DevOps engineer", " "], "role:devops-engineer", UNKNOWN],
    [[], UNKNOWN, UNKNOWN],
  ])("%j is about %s and %s", (values, entity, topic) => {
    expect(subjectOfValues(values, engine)).toEqual({ entity, topic });
  });
});

describe("what snippets are about", () => {
  test("a snippet is about its first role and topic", () => {
    const entry = engine.index.entries.find(
      ({ snippet }) => snippet.roles.length > 0 && snippet.topics.length > 0,
    );
    const { id = "", roles = [], topics = [] } = entry?.snippet ?? {};
    expect(subjectOfSnippets([id], engine)).toEqual({ entity: roles[0], topic: topics[0] });
  });

  test("every snippet is about ids of the glossary", () => {
    const ids = new Set([UNKNOWN, ...glossary.entities.map(({ id }) => id)]);
    for (const { snippet } of engine.index.entries)
      expect(ids).toContain(subjectOfSnippets([snippet.id], engine).entity);
  });

  test("snippets that are gone are about nothing", () => {
    expect(subjectOfSnippets(["no-such-document/1"], engine)).toEqual(NOTHING);
    expect(subjectOfSnippets([], engine)).toEqual(NOTHING);
  });
});

function problemsOf(text: string): readonly Problem[] {
  try {
    readUpload({ name: "stub.md", bytes: new TextEncoder().encode(text) }, glossary, has);
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return error.problems;
  }
}

const snippetsIn = (text: string): number =>
  parseDocument(text, { path: "stub.md" }, glossary).sections.flatMap(({ snippets }) => snippets).length;

const answered = (stub: string): string => stub.replace(/<!-- Write the answer[^]*-->/, "Four weeks.");
const NO_ANSWER = "has no answer text; write it under the search card";

describe("the stub for a gap", () => {
  test("asks what was asked in vain, in the knowledge format", () => {
    const stub = composeStub({ entity: "role:devops-engineer", topic: "visa" }, engine, TODAY);
    expect(stub.fileName).toBe("devops-engineer-visas-and-work-permits.md");
    expect(stub.text).toBe(`---
title: "DevOps engineer: Visas and work permits"
publisher: not stated
published: 2026-11-22
---

## Visas and work permits

#### What about visas and work permits for DevOps engineer?

> About: DevOps engineer · Topics: visa
>
> - <!-- another way in which members ask this, a line each -->

<!-- Write the answer here, in one to six short sentences, and say above who published it where. Then: /knowledge add -->
`);
  });

  test("is refused before its answer is written, for that alone", () => {
    const { text } = composeStub({ entity: "role:devops-engineer", topic: "visa" }, engine, TODAY);
    const [problem, ...others] = problemsOf(text);
    expect(problem?.message).toContain(NO_ANSWER);
    expect(others).toEqual([]);
  });

  test("is a document of one snippet about the gap once its answer is written", () => {
    const { text } = composeStub({ entity: "role:devops-engineer", topic: "visa" }, engine, TODAY);
    const document = parseDocument(answered(text), { path: "stub.md" }, glossary);
    expect(document).toMatchObject({
      title: "DevOps engineer: Visas and work permits",
      published: TODAY,
      publisher: "not stated",
    });
    expect(document.sections.flatMap(({ snippets }) => snippets)).toMatchObject([
      {
        answer: "Four weeks.",
        topics: ["visa"],
        roles: ["role:devops-engineer"],
        derived: false,
        waysOfAsking: [],
      },
    ]);
  });

  const topics = glossary.topics.map(({ id }) => id);
  // Every role, whose name stands in the card, and some of all others.
  const entities = glossary.entities.filter(({ kind }, at) => kind === "role" || at % 10 === 0);
  const subjects = [
    NOTHING,
    ...topics.map((topic) => ({ entity: UNKNOWN, topic })),
    ...entities.map(({ id }, at) => ({ entity: id, topic: topics[at % topics.length] ?? UNKNOWN })),
    ...entities.filter((_, at) => at % 10 === 0).map(({ id }) => ({ entity: id, topic: UNKNOWN })),
  ];

  test("is a document once its answer is written, for every topic and role", { timeout: TIMEOUT }, () => {
    for (const subject of subjects) {
      const { text, fileName } = composeStub(subject, engine, TODAY);
      expect(snippetsIn(answered(text))).toBe(1);
      expect(fileName).toMatch(/^[a-z0-9][a-z0-9-]*\.md$/);
    }
  });

  test("is in the documents' language, whoever asks for it", () => {
    const spanish = { ...engine, wording: wordingFor("es-ES") };
    const subject = { entity: "role:devops-engineer", topic: "salary" };
    expect(namesOf(subject, spanish).topic).not.toBe(namesOf(subject, engine).topic);
    expect(composeStub(subject, spanish, TODAY)).toEqual(composeStub(subject, engine, TODAY));
  });

  test("for a role that one of a server's own documents introduces can be uploaded too", () => {
    const article =
      "# Crew\n\n## Keeper\n\nA Lantern Keeper (LK) is an engineer who looks after the on-call rota.\n";
    const { document, introduced } = readUpload(
      { name: "crew.md", bytes: new TextEncoder().encode(article) },
      glossary,
      has,
    );
    const own = extendEngine(engine, { documents: [document], entities: introduced });
    const stub = composeStub({ entity: "role:lantern-keeper", topic: "salary" }, own, TODAY);
    expect(stub.text).toContain("for Lantern Keeper?");
    expect(problemsOf(answered(stub.text))).toEqual([]);
  });

  test("for a name of a document that is gone says it as far as it is known", () => {
    const stub = composeStub({ entity: "role:lantern-keeper", topic: "no-such-topic" }, engine, TODAY);
    expect(stub.text).toContain("#### What is lantern keeper?");
    expect(problemsOf(answered(stub.text))).toEqual([]);
  });
});
