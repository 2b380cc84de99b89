import { expect, test } from "vitest";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { createKnownReplies } from "../../src/guilds/known-replies.ts";
import { engineOf, LIBRARY, SALARIES } from "../answering/library.ts";

const QUESTION = "What is a DevOps engineer?";
const HOUR = 3_600_000;

function remembering(start = { now: 1, day: "2026-11-22" }) {
  const clock = { ...start };
  const replies = createKnownReplies(() => clock.now);
  const over = (engine: typeof LIBRARY) => createAssistant(engine, { replies, today: () => clock.day });
  return { clock, over };
}

test("the same question has the same reply, and so has the command that asks it", () => {
  const assistant = remembering().over(LIBRARY);
  const reply = assistant.ask(QUESTION);
  expect(assistant.ask(QUESTION)).toBe(reply);
  expect(assistant.run("ask", { question: QUESTION })).toBe(reply);
  expect(assistant.run("topics", {})).toBe(assistant.run("topics", {}));
});

test("a reply is that of its assistant, its language, its command and its options alone", () => {
  const { over } = remembering();
  const assistant = over(LIBRARY);
  const replies = [
    assistant.ask(QUESTION),
    over(engineOf({ "salaries.md": SALARIES })).ask(QUESTION),
    assistant.in("es").ask(QUESTION),
    assistant.ask("What is a DevSecOps engineer?"),
    assistant.run("role", { name: "devops" }),
    assistant.run("role", { name: "devsecops" }),
    assistant.run("salary", { role: "devops" }),
  ];
  expect(new Set(replies).size).toBe(replies.length);
});

test("a follow-up is read anew: it depends on what was said before", () => {
  const assistant = remembering().over(LIBRARY);
  const before = { question: QUESTION, answer: "" };
  expect(assistant.ask("and the salary?", before)).not.toEqual(assistant.ask("and the salary?"));
});

test("another day, or an hour later, the reply is composed anew", () => {
  const { clock, over } = remembering();
  const assistant = over(LIBRARY);
  const first = assistant.ask(QUESTION);
  clock.day = "2026-11-23";
  const second = assistant.ask(QUESTION);
  expect(second).not.toBe(first);
  clock.now += HOUR + 1;
  expect(assistant.ask(QUESTION)).not.toBe(second);
});
