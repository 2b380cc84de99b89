import { describe, expect, test } from "vitest";
import { describeChart } from "../../src/answering/chart.ts";
import { findConflicts } from "../../src/answering/conflicts.ts";
import type { Engine } from "../../src/answering/engine.ts";
import type { Answer } from "../../src/answering/reply.ts";
import { composeSalary } from "../../src/answering/salary-card.ts";
import { engineOf, GLOSSARY } from "./library.ts";

interface Wages {
  readonly publisher: string;
  readonly year: number;
  readonly median: string;
}

/** A release of a yearly statistic. */
function release({ publisher, year, median }: Wages): string {
  return `---
title: Wages of ${year}
publisher: ${publisher}
published: ${year}-05
---

## Wages

#### How much did a DevOps engineer earn in ${year}?

> About: DevOps engineer · Topics: salary
>
> Figures: role DevOps engineer; place Texas; currency USD; period year; date May ${year}
>
> - devops pay ${year}

| Kind | Amount |
|---|---|
| Salary (median) | ${median} |
| Salary (90th percentile) | ${median.replace(/^1/, "2")} |
`;
}

const BUREAU = [
  { publisher: "Bureau", year: 2024, median: "124,000" },
  { publisher: "Bureau", year: 2025, median: "129,000" },
  { publisher: "Bureau", year: 2023, median: "120,000" },
];

const engineWith = (...wages: readonly Wages[]): Engine =>
  engineOf(Object.fromEntries(wages.map((each, at) => [`${at}.md`, release(each)])));

const DEVOPS = GLOSSARY.entities.find(({ name }) => name === "DevOps engineer");

function salaryAnswer(engine: Engine): Answer {
  if (!DEVOPS) throw new Error("The glossary lacks the role.");
  const reply = composeSalary({ role: DEVOPS }, engine);
  if (reply.kind !== "answer") throw new Error(reply.text);
  return reply;
}

const partsIn = (engine: Engine): readonly (readonly [text: string, sources: readonly string[]])[] =>
  salaryAnswer(engine).parts.map(({ text, citations }) => [text, citations.map(({ title }) => title)]);

function chartIn(engine: Engine): readonly string[] {
  const { chart } = salaryAnswer(engine);
  return chart ? describeChart(chart) : [];
}

describe("figures of several releases", () => {
  test("show the newest whole and the median of the earlier ones in a line, each release cited", () => {
    expect(partsIn(engineWith(...BUREAU))).toEqual([
      [
        "**Texas** — salary per year, USD, May 2025\n- DevOps engineer: median 129,000, 90th percentile 229,000",
        ["Wages of 2025"],
      ],
      [
        "Earlier, salary (median): May 2024: 124,000 USD; May 2023: 120,000 USD.",
        ["Wages of 2024", "Wages of 2023"],
      ],
    ]);
  });

  test("leave the earlier ones for later where there is little room", () => {
    const { parts } = salaryAnswer(engineWith(...BUREAU));
    expect(parts.map(({ isSupplement = false }) => isSupplement)).toEqual([false, true]);
  });

  test("are drawn as bars, the earliest first, each with its date", () => {
    expect(chartIn(engineWith(...BUREAU))).toEqual([
      "Bar chart. DevOps engineer: salary (median) by date, Texas, per year, USD.",
      "May 2023: 120,000.",
      "May 2024: 124,000.",
      "May 2025: 129,000.",
      "Source: Bureau, May 2023, May 2024, May 2025.",
    ]);
  });

  test("are not drawn when they are two", () => {
    expect(chartIn(engineWith(...BUREAU.slice(0, 2)))).toEqual([]);
  });

  test("do not contradict each other", () => {
    expect(findConflicts(engineWith(...BUREAU))).toEqual([]);
  });

  test("still contradict another publisher's", () => {
    const other = { publisher: "Survey Press", year: 2022, median: "90,000" };
    const [conflict] = findConflicts(engineWith(...BUREAU, other));
    expect(conflict?.claims.map(({ amount, date }) => `${date}: ${amount.text}`)).toEqual([
      "May 2025: 129,000",
      "May 2022: 90,000",
    ]);
  });

  test("of another publisher are no earlier ones", () => {
    const other = { publisher: "Survey Press", year: 2022, median: "90,000" };
    const wages = engineWith({ publisher: "Bureau", year: 2025, median: "129,000" }, other);
    expect(partsIn(wages).map(([, sources]) => sources)).toEqual([["Wages of 2025"], ["Wages of 2022"]]);
  });
});
