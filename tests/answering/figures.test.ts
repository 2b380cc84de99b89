import { describe, expect, test } from "vitest";
import { describeAmount, describeFigures, figureSubjects, findFigures } from "../../src/answering/figures.ts";
import { NOT_STATED, type Figure } from "../../src/knowledge/document.ts";
import { cited, engineOf, LIBRARY, SALARIES } from "./library.ts";

const figure = (given: Partial<Figure> & { readonly printed: string }): Figure => ({
  kind: "salary",
  place: NOT_STATED,
  employer: NOT_STATED,
  platform: NOT_STATED,
  role: "DevOps engineer",
  level: NOT_STATED,
  amount: { text: given.printed, low: 1, high: 1 },
  currency: NOT_STATED,
  period: NOT_STATED,
  date: NOT_STATED,
  note: NOT_STATED,
  ...given,
});

test.each([
  { printed: "11,159.75", currency: NOT_STATED, note: NOT_STATED, shown: "11,159.75" },
  { printed: "$137k", currency: "$", note: NOT_STATED, shown: "$137k" },
  { printed: "45,000–60,000", currency: "EUR", note: NOT_STATED, shown: "45,000–60,000 EUR" },
  { printed: "$137k", currency: "$", note: "median", shown: "$137k (median)" },
])("an amount stays as printed: $shown", ({ shown, ...given }) => {
  expect(describeAmount(figure(given))).toBe(shown);
});

const describeAll = (facts: string, table: string): string | undefined => {
  const engine = engineOf({
    "figures.md": `---
title: Figures
publisher: Example Press
published: 2023-01
---

## Pay

#### How much does a DevOps engineer earn?

> About: DevOps engineer · Topics: salary
>
> Figures: role DevOps engineer; ${facts}

${table}
`,
  });
  return describeFigures(findFigures({ role: "role:devops-engineer" }, engine), engine)?.text;
};

describe("a figure keeps", () => {
  test.each([
    {
      what: "period, missing currency, place and date",
      facts: "currency not stated; period month; date January 2023",
      table: "| City | Salary | Rent |\n|---|---|---|\n| Houston | 11,159.75 | 1,303 |",
      text: "**Houston** — DevOps engineer, per month, currency not stated, January 2023\n- Salary: 11,159.75\n- Rent: 1,303",
    },
    {
      what: "a currency that the source prints",
      facts: "currency EUR; period year; date 2022",
      table: "| City | Salary |\n|---|---|\n| Houston | 90,000 |",
      text: "**Houston** — DevOps engineer, per year, 2022\n- Salary: 90,000 EUR",
    },
    {
      what: "that its period is not stated",
      facts: "currency USD; date 2022",
      table: "| City | Salary |\n|---|---|\n| Houston | 90,000 |",
      text: "**Houston** — DevOps engineer, period not stated, 2022\n- Salary: 90,000 USD",
    },
    {
      what: "the document's date where it states none",
      facts: "currency USD; period year",
      table: "| City | Salary |\n|---|---|\n| Houston | 90,000 |",
      text: "**Houston** — DevOps engineer, per year, 2023-01\n- Salary: 90,000 USD",
    },
    {
      what: "level, note and the employer's place",
      facts: "currency USD; period year; date 2022; note median",
      table:
        "| Company | City | Level | Salary |\n|---|---|---|---|\n| Initech | Houston | senior | 90,000–95,000 |",
      text: "**Initech** — DevOps engineer (senior), Houston, per year, 2022\n- Salary: 90,000–95,000 USD (median)",
    },
    {
      what: "no currency or period where it counts things",
      facts: "date 2022",
      table: "| Job board | Job openings |\n|---|---|\n| Indeed | 8,644 |",
      text: "**Indeed** — DevOps engineer, 2022\n- Job openings: 8,644",
    },
  ])("$what", ({ facts, table, text }) => {
    expect(describeAll(facts, table)).toBe(text);
  });
});

test("subjects of one figure each are a list, a line each", () => {
  expect(
    describeAll(
      "currency USD; period year; date 2022",
      "| City | Salary |\n|---|---|\n| Houston | 90,000 |\n| Dallas | 80,000 |",
    ),
  ).toBe(
    "- Houston, DevOps engineer: 90,000 USD, per year, 2022\n- Dallas, DevOps engineer: 80,000 USD, per year, 2022",
  );
});

test("subjects of several figures are groups", () => {
  expect(
    describeAll(
      "currency USD; period month; date 2022",
      "| City | Salary | Rent |\n|---|---|---|\n| Houston | 9,000 | 1,303 |\n| Dallas | 8,000 | 1,584 |",
    ),
  ).toBe(
    "**Houston** — DevOps engineer, per month, 2022\n- Salary: 9,000 USD\n- Rent: 1,303 USD\n\n**Dallas** — DevOps engineer, per month, 2022\n- Salary: 8,000 USD\n- Rent: 1,584 USD",
  );
});

test("figures from two sections carry both citations, each once", () => {
  const described = describeFigures(findFigures({ role: "role:devops-engineer" }, LIBRARY), LIBRARY);
  expect(described && { ...described, text: "" }).toEqual({
    heading: undefined,
    text: "",
    citations: [cited("salaries/By city"), cited("salaries/By employer")],
    snippets: ["salaries/1", "salaries/2"],
  });
});

test("no figures are described by nothing", () => {
  expect(describeFigures([], LIBRARY)).toBeUndefined();
});

test.each([
  { filter: {}, amounts: ["11,159.75", "1,303", "11,113.83", "3,680", "$137k", "$121k–$140k"] },
  { filter: { subject: "place:houston" }, amounts: ["11,159.75", "1,303"] },
  { filter: { subject: "place:texas" }, amounts: ["11,159.75", "1,303"] },
  { filter: { subject: "employer:initech" }, amounts: ["$137k"] },
  { filter: { kinds: ["rent"] }, amounts: ["1,303", "3,680"] },
  { filter: { subject: "place:dallas" }, amounts: [] },
  { filter: { role: "role:devsecops-engineer" }, amounts: [] },
])("the figures of $filter are $amounts", ({ filter, amounts }) => {
  const engine = engineOf({ "salaries.md": SALARIES });
  expect(findFigures(filter, engine).map((found) => found.figure.amount.text)).toEqual(amounts);
});

test("the subjects of figures are the places and employers that have one", () => {
  expect(figureSubjects(LIBRARY).map(({ name }) => name)).toEqual([
    "Houston",
    "New York",
    "Initech",
    "Globex",
  ]);
});
