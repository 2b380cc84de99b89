import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answering/answer-question.ts";
import type { Engine } from "../../src/answering/engine.ts";
import { explainQuestion } from "../../src/answering/explain.ts";
import { SPANISH } from "../../src/languages/spanish.ts";
import { engineOf, GLOSSARY } from "./library.ts";

/** A snippet whose table is figures. */
const snippet = (question: string, facts: string, table: string): string => `#### ${question}

> About: DevOps engineer · Topics: salary
>
> Figures: ${facts}

${table}
`;

const documentOf = (...snippets: readonly string[]): string => `---
title: Figures
publisher: Figures Weekly
published: 2023-01
---

## Pay

${snippets.join("\n")}`;

const CITIES = snippet(
  "What does a DevOps engineer earn and pay by city?",
  "role DevOps engineer; currency not stated; period month; date January 2023",
  `| City | Salary | Salary after taxes | Average rent |
|---|---|---|---|
| Houston | 11,159.75 | 8,141 | 1,303 |
| Dallas | 10,566.83 | 7,736 | 1,450 |
| New York | 11,113.83 | 7,092 | 3,680 |
| Germany | 10,566.83 | 5,000 | 1,100 |`,
);

const COMPANIES = snippet(
  "What do companies pay a DevOps engineer?",
  "role DevOps engineer; currency $; period year; date 2022",
  `| Company | Level | Salary |
|---|---|---|
| Initech | not stated | $137k |
| Globex | not stated | $121k–$140k |
| Hooli | not stated | $93k |
| Umbrella | senior | $250k |`,
);

const BOARDS = snippet(
  "How many job openings are there?",
  "kind job openings; date 2022",
  `| Job board | DevOps engineer | DevSecOps engineer |
|---|---|---|
| Monster | 900 | 40 |
| Dice | 1,200 | 300 |
| Xing | 30 | 80 |`,
);

const ENGINE = engineOf({ "figures.md": documentOf(CITIES, COMPANIES, BOARDS) });

const ask = (question: string, engine: Engine = ENGINE): string => {
  const reply = answerQuestion(question, engine);
  return reply.kind === "answer" ? reply.parts.map(({ text }) => text).join("\n---\n") : reply.kind;
};

const MONTHLY = "(DevOps engineer, per month, currency not stated, January 2023)";

describe("an order over figures", () => {
  test("the second of it is named first, then the order, and its section is cited", () => {
    const reply = answerQuestion("which city has the second highest salary after taxes?", ENGINE);
    expect(reply).toMatchObject({
      kind: "answer",
      parts: [
        {
          text: `Dallas: 7,736, the second highest salary after taxes ${MONTHLY}.

Highest first:
- Houston: 8,141
- Dallas: 7,736
- New York: 7,092
- Germany: 5,000`,
          citations: [{ title: "Figures", section: "Pay" }],
          snippets: ["figures/1"],
        },
      ],
    });
  });

  test("equal figures share their place, in the document's order", () => {
    expect(ask("which city has the third highest salary?")).toMatch(
      /^Dallas: 10,566.83; Germany: 10,566.83, the third highest salary/,
    );
  });

  test("so many as are asked for", () => {
    expect(ask("what are the top 2 cities by salary?")).toBe(`Highest salary first ${MONTHLY}:
- Houston: 11,159.75
- New York: 11,113.83`);
  });

  test("the ranking of a cost begins with the lowest", () => {
    expect(ask("how do cities rank by rent?")).toBe(`Lowest average rent first ${MONTHLY}:
- Germany: 1,100
- Houston: 1,303
- Dallas: 1,450
- New York: 3,680`);
  });

  test("things that are counted are most or fewest, and only those of the role asked for count", () => {
    expect(ask("which job board has the second most DevSecOps openings?"))
      .toBe(`Xing: 80, the second most job openings (DevSecOps engineer, 2022).

Most first:
- Dice: 300
- Xing: 80
- Monster: 40`);
  });

  test("places named in the question narrow it", () => {
    expect(ask("which of Dallas, New York and Houston has the second lowest rent?")).toBe(
      `Dallas: 1,450, the second lowest average rent ${MONTHLY}.

Lowest first:
- Houston: 1,303
- Dallas: 1,450
- New York: 3,680`,
    );
  });

  test("a level of its own is not compared", () => {
    expect(ask("rank the companies by DevOps salary")).toBe(
      `Highest salary first (DevOps engineer, per year, 2022):
- Globex: $121k–$140k
- Initech: $137k
- Hooli: $93k`,
    );
  });
});

describe("a threshold", () => {
  test("leaves the figures that are over it", () => {
    expect(ask("which cities pay a salary of more than 11,000 a month?")).toBe(
      `Salary of over 11,000 ${MONTHLY}:
- Houston: 11,159.75
- New York: 11,113.83`,
    );
  });

  test("of a range both ends must be over it", () => {
    expect(ask("which companies pay a DevOps engineer a salary of over $125k a year?")).toBe(
      `Salary of over $125k (DevOps engineer, per year, 2022):
- Initech: $137k`,
    );
  });

  test("without a period is held against figures whose period is said", () => {
    expect(ask("which cities have a salary over 120k?")).toMatch(
      /^None is over 120k per month\. Salary \(DevOps engineer, per month, .*\):\n- Houston: 11,159.75\n/,
    );
  });

  test("of another period is not compared, and nothing is converted", () => {
    expect(ask("which cities have a salary over 120k a year?")).toMatch(
      /^I cannot say which is over 120k per year: the documents state this per month, and nothing is converted\./,
    );
  });

  test("in another currency is not compared", () => {
    expect(ask("which companies pay a salary over €100k?")).toMatch(
      /^I cannot say which is over €100k: the documents state another currency, and nothing is converted\./,
    );
  });
});

