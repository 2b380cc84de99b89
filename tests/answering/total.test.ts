import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { engineOf, LIBRARY, ROLES, SALARIES, UNRELATED } from "./library.ts";

const words = [...LIBRARY.index.words, "what", "how", "visa", "Germany", "quokka", "CISSP", "C++", "?", "\n"];
const sentence = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((picked) => picked.join(" "));
const message = fc.oneof(
  sentence,
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ maxLength: 400 }),
);
const before = fc.record({ question: message, answer: message });

test("every text gets a reply, and every answer a citation for each of its parts", () => {
  fc.assert(
    fc.property(message, fc.option(before, { nil: undefined }), (text, said) => {
      const reply = answerQuestion(text, LIBRARY, said);
      const parts = reply.kind === "answer" ? reply.parts : [];
      expect(reply.kind === "answer" ? parts.length : reply.text.length).toBeGreaterThan(0);
      for (const { citations, text: shown } of parts) {
        expect(shown).not.toBe("");
        expect(citations.length).toBeGreaterThan(0);
        for (const { title, publisher, published, section } of citations) {
          expect([title, publisher, published, section]).not.toContain("");
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("an answer is a text of the documents under the section that has it", () => {
  const texts = new Map(
    LIBRARY.index.entries.map(({ snippet, section }) => [snippet.answer, section.heading]),
  );
  fc.assert(
    fc.property(sentence, (text) => {
      const reply = answerQuestion(text, LIBRARY);
      if (reply.kind !== "answer") return;
      for (const part of reply.parts) expect(texts.get(part.text)).toBe(part.citations[0].section);
    }),
    { numRuns: 300 },
  );
});

test("no text gets the same reply at one time and another at another", () => {
  fc.assert(
    fc.property(message, (text) => {
      expect(answerQuestion(text, LIBRARY)).toEqual(answerQuestion(text, LIBRARY));
    }),
  );
});

describe("the work for one message", () => {
  test.each([
    { what: "one word", text: "a".repeat(2_000) },
    { what: "a flood of questions", text: "what is devops? ".repeat(125) },
    { what: "a flood of names", text: "devops CEH houston ".repeat(105) },
    {
      what: "words nobody knows",
      text: Array.from({ length: 250 }, (_, at) => `qzxk${at.toString(26)}`).join(" "),
    },
    { what: "marks", text: "?!.,".repeat(500) },
    { what: "open brackets and quotes", text: "(\"'`<".repeat(400) },
    { what: "code fences", text: "```".repeat(666) },
    { what: "blanks", text: `${" ".repeat(1_990)}what?` },
    { what: "combining marks", text: `e${"\u0301".repeat(1_999)}` },
  ])("is bounded for 2,000 characters: $what", ({ text }) => {
    const { engine, searches } = countingEngine();
    answerQuestion(text, engine);
    // Three questions at most, each by itself and then at most three names of it.
    expect(searches.count).toBeLessThanOrEqual(3 * 4);
    expect(searches.terms).toBeLessThanOrEqual(3 * 4 * 200);
  });

  test("does not grow with what stands behind 2,000 characters", () => {
    const start = "what is devops? ".repeat(125);
    expect(answerQuestion(start + "What is the CEH? ".repeat(10_000), LIBRARY)).toEqual(
      answerQuestion(start, LIBRARY),
    );
  });
});

function countingEngine() {
  const searches = { count: 0, terms: 0 };
  const index = {
    ...LIBRARY.index,
    search: (terms: Parameters<typeof LIBRARY.index.search>[0]) => {
      searches.count += 1;
      searches.terms += terms.length;
      return LIBRARY.index.search(terms);
    },
  };
  return { engine: { ...LIBRARY, index }, searches };
}

const THREE = [
  {
    heading: "Pay",
    ask: "What does a DevSecOps engineer earn?",
    topic: "salary",
    says: "Enough to live on.",
  },
  {
    heading: "Exams",
    ask: "Is the CEH advised for DevSecOps engineers?",
    topic: "certifications",
    says: "Yes.",
  },
  {
    heading: "Tools",
    ask: "Which scanners does a DevSecOps engineer use?",
    topic: "skills",
    says: "Free ones.",
  },
] as const;

const documentOf = (sections: readonly (typeof THREE)[number][]): string =>
  `---\ntitle: Three sections\npublisher: Example Press\npublished: 2023\n---\n\n${sections
    .map(
      ({ heading, ask, topic, says }) =>
        `## ${heading}\n\n#### ${ask}\n\n> About: DevSecOps engineer · Topics: ${topic}\n>\n> - ${ask.toLowerCase()}\n\n${says}\n`,
    )
    .join("\n")}`;

test.each(THREE)("without the only section that answers it, it is refused: $ask", (section) => {
  const whole = engineOf({ "three.md": documentOf(THREE) });
  const rest = engineOf({ "three.md": documentOf(THREE.filter((other) => other !== section)) });
  const answered = answerQuestion(section.ask, whole);
  expect(answered.kind === "answer" && answered.parts.map(({ text }) => text)).toEqual([section.says]);
  expect(answerQuestion(section.ask, rest).kind).toBe("refusal");
});

test.each(LIBRARY.index.entries.map(({ snippet }) => snippet.question))(
  "an unrelated document changes nothing of the answer to %s",
  (question) => {
    const more = engineOf({ "bread.md": UNRELATED, "roles.md": ROLES, "salaries.md": SALARIES });
    const shown = (engine: typeof LIBRARY): unknown => {
      const reply = answerQuestion(question, engine);
      return reply.kind === "answer" ? { parts: reply.parts, misses: reply.misses } : reply;
    };
    expect(shown(more)).toEqual(shown(LIBRARY));
  },
);
