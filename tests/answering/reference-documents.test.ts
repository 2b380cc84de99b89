import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import { engineOf, ROLES } from "./library.ts";

const front = (title: string): string => `---
title: ${title}
publisher: Bureau
published: 2025-05
url: https://bureau.example/${title.toLowerCase()}
reference: true
---
`;

/** What is stated of one role, of two years, and of one certification. */
const SCIENTIST = `${front("Scientists")}
## Pay

#### How much do data scientists earn?

> About: Data scientist · Topics: salary
>
> - data scientist income

Data scientists earned 112,000 USD a year in May 2025, all levels together.

#### How much did data scientists earn in May 2024?

> About: Data scientist · Topics: salary
>
> - data scientist income before

Data scientists earned 108,000 USD a year in May 2024.

## The job

#### What is a data scientist?

> About: Data scientist · Topics: definition
>
> - data science explained

A data scientist finds patterns in data.
`;

const CISSP = `${front("CISSP")}
## The exam

#### What is the CISSP and who issues it?

> About: no role · Topics: definition
>
> - cissp meaning

ISC2 issues the CISSP.

#### How many questions does the CISSP have?

> About: no role · Topics: certifications
>
> - cissp number of questions

The CISSP has 100 to 150 questions.
`;

const engine = engineOf({ "roles.md": ROLES, "scientist.md": SCIENTIST, "cissp.md": CISSP });

/** The texts of an answer, or what came instead. */
function told(question: string): readonly string[] {
  const reply = answerQuestion(question, engine);
  return reply.kind === "answer" ? reply.parts.map(({ text }) => text) : [reply.kind];
}

describe("a document for reference", () => {
  test("answers what names what it is about", () => {
    expect(told("what does a data scientist earn")).toContain(
      "Data scientists earned 112,000 USD a year in May 2025, all levels together.",
    );
    expect(told("who issues the CISSP?")).toContain("ISC2 issues the CISSP.");
  });

  test("answers nothing that does not name it, however near", () => {
    for (const question of [
      "who finds patterns in data?",
      "how many questions does it have?",
      "income before",
    ])
      expect(told(question).join(" ")).not.toMatch(/patterns|questions|USD/);
  });

  test("changes neither the thresholds nor the words of the articles", () => {
    const alone = engineOf({ "roles.md": ROLES });
    expect(engine.policy).toEqual(alone.policy);
    expect(engine.index.entries).toHaveLength(alone.index.entries.length);
    expect(engine.index.idf("patterns")).toBe(alone.index.idf("patterns"));
  });

  test("defines a name that stands alone", () => {
    expect(told("data scientist")[0]).toBe("A data scientist finds patterns in data.");
    expect(told("CISSP?")[0]).toBe("ISC2 issues the CISSP.");
  });

  test("states of a year what it states of that year, and of others nothing", () => {
    expect(told("what did data scientists earn in 2024")).toEqual([
      "Data scientists earned 108,000 USD a year in May 2024.",
    ]);
    expect(told("what will data scientists earn in 2030")).toEqual(["refusal"]);
  });

  test("states no amount in another currency than its own", () => {
    expect(told("what does a data scientist earn in euros")).toEqual(["refusal"]);
  });

  test("does not tell a level what all levels earn", () => {
    expect(told("what does a junior data scientist earn")).toEqual(["refusal"]);
  });

  test("is silent on topics that it has nothing on", () => {
    expect(told("which skills does a data scientist need")).toEqual(["refusal"]);
    expect(told("daily tasks of a data scientist")).toEqual(["refusal"]);
  });

  test("says of a part that both shelves miss only what neither has", () => {
    const reply = answerQuestion("what does a data scientist earn in Germany", engine);
    expect(reply.kind === "refusal" && reply.text).toMatch(/^The documents say nothing on Germany\./);
  });

  test("is read by its own names within a message about an article's role", () => {
    const texts = told("what does a devops engineer do, and who issues the CISSP?");
    expect(texts).toContain("ISC2 issues the CISSP.");
    expect(texts.length).toBeGreaterThan(1);
  });
});
