import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { composeCertificationCard } from "../../src/answering/certification-card.ts";
import { composeComparison } from "../../src/answering/comparison.ts";
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
| Blue Badge | bb | Blue House |
| Red Badge | rb | Red House |
| Green Gate Expert | gge | Green House |
| Great Gadget Expert | gge | Gadget House |

## Topics

| Topic | Name | Words |
|---|---|---|
| definition | What it is | define |
| exam-content | What it covers | domains |
| exam-prerequisites | Prerequisites | requirements |
| exam-format | Exam | exam duration |
| exam-score | Passing score | passing score |
| exam-cost | Cost | price, exam cost |
| cert-renewal | Renewal | renew, valid |
| statistics | Numbers of people | pass rate |
| salary | Salary | salary |
| certifications | Certifications | certification |
`,
  "glossary.md",
);

const snippet = (topic: string, question: string, answer: string): string =>
  `#### ${question}\n\n> About: no role · Topics: ${topic}\n>\n> - ${question.toLowerCase()}\n\n${answer}\n`;

const BADGES = `---
title: Badges
publisher: Blue House
published: 2026
---

## Exam

${snippet("exam-score", "What is the passing score of the Blue Badge?", "70 of 100 points pass the Blue Badge.")}
${snippet("exam-format", "How long is the Blue Badge exam?", "The Blue Badge exam lasts two hours, for 80 questions.")}
${snippet("exam-cost", "How much does the Blue Badge exam cost?", "The Blue Badge exam costs 100 USD as of 2026.")}
${snippet("exam-format", "How long is the Red Badge exam?", "The Red Badge exam lasts three hours, for 90 questions.")}

## About

${snippet("definition", "What is the Blue Badge and who issues it?", "Blue House issues the Blue Badge to auditors.")}
${snippet("certifications", "Is the Blue Badge advised?", "The Blue Badge is advised.")}
${snippet("definition", "What is the Green Gate Expert?", "The Green Gate Expert opens gates.")}
${snippet("definition", "What is the Great Gadget Expert?", "The Great Gadget Expert mends gadgets.")}
`;

const engine = engineOf({ "badges.md": BADGES }, GLOSSARY);
const replyTo = (question: string) => answerQuestion(question, engine);

function badge(name: string) {
  const found = GLOSSARY.entities.find((entity) => entity.name === name);
  if (!found) throw new Error(`the glossary lacks ${name}`);
  return found;
}

describe("a certification's card", () => {
  test("shows what documents state of it in a fixed order, each part with its heading and source", () => {
    const card = composeCertificationCard(badge("Blue Badge"), engine);
    expect(
      card.kind === "answer" &&
        card.parts.map(({ heading, text, citations }) => [heading, text, citations[0].section]),
    ).toEqual([
      ["What it is", "Blue House issues the Blue Badge to auditors.", "About"],
      ["Exam", "The Blue Badge exam lasts two hours, for 80 questions.", "Exam"],
      ["Passing score", "70 of 100 points pass the Blue Badge.", "Exam"],
      ["Cost", "The Blue Badge exam costs 100 USD as of 2026.", "Exam"],
      ["Also said of it", "The Blue Badge is advised.", "About"],
    ]);
  });

  test("has nothing of another certification", () => {
    const card = composeCertificationCard(badge("Red Badge"), engine);
    expect(card.kind === "answer" && card.parts.map(({ text }) => text)).toEqual([
      "The Red Badge exam lasts three hours, for 90 questions.",
    ]);
  });
});

