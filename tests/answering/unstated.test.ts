import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { engineOf } from "./library.ts";

const GLOSSARY = parseGlossary(
  `# Glossary

## Roles

| Name | Also written |
|---|---|
| Auditor | |
| Welder | |

## Certifications

| Name | Also written | Issuer |
|---|---|---|
| Blue Badge | | Blue House |
| Green Badge | | Blue House |
| Red Badge | | Red House |

## Organizations

| Name | Also written |
|---|---|
| Blue House | |
| Gadget Works | |

## Tools

| Name | Also written |
|---|---|
| Abacus | |

## Degrees

| Name | Also written |
|---|---|
| Master's degree | a masters |

## Topics

| Topic | Name | Words |
|---|---|---|
| definition | What it is | define |
| exam-format | Exam | exam duration |
| exam-cost | Cost | price, fee, exam cost |
| exam-retake | Retaking an exam | retake, second attempt |
| cert-renewal | Validity | valid, expire |
| exam-results | When the result comes | my result |
| becoming | How to become one | become |
| work-hours | Working hours | overtime |
| salary | Salary | salary, pay, earn |
| certifications | Certifications | certification |
`,
  "glossary.md",
);

const snippet = (about: string, question: string, answer: string): string =>
  `#### ${question}\n\n> About: ${about}\n>\n> - ${question.toLowerCase()}\n\n${answer}\n`;

const front = (title: string): string => `---
title: ${title}
publisher: Blue House
published: 2026
reference: true
---
`;

const BADGES = `${front("Badges")}
## Exam

${snippet("no role · Topics: exam-format", "How long is the Blue Badge exam?", "The Blue Badge exam lasts two hours.")}
${snippet("no role · Topics: exam-cost", "How much does the Blue Badge exam cost?", "The Blue Badge exam costs 100 USD.")}
${snippet("no role · Topics: exam-cost", "How much does the Red Badge exam cost?", "The Red Badge exam costs 200 USD.")}
${snippet("no role · Topics: exam-format, exam-retake", "When can a failed Red Badge exam be taken again?", "After a retake of the Red Badge fails, 30 days must pass.")}
${snippet("no role · Topics: definition", "What is the Blue Badge and who issues it?", "Blue House issues the Blue Badge.")}
${snippet("no role · Topics: certifications", "Who is the Blue Badge certification for?", "The Blue Badge certification is for careful people.")}
${snippet("no role · Topics: cert-renewal", "How long is the Green Badge valid?", "The Green Badge lasts a long time, three years.")}
${snippet("no role · Topics: definition", "What is the Red Badge and who issues it?", "By a guide of 2026, Red House issues the Red Badge.")}
`;

const AUDITORS = `${front("Auditors")}
## About

${snippet("Auditor · Topics: definition", "What is an auditor?", "An auditor reads the books.")}
${snippet("Auditor · Topics: becoming", "How do I become an auditor?", "Auditors begin as clerks.")}
${snippet("Auditor · Topics: salary", "How much do auditors earn?", "Auditors earned 90,000 USD a year in 2025.")}
`;

const engine = engineOf({ "badges.md": BADGES, "auditors.md": AUDITORS }, GLOSSARY);

/** The texts of an answer, or what a refusal says. */
function told(question: string): readonly string[] {
  const reply = answerQuestion(question, engine);
  return reply.kind === "answer" ? reply.parts.map(({ text }) => text) : [reply.kind];
}

function refusal(question: string) {
  const reply = answerQuestion(question, engine);
  return {
    text: reply.kind === "refusal" ? reply.text : reply.kind,
    offers: reply.kind === "refusal" ? reply.suggestions.map(({ label }) => label) : [],
  };
}

describe("what documents state is still answered beside what they do not", () => {
  test.each([
    ["how much does the Blue Badge exam cost?", "The Blue Badge exam costs 100 USD."],
    ["when can I retake the Red Badge?", "After a retake of the Red Badge fails, 30 days must pass."],
    ["what does an auditor earn", "Auditors earned 90,000 USD a year in 2025."],
    ["what is the exam cost of the Blue Badge and the Red Badge?", "The Blue Badge exam costs 100 USD."],
  ])("%s", (question, text) => {
    expect(told(question)).toContain(text);
  });
});

describe("what no document states of what it is about is refused", () => {
  test.each([
    ["only the name is said", "does the Blue Badge exam have lasers"],
    [
      "how long it lasts is asked of an exam, and only that of a certificate is said",
      "how long is the Green Badge exam",
    ],
    [
      "only the name and a word for certifications are said",
      "does the Blue Badge certification smell of cheese",
    ],
    ["what turns the question is not said", "how much is the fee of a Blue Badge retake"],
    ["another thing of the certification is said", "when do I get my result of the Blue Badge exam"],
    ["one of several is said", "how much does the Blue Badge exam cost at the cheapest"],
    ["a number is asked for, and a year is said", "how many people issue the Red Badge"],
    ["pay is said, but of nobody's firm", "how much do auditors earn at Gadget Works"],
    [
      "pay is said, but not what else is asked of it",
      "what pay do auditors earn for juggling tigers and elephants",
    ],
    ["how to become one is said, but not with a tool", "do I need an abacus to become an auditor"],
    ["becoming one is said, but not the degree", "how can clerks with a masters become auditors"],
    [
      "each of two names is said, but not both together",
      "does the Blue Badge exam help with the Red Badge exam",
    ],
  ])("where %s: %s", (_, question) => {
    expect(told(question)).toEqual(["refusal"]);
  });
});

describe("a refusal", () => {
  test.each(["which is heavier, Blue Badge or Red Badge?", "is the Blue Badge or the Red Badge heavier"])(
    "offers to set side by side what is asked to be weighed: %s",
    (question) => {
      expect(refusal(question).offers[0]).toBe("Blue Badge and Red Badge");
      expect(refusal("which is heavier, the Blue Badge?").offers).not.toContain("Blue Badge and Red Badge");
    },
  );

  test("names the facet that is not said", () => {
    expect(refusal("can I retake the Blue Badge").text).toBe(
      "No section answers that for Blue Badge; the nearest ones say nothing of “retaking an exam”.",
    );
  });

  test("names the words that are not said of a role, and a degree among them", () => {
    expect(refusal("is a masters enough for an auditor").text).toContain("say nothing of “a masters”");
  });

  test("offers what is said of the certification that was asked about before what is said of others", () => {
    const { offers } = refusal("can I retake the Blue Badge");
    expect(offers).toHaveLength(3);
    expect(offers.every((label) => label.includes("Blue Badge"))).toBe(true);
  });
});
