import { expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { composeHelp, composeSources, composeTopics } from "../../src/answering/overviews.ts";
import { engineOf, LIBRARY, SALARIES, UNRELATED } from "./library.ts";

test("the topics are what the loaded documents cover, and nothing that only the glossary names", () => {
  expect(composeTopics(LIBRARY)).toEqual({
    kind: "overview",
    title: "What I can answer",
    parts: [
      { heading: "Roles", text: "DevOps engineer, DevSecOps engineer" },
      {
        heading: "Topics",
        text: "What it is, Responsibilities, Skills, Certifications, Salary, How to become one",
      },
      { heading: "Certifications", text: "CEH" },
      { heading: "Places and employers with figures", text: "Houston, New York, Initech, Globex" },
    ],
    choices: [],
  });
});

test("the sources are the documents with publisher, author, dates and address", () => {
  expect(composeSources(LIBRARY)).toEqual({
    kind: "overview",
    title: "Where my answers come from",
    parts: [
      {
        heading: "Two roles",
        text: "Example Press, by Ada Byron, June 2022\n3 sections, read November 2026",
        url: "https://press.example/roles",
      },
      {
        heading: "Salaries by city",
        text: "Figures Weekly, January 2023\n2 sections, read November 2026",
        url: "https://figures.example/salaries",
      },
    ],
    choices: [],
  });
});

test("of many sources the largest stand whole, and the others by publisher", () => {
  const shelf = Object.fromEntries(
    Array.from({ length: 13 }, (_, at) => [
      `bread-${at}.md`,
      UNRELATED.replace("Bakers Monthly", at < 4 ? "Millers Weekly" : "Bakers Monthly"),
    ]),
  );
  const { parts } = composeSources(
    engineOf({
      ...shelf,
      "salaries.md": SALARIES,
      "cake.md": UNRELATED.replace("Bakers Monthly", "Cake Daily"),
    }),
  );
  expect(parts).toHaveLength(9);
  expect(parts[0]?.heading).toBe("Salaries by city");
  expect(parts.at(-1)).toEqual({
    heading: "7 more documents, by publisher",
    text: "Bakers Monthly (6), Cake Daily",
  });
});

test("a source without author and address shows neither", () => {
  const [source] = composeSources(engineOf({ "bread.md": UNRELATED })).parts;
  expect(source).toEqual({ heading: "Bread", text: "Bakers Monthly, 2019\n1 section" });
});

test("a document that a server added for itself says when instead of what it does not state", () => {
  const { knowledge, wording } = engineOf({ "rules.md": "# Rules\n\n## Doors\n\nDoors close at dusk.\n" });
  const day = "2026-11-20";
  const documents = knowledge.documents.map((document) => ({ ...document, added: day, retrieved: day }));
  const describe = (of: typeof documents): unknown =>
    composeSources({ ...LIBRARY, wording, knowledge: { ...knowledge, documents: of } }).parts[0];
  expect(describe(documents)).toEqual({ heading: "Rules", text: "added November 2026\n1 section" });
  expect(describe(documents.map((document) => ({ ...document, published: "2024-05" })))).toEqual({
    heading: "Rules",
    text: "May 2024\n1 section",
  });
});

test("a source that states neither publisher nor date says so", () => {
  const [source] = composeSources(engineOf({ "rules.md": "# Rules\n\n## Doors\n\nDoors close.\n" })).parts;
  expect(source?.text).toBe("publisher not stated, date not stated\n1 section");
});

test("help lists the commands in a line each and offers questions", () => {
  const help = composeHelp(LIBRARY, [
    { name: "ask", brief: "a question" },
    { name: "topics", brief: "what I can answer" },
  ]);
  expect(help.parts.at(-1)).toEqual({
    heading: "Commands",
    text: "- /ask: a question\n- /topics: what I can answer",
  });
  expect(help.choices.map(({ label }) => label)).toEqual([
    "What skills does a DevSecOps engineer need?",
    "How much does a DevOps engineer earn by city?",
    "Is the CEH advised for DevSecOps engineers?",
    "What is a DevOps engineer?",
    "What are the responsibilities of a DevSecOps engineer?",
  ]);
});

test("every question that help offers is answered", () => {
  const asked = composeHelp(LIBRARY, []).choices.map(({ run }) => run.values["question"] ?? "");
  expect(asked.map((question) => answerQuestion(question, LIBRARY).kind)).toEqual(asked.map(() => "answer"));
});

test("without documents there is nothing to list or to offer", () => {
  const empty = engineOf({});
  expect([composeTopics(empty).parts, composeSources(empty).parts, composeHelp(empty, []).choices]).toEqual([
    [],
    [],
    [],
  ]);
});
