import { describe, expect, test } from "vitest";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { isTopicOpen } from "../../src/retrieval/open-topic.ts";
import { engineOf } from "./library.ts";

/** Two roles that no section speaks of together, one of which only its pay is known of. */
const APART = `---
title: Apart
reference: true
---

## Pay

#### What does a DevOps engineer earn?

> About: DevOps engineer · Topics: salary
>
> - devops income

A DevOps engineer earns 100,000 USD a year.

#### What does a data scientist earn?

> About: Data scientist · Topics: salary
>
> - data science income

A data scientist earns 110,000 USD a year.
`;

function answersTo(question: string): readonly string[] {
  const reply = createAssistant(engineOf({ "apart.md": APART })).ask(question);
  return reply.kind === "answer" ? reply.parts.map(({ text }) => text) : [reply.kind];
}

describe("roles that documents know in part", () => {
  test.each(["devops vs data scientist salary", "who earns more, a data scientist or a devops engineer"])(
    "are set side by side when %j asks for both",
    (question) => {
      expect(answersTo(question).toSorted()).toEqual([
        "A DevOps engineer earns 100,000 USD a year.",
        "A data scientist earns 110,000 USD a year.",
      ]);
    },
  );

  test("are not answered by their pay when something else is asked", () => {
    expect(answersTo("How do I become a data scientist?")).toEqual(["refusal"]);
  });
});

/** Whether the topic of a question about a role has no answer in a document. */
function leavesOpen(question: string, document: string): boolean {
  const engine = engineOf({ "apart.md": document });
  const { reader, index } = engine.reference ?? engine;
  const [part] = reader.understand(question).parts;
  const [entry] = index.entries;
  if (!part || !entry) throw new Error(`"${question}" asks nothing, or the document says nothing.`);
  return isTopicOpen(part, entry, index);
}

describe("a topic of a role", () => {
  test.each(["How do I become a data scientist?", "What are the responsibilities of a data scientist?"])(
    "is open when no answer for reference is on it: %j",
    (question) => {
      expect(leavesOpen(question, APART)).toBe(true);
    },
  );

  test("is not open when an answer is on it", () => {
    expect(leavesOpen("What does a data scientist earn?", APART)).toBe(false);
  });

  test("is not open when the question has another beside it that is answered", () => {
    expect(leavesOpen("What is the career path and salary of a data scientist?", APART)).toBe(false);
  });

  test("is never open in an article, which may say it under another heading", () => {
    expect(leavesOpen("How do I become a data scientist?", APART.replace("reference: true\n", ""))).toBe(
      false,
    );
  });
});