describe("a comparison of certifications", () => {
  const pair = { first: badge("Blue Badge"), second: badge("Red Badge") };

  test("by one facet shows that facet alone", () => {
    const compared = composeComparison({ ...pair, topic: "exam-format" }, engine);
    expect(compared.kind === "answer" && compared.parts.map(({ heading }) => heading)).toEqual([
      "Exam: Blue Badge",
      "Exam: Red Badge",
    ]);
  });

  test("offers each of its facets alone", () => {
    const compared = composeComparison(pair, engine);
    expect(
      compared.kind === "answer" && compared.menu.map(({ label, run }) => [label, run.values["topic"]]),
    ).toEqual([
      ["What it is", "definition"],
      ["Exam", "exam-format"],
      ["Passing score", "exam-score"],
      ["Cost", "exam-cost"],
    ]);
  });

  test.each(["cert-renewal", "salary"])("by what is stated of neither is refused: %s", (topic) => {
    expect(composeComparison({ ...pair, topic }, engine)).toEqual({
      kind: "refusal",
      reason: "topic-not-covered",
      text: "No section answers that for Blue Badge and Red Badge.",
      suggestions: [
        {
          label: "Blue Badge and Red Badge",
          run: { command: "compare", values: { first: "Blue Badge", second: "Red Badge" } },
        },
      ],
    });
  });

  test("with a role says what each is and what is said of one for the other, and not that a role has no price", () => {
    const auditors = `---
title: Auditors
publisher: Blue House
published: 2026
reference: true
---

## About

#### What is an auditor?

> About: Auditor · Topics: definition
>
> - define auditor

An auditor reads the books.

#### Which certification should an auditor get?

> About: Auditor · Topics: certifications
>
> - certification for auditors

The Blue Badge is advised for auditors.
`;
    const both = engineOf({ "badges.md": BADGES, "auditors.md": auditors }, GLOSSARY);
    const compared = composeComparison({ first: badge("Blue Badge"), second: badge("Auditor") }, both);
    expect(compared.kind === "answer" && compared.parts.map(({ heading, text }) => [heading, text])).toEqual([
      ["What it is: Blue Badge", "Blue House issues the Blue Badge to auditors."],
      ["What it is: Auditor", "An auditor reads the books."],
      ["Certifications", "The Blue Badge is advised for auditors."],
    ]);
  });
});

test("two certifications are compared facet by facet, and what is not stated of one is said", () => {
  const compared = composeComparison({ first: badge("Blue Badge"), second: badge("Red Badge") }, engine);
  expect(
    compared.kind === "answer" && compared.parts.map(({ heading, text }) => [heading, text]).slice(1, 5),
  ).toEqual([
    ["Exam: Blue Badge", "The Blue Badge exam lasts two hours, for 80 questions."],
    ["Exam: Red Badge", "The Red Badge exam lasts three hours, for 90 questions."],
    [
      "Passing score: Blue Badge",
      "70 of 100 points pass the Blue Badge.\n\nRed Badge: not stated in the sources.",
    ],
    [
      "Cost: Blue Badge",
      "The Blue Badge exam costs 100 USD as of 2026.\n\nRed Badge: not stated in the sources.",
    ],
  ]);
});

describe("what is asked of a certification", () => {
  test.each([
    "how much does the Red Badge exam cost?",
    "how much is the Red Badge?",
    "what is the passing score of the Red Badge?",
    "how do I renew the Red Badge?",
    "what salary does the Red Badge bring?",
  ])("and is not stated is refused, whatever else is: %s", (question) => {
    expect(replyTo(question).kind).toBe("refusal");
  });

  test("in a few words and without a question mark is told what is missing", () => {
    expect(replyTo("red badge pass rate")).toMatchObject({ kind: "refusal", reason: "topic-not-covered" });
  });

  test("is answered where it is stated", () => {
    expect(replyTo("how much does the Blue Badge exam cost?")).toMatchObject({
      kind: "answer",
      parts: [{ text: "The Blue Badge exam costs 100 USD as of 2026." }],
    });
  });
});

test("an abbreviation of two certifications asks back which issuer's is meant, with a question for each", () => {
  expect(replyTo("what is GGE?")).toMatchObject({
    kind: "clarification",
    text: "GGE can mean Green Gate Expert (Green House) or Great Gadget Expert (Gadget House). Which one do you mean?",
    choices: [{ label: "What is the Green Gate Expert?" }, { label: "What is the Great Gadget Expert?" }],
  });
});

describe("a role that documents only mention", () => {
  const wages = `---
title: Wages
publisher: Blue House
published: 2026
---

## Wages

#### How much does a welder earn in Lisbon?

> About: Welder · Topics: salary
>
> - pay of welders in Lisbon

In Lisbon a welder earns 100 USD a day.
`;
  const withWages = engineOf({ "badges.md": BADGES, "wages.md": wages }, GLOSSARY);

  test.each([
    "auditor pay in Lisbon?",
    "Auditor pay?",
    "what does an auditor earn in Lisbon, wat do they make",
  ])("never gets another one's figures: %s", (question) => {
    const reply = answerQuestion(question, withWages);
    expect(reply).toMatchObject({ kind: "refusal" });
    expect(JSON.stringify("parts" in reply ? reply.parts : [])).not.toContain("100 USD");
  });

  test("is answered by what mentions it", () => {
    const reply = answerQuestion("Who issues the Blue Badge, is it for auditors?", withWages);
    expect(JSON.stringify(reply)).toContain("Blue House issues the Blue Badge to auditors.");
  });
});
