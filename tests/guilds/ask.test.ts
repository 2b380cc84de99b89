import { expect, test } from "vitest";
import type { Reply } from "../../src/answering/reply.ts";
import { decideToSpeak } from "../../src/guilds/ask.ts";

const citation = {
  document: "d",
  title: "T",
  publisher: "P",
  published: "2023",
  section: "S",
  url: undefined,
  language: "en",
};
const choice = { label: "One?", run: { command: "ask", values: { question: "One?" } } };
const replies: readonly Reply[] = [
  {
    kind: "answer",
    title: undefined,
    parts: [{ heading: undefined, text: "Yes.", citations: [citation], snippets: [] }],
    misses: [],
    menu: [],
    related: [],
  },
  { kind: "clarification", text: "Which one?", choices: [choice] },
  { kind: "refusal", reason: "nothing-found", text: "Nothing.", suggestions: [] },
  { kind: "overview", title: "Help", parts: [], choices: [] },
];

test.each(replies)("who addresses the bot hears its $kind", (reply) => {
  expect(decideToSpeak({ addressed: true, reply })).toBe(true);
});

test.each(replies)(
  "where members talk among themselves, of all replies only an answer is sent: $kind",
  (reply) => {
    expect(decideToSpeak({ addressed: false, reply })).toBe(reply.kind === "answer");
  },
);

test("among members nothing is answered that nobody asked", () => {
  const [answer] = replies;
  if (answer?.kind !== "answer") throw new Error("the first reply is an answer");
  expect(decideToSpeak({ addressed: false, reply: { ...answer, isGuess: true } })).toBe(false);
  expect(decideToSpeak({ addressed: true, reply: { ...answer, isGuess: true } })).toBe(true);
});
