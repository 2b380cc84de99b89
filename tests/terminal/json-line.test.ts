import { expect, test } from "vitest";
import type { Reply } from "../../src/answering/reply.ts";
import { writeJsonLine } from "../../src/terminal/json-line.ts";

const citation = {
  document: "guide",
  title: "A guide to DevOps",
  publisher: "Example Press",
  published: "2023",
  section: "Pay",
  url: undefined,
};
const related = { label: "Is it fun?", run: { command: "ask", values: { question: "Is it fun?" } } };
const topic = {
  label: "Salary",
  run: { command: "role", values: { name: "DevOps engineer", topic: "salary" } },
};

function write(reply: Reply): unknown {
  return JSON.parse(writeJsonLine({ question: "What?", reply }));
}

test("an answer in part names the first reason for what it leaves out", () => {
  const reply: Reply = {
    kind: "answer",
    title: "DevOps engineer",
    parts: [
      {
        heading: "Salary",
        text: "Much.",
        citations: [{ ...citation, language: "en" }],
        snippets: ["guide/1"],
      },
    ],
    misses: [
      { question: "Visa?", reason: "topic-not-covered", text: "Nothing on that." },
      { question: "Mars?", reason: "entity-not-covered", text: "Nothing on that." },
    ],
    menu: [topic],
    related: [related],
  };
  expect(write(reply)).toEqual({
    question: "What?",
    status: "answered",
    answers: [{ text: "**Salary**\n\nMuch.", citations: [{ ...citation, url: null }] }],
    suggestions: ["Is it fun?", "/role name:DevOps engineer topic:salary"],
    reason: "topic-not-covered",
  });
});

test("a clarification offers its choices as questions", () => {
  expect(write({ kind: "clarification", text: "Which one?", choices: [related, topic] })).toEqual({
    question: "What?",
    status: "clarify",
    answers: [],
    suggestions: ["Is it fun?", "/role name:DevOps engineer topic:salary"],
    reason: null,
  });
});

test("an overview is an answer without citations", () => {
  const parts = [{ heading: undefined, text: "Ask me." }];
  expect(write({ kind: "overview", title: "How to ask me", parts, choices: [related] })).toEqual({
    question: "What?",
    status: "answered",
    answers: [{ text: "Ask me.", citations: [] }],
    suggestions: ["Is it fun?"],
    reason: null,
  });
});
