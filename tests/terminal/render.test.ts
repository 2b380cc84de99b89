import { describe, expect, test } from "vitest";
import type { Answer, Citation, CitedText } from "../../src/answering/reply.ts";
import { choicesOf, renderReply } from "../../src/terminal/render.ts";
import { PLAIN_SCREEN, type Screen } from "../../src/terminal/screen.ts";

const narrow: Screen = { ...PLAIN_SCREEN, width: 44 };
const marked: Screen = { ...PLAIN_SCREEN, paint: (ink, text) => `<${ink}>${text}</${ink}>` };

function cite(more: Partial<Citation> = {}): Citation {
  return {
    document: "guide",
    title: "A guide to DevOps",
    publisher: "Example Press",
    published: "2023-01-23",
    section: "What they do",
    url: "https://example.org/guide#what-they-do",
    language: "en",
    ...more,
  };
}

function part(text: string, more: Partial<CitedText> = {}): CitedText {
  return { heading: undefined, text, citations: [cite()], snippets: [], ...more };
}

function answer(more: Partial<Answer> = {}): Answer {
  return {
    kind: "answer",
    title: undefined,
    parts: [part("Yes.")],
    misses: [],
    menu: [],
    related: [],
    ...more,
  };
}

function choice(label: string): Answer["related"][number] {
  return { label, run: { command: "ask", values: { question: label } } };
}

describe("an answer", () => {
  test("is followed by its source and, on a line of its own, the link", () => {
    expect(renderReply(answer(), PLAIN_SCREEN)).toBe(`Yes.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do`);
  });

  test("names every section it comes from once", () => {
    const other = cite({ section: "Pay", url: "https://example.org/guide#pay" });
    const text = renderReply(
      answer({ parts: [part("Both.", { citations: [cite(), other, cite()] })] }),
      PLAIN_SCREEN,
    );
    expect(text).toBe(`Both.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do
Source: A guide to DevOps › Pay — Example Press, January 2023
https://example.org/guide#pay`);
  });

  test("says what the source does not state", () => {
    const silent = cite({ publisher: "not stated", published: "not stated", url: undefined });
    expect(renderReply(answer({ parts: [part("Yes.", { citations: [silent] })] }), PLAIN_SCREEN)).toBe(`Yes.
Source: A guide to DevOps › What they do — publisher not stated, date not stated`);
  });

  test("says which language it quotes where that is not English", () => {
    const spanish = cite({ language: "es", url: undefined });
    expect(renderReply(answer({ parts: [part("Sí.", { citations: [spanish] })] }), PLAIN_SCREEN)).toBe(`Sí.
Source: A guide to DevOps › What they do — Example Press, January 2023

The quoted text is in Spanish, the language of the document.`);
  });

  test("shows title, headed parts, misses, and numbers that go on from the menu to the related questions", () => {
    const card = answer({
      title: "DevOps engineer",
      parts: [part("A job.", { heading: "What it is" }), part("Some money.", { heading: "Salary" })],
      misses: [{ question: "Do I need a visa?", reason: "topic-not-covered", text: "No section says so." }],
      menu: [choice("What it is"), choice("Salary")],
      related: [choice("Is it fun?")],
    });
    expect(renderReply(card, PLAIN_SCREEN)).toBe(`DevOps engineer

What it is
A job.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do

Salary
Some money.
Source: A guide to DevOps › What they do — Example Press, January 2023
https://example.org/guide#what-they-do

Do I need a visa?
No section says so.

Show one topic whole:
1. What it is
2. Salary

Related questions:
3. Is it fun?`);
    expect(choicesOf(card).map(({ label }) => label)).toEqual(["What it is", "Salary", "Is it fun?"]);
  });

  test("says below its parts what no document states", () => {
    const source = cite({ url: undefined });
    const card = answer({
      parts: [part("A job.", { citations: [source] })],
      unstated: "Not stated: certificates.",
      menu: [choice("Salary")],
    });
    expect(renderReply(card, PLAIN_SCREEN)).toBe(`A job.
Source: A guide to DevOps › What they do — Example Press, January 2023

Not stated: certificates.

Show one topic whole:
1. Salary`);
  });

  test("is wrapped at the screen's width; a link stays in one piece", () => {
    const text = "A DevOps engineer builds and runs the pipelines that bring software to its users.";
    expect(renderReply(answer({ parts: [part(text)] }), narrow)).toBe(`A DevOps engineer builds and runs the
pipelines that bring software to its users.
Source: A guide to DevOps › What they do —
  Example Press, January 2023
https://example.org/guide#what-they-do`);
  });

  test("stands out where there is colour", () => {
    expect(renderReply(answer({ title: "CEH", parts: [part("**Yes**, it is.")] }), marked))
      .toBe(`<bold>CEH</bold>

<bold>Yes</bold>, it is.
<dim>Source: A guide to DevOps › What they do — Example Press, January 2023</dim>
<cyan>https://example.org/guide#what-they-do</cyan>`);
  });

  test("of a hostile document cannot steer the terminal", () => {
    const hostile = answer({
      title: "\u001b]0;owned\u0007A",
      parts: [part("\u001b[2JYes\u202e.", { citations: [cite({ section: "S\u001b[31m\u009b31m" })] })],
    });
    expect(renderReply(hostile, PLAIN_SCREEN)).toBe(`]0;ownedA

[2JYes.
Source: A guide to DevOps › S[31m31m — Example Press, January 2023
https://example.org/guide#what-they-do`);
  });
});

test("a refusal offers what can be answered", () => {
  const reply = {
    kind: "refusal",
    reason: "entity-not-covered",
    text: "Nothing on *Mars*.",
    suggestions: [choice("Is it fun?")],
  } as const;
  expect(renderReply(reply, PLAIN_SCREEN)).toBe(`Nothing on *Mars*.

What I can answer:
1. Is it fun?`);
});

test("a refusal with nothing to offer is one line", () => {
  const reply = { kind: "refusal", reason: "nothing-found", text: "Nothing.", suggestions: [] } as const;
  expect(renderReply(reply, PLAIN_SCREEN)).toBe("Nothing.");
});

test("a clarification numbers its choices, and long ones are wrapped below their text", () => {
  const choices = [choice("Is it fun?"), choice("What does a DevOps engineer do all day long?")] as const;
  expect(renderReply({ kind: "clarification", text: "Which one?", choices }, narrow)).toBe(`Which one?

1. Is it fun?
2. What does a DevOps engineer do all day
   long?`);
});

test("an overview shows its parts and what to try", () => {
  const overview = {
    kind: "overview",
    title: "How to ask me",
    parts: [
      { heading: undefined, text: "In your own words." },
      { heading: "Commands", text: "- /ask: Ask a question\n- /help: How to ask me" },
      { heading: "A guide to DevOps", text: "Example Press, January 2023\nhttps://example.org/guide" },
    ],
    choices: [choice("Is it fun?")],
  } as const;
  expect(renderReply(overview, PLAIN_SCREEN)).toBe(`How to ask me

In your own words.

Commands
- /ask: Ask a question
- /help: How to ask me

A guide to DevOps
Example Press, January 2023
https://example.org/guide

Try one:
1. Is it fun?`);
});