const usesRecords = (question: string, engine: Engine = ENGINE): boolean =>
  explainQuestion(question, engine).some(({ records }) => records !== null);

describe("figures are not ordered", () => {
  test.each([
    { why: "the measure is unknown", question: "which city has the second highest crime rate?" },
    {
      why: "a word narrows what figures do not",
      question: "which city has the second highest salary for juniors?",
    },
    {
      why: "another role is asked for",
      question: "which city has the second highest data scientist salary?",
    },
    { why: "cities are no states", question: "which state has the second highest salary?" },
    { why: "two are a comparison", question: "which of Dallas and Houston has the second highest rent?" },
    { why: "nothing says what has the threshold", question: "can I earn a salary over 100k?" },
    { why: "a taxed salary is not taxes", question: "which city has the second highest taxes?" },
  ])("when $why", ({ question }) => {
    expect(usesRecords(question)).toBe(false);
  });

  test("when fewer than three are alike in date", () => {
    const rows = ["2021", "2022"].map((date) =>
      snippet(
        `What was the salary in ${date}?`,
        `role DevOps engineer; period month; date ${date}`,
        "| City | Salary |\n|---|---|\n| Houston | 1,000 |\n| Dallas | 2,000 |",
      ),
    );
    const engine = engineOf({ "figures.md": documentOf(...rows) });
    expect(usesRecords("which city has the second highest salary?", engine)).toBe(false);
  });

  test("when a reviewed snippet is about the highest", () => {
    const reviewed = CITIES.replace("earn and pay by city?", "pay as rent, and where is rent highest?");
    const engine = engineOf({ "figures.md": documentOf(reviewed) });
    expect(usesRecords("where is rent highest?", engine)).toBe(false);
    expect(usesRecords("where is rent second highest?", engine)).toBe(true);
  });
});

test("two orders in one message get two answers", () => {
  expect(ask("Which city has the second highest salary? Which city has the second lowest rent?")).toMatch(
    /^New York: 11,113.83, the second highest salary [^]*\n---\nHouston: 1,303, the second lowest average rent /,
  );
});

test("a plain article's table is ordered like a reviewed one", () => {
  const engine = engineOf({
    "article.md": `# Living by the sea

## Rent

The rent of a flat in three places, per month.

| City | Monthly rent |
|---|---|
| Houston | €900 |
| Dallas | €700 |
| New York | €2,100 |
`,
  });
  expect(ask("which city has the second lowest rent?", engine)).toMatch(
    /^Houston: €900, the second lowest monthly rent \(per month, .*\)\.\n\nLowest first:\n- Dallas: €700\n/,
  );
});

test("an explanation names the measure, what was asked and the order", () => {
  const [part] = explainQuestion("which city has the second highest rent?", ENGINE);
  expect(part).toMatchObject({
    records: {
      kinds: ["average rent"],
      asked: "position 2",
      groups: [
        {
          subject: "place",
          begins: "highest",
          alike: [
            "average rent",
            "DevOps engineer",
            "level not stated",
            "currency not stated",
            "month",
            "January 2023",
          ],
          order: ["New York", "Dallas", "Houston", "Germany"],
        },
      ],
    },
    decision: { kind: "answer", reason: null, missing: [] },
  });
});

test("the glossary decides which words mean a measure", () => {
  expect(ask("which city has the second highest wage?")).toMatch(
    /^New York: 11,113.83, the second highest salary/,
  );
  expect(GLOSSARY.wordGroups.some((group) => group[0] === "salary" && group.includes("wage"))).toBe(true);
});

describe("in Spanish, around what the documents and the member wrote", () => {
  const ABOUT = "(DevOps engineer, al mes, moneda no indicada, January 2023)";

  test.each<[string, string]>([
    [
      "city with the second highest salary",
      `New York: 11,113.83, el segundo valor más alto de “salary” ${ABOUT}.

De mayor a menor:
- Houston: 11,159.75
- New York: 11,113.83
- Dallas: 10,566.83
- Germany: 10,566.83`,
    ],
    [
      "top 3 cities by salary",
      `De mayor a menor según “salary” ${ABOUT}:
- Houston: 11,159.75
- New York: 11,113.83
- Dallas: 10,566.83`,
    ],
    [
      "which job boards list over 1,000 openings for devops",
      `Cumplen “over 1,000” en “job openings” (DevOps engineer, 2022):
- Dice: 1,200`,
    ],
    [
      "cities with salary over 200k per year",
      `No puedo decir cuáles cumplen “over 200k” al año: los documentos dan estas cifras al mes, y no convierto nada. “Salary” ${ABOUT}:
- Houston: 11,159.75
- New York: 11,113.83
- Dallas: 10,566.83
- Germany: 10,566.83`,
    ],
    [
      "cities with rent under 1",
      `Ningún valor cumple “under 1” al mes. “Average rent” ${ABOUT}:
- Germany: 1,100
- Houston: 1,303
- Dallas: 1,450
- New York: 3,680`,
    ],
  ])("%s", (question, said) => {
    const reply = answerQuestion(question, { ...ENGINE, wording: SPANISH });
    expect(reply.kind === "answer" && reply.parts.map(({ text }) => text).join("\n")).toBe(said);
  });
});
