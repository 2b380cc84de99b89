import { beforeAll, describe, expect, test } from "vitest";
import { describeChart, type Chart } from "../../src/answering/chart.ts";
import type { Reply } from "../../src/answering/reply.ts";
import { createAssistant, type Assistant } from "../../src/guilds/assistant.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { engineOf } from "./library.ts";

function chartIn(reply: Reply): Chart | undefined {
  return reply.kind === "answer" ? reply.chart : undefined;
}

const textOf = (reply: Reply): string =>
  reply.kind === "answer" ? reply.parts.map(({ text }) => text).join("\n") : reply.kind;

/** A chart as its rows read, or nothing. */
const rowsOf = (reply: Reply): readonly string[] | undefined =>
  chartIn(reply)?.rows.map(({ label, bars }) => `${label}: ${bars.map(({ text }) => text).join(" / ")}`);

const answering = (facts: string, table: string): Assistant =>
  createAssistant(
    engineOf({
      "figures.md": `---
title: Figures
publisher: Example Press
published: 2023-01
---

## Pay

#### How much does a DevOps engineer earn?

> About: DevOps engineer, DevSecOps engineer · Topics: salary
>
> Figures: date January 2023${facts}

${table}
`,
    }),
  );

const devops = { role: "DevOps engineer" };
const both = { first: "DevOps engineer", second: "DevSecOps engineer" };

describe("with the documents that come with Rolecall", () => {
  let shipped: Assistant;
  beforeAll(async () => {
    shipped = createAssistant(await loadEngine(SHIPPED_FOLDER));
  }, 60_000);

  test("a role's salary is drawn by place, gross beside take-home, in the order of the text", () => {
    expect(describeChart(chartIn(shipped.run("salary", devops)) ?? fail())).toEqual([
      "Bar chart. DevOps engineer: salary and take-home pay by place, per month, currency not stated, January 2023.",
      "San Francisco: Salary 12,169.50, Take-home pay 3,382.60.",
      "Boston: Salary 11,682.75, Take-home pay 3,658.60.",
      "Houston, TX: Salary 11,159.75, Take-home pay 5,875.50.",
      "New York, NY: Salary 11,113.83, Take-home pay 1,974.90.",
      "Dallas, TX: Salary 10,566.83, Take-home pay 5,182.10.",
      "Source: 4 Key Differences Between DevOps and DevSecOps, Boot.dev, January 2023.",
    ]);
  });

  test("in Spanish the fixed words are Spanish; names and figures stay as they are printed", () => {
    const chart = chartIn(shipped.in("es-ES").run("salary", devops)) ?? fail();
    expect(chart).toMatchObject({ language: "es", shown: undefined });
    expect(describeChart(chart)).toMatchInlineSnapshot(`
      [
        "Gráfico de barras. DevOps engineer: salary y take-home pay por lugar, al mes, moneda no indicada, January 2023.",
        "San Francisco: Salary 12,169.50, Take-home pay 3,382.60.",
        "Boston: Salary 11,682.75, Take-home pay 3,658.60.",
        "Houston, TX: Salary 11,159.75, Take-home pay 5,875.50.",
        "New York, NY: Salary 11,113.83, Take-home pay 1,974.90.",
        "Dallas, TX: Salary 10,566.83, Take-home pay 5,182.10.",
        "Fuente: 4 Key Differences Between DevOps and DevSecOps, Boot.dev, enero de 2023.",
      ]
    `);
  });

  test("two roles are drawn by what is stated alike for both", () => {
    expect(describeChart(chartIn(shipped.run("compare", both)) ?? fail())).toEqual([
      "Bar chart. Job openings by platform, January 2023.",
      "LinkedIn: DevOps engineer 164k, DevSecOps engineer 14k.",
      "Indeed: DevOps engineer 8,642, DevSecOps engineer 8,644.",
      "Glassdoor: DevOps engineer 4,335, DevSecOps engineer 4,318.",
      "Source: 4 Key Differences Between DevOps and DevSecOps, Boot.dev, January 2023.",
    ]);
  });

  test.each([
    ["salary", devops],
    ["role", { name: "DevOps engineer", topic: "salary" }],
    ["compare", both],
    ["ask", { question: "how much do devops engineers earn" }],
    ["ask", { question: "rank cities by salary" }],
    ["ask", { question: "devops salary by city" }],
  ])("the text of /%s %o prints every figure of its chart", (command, values) => {
    const reply = shipped.run(command, values);
    const bars = chartIn(reply)?.rows.flatMap((row) => row.bars) ?? [];
    expect(bars.length).toBeGreaterThanOrEqual(3);
    for (const { text } of bars) expect(textOf(reply)).toContain(text);
  });

  test.each([
    ["salary", { role: "DevSecOps engineer" }],
    ["salary", { ...devops, place: "Boston" }],
    ["role", { name: "DevOps engineer" }],
    ["role", { name: "DevOps engineer", topic: "skills" }],
    ["compare", { ...both, topic: "salary" }],
    ["ask", { question: "which city has the cheapest rent" }],
    ["ask", { question: "what does a devops engineer do" }],
  ])("nothing is drawn for /%s %o", (command, values) => {
    expect(chartIn(shipped.run(command, values))).toBeUndefined();
  });
});

const employers = (...rows: readonly string[]): string =>
  ["| Employer | Role | Level | Salary | Period | Note |", "|---|---|---|---|---|---|", ...rows].join("\n");

const salaryBy = (...rows: readonly string[]): Reply =>
  answering("", employers(...rows)).run("salary", devops);

const salaryIn = (third: string): Reply =>
  answering(
    "; role DevOps engineer; period month",
    `| City | Salary |\n|---|---|\n| Houston | 11,000 |\n| Dallas | 10,000 |\n| ${third} | 9,000 |`,
  ).run("salary", devops);

const comparedBy = (...rows: readonly string[]): Reply =>
  answering("", employers(...rows)).run("compare", both);

describe("records are drawn together only where they are alike:", () => {
  const alike = [
    "| Acme | DevOps engineer | – | $90k | year | – |",
    "| Globex | DevOps engineer | – | $80k–$95k | year | – |",
    "| Initech | DevOps engineer | – | $70k | year | – |",
  ] as const;
  test("three that are, with ranges as ranges", () => {
    const reply = salaryBy(...alike);
    expect(rowsOf(reply)).toEqual(["Acme: $90k", "Globex: $80k–$95k", "Initech: $70k"]);
    expect(chartIn(reply)).toMatchObject({
      title: "DevOps engineer: salary by employer",
      unit: "per year, January 2023",
      series: ["Salary"],
      left: 0,
      shown: undefined,
      language: "en",
    });
    expect(chartIn(reply)?.rows[1]?.bars).toEqual([{ text: "$80k–$95k", low: 80_000, high: 95_000 }]);
  });

  test.each([
    ["currency", "| Initech | DevOps engineer | – | €70k | year | – |"],
    ["period", "| Initech | DevOps engineer | – | $7k | month | – |"],
    ["role", "| Initech | DevSecOps engineer | – | $70k | year | – |"],
    ["level", "| Initech | DevOps engineer | Senior | $70k | year | – |"],
    ["what the source says of it", "| Initech | DevOps engineer | – | $70k | year | median |"],
  ])("not with another %s", (_, other) => {
    expect(chartIn(salaryBy(alike[0], alike[1], other))).toBeUndefined();
  });

  test("not a state beside cities", () => {
    expect(rowsOf(salaryIn("New York"))).toEqual(["Houston: 11,000", "Dallas: 10,000", "New York: 9,000"]);
    expect(chartIn(salaryIn("Texas"))).toBeUndefined();
  });

  test.each([
    ["currency", "| Globex | DevSecOps engineer | – | €95k | year | – |"],
    ["period", "| Globex | DevSecOps engineer | – | $9k | month | – |"],
    ["level", "| Globex | DevSecOps engineer | Senior | $95k | year | – |"],
    ["what the source says of it", "| Globex | DevSecOps engineer | – | $95k | year | median |"],
  ])("nor two roles with another %s", (_, other) => {
    const first = alike.map((row) => row.replace("DevOps", "DevSecOps"));
    expect(rowsOf(comparedBy(...alike, ...first))).toHaveLength(3);
    const rows = rowsOf(comparedBy(...alike, first[0] ?? "", other, first[2] ?? ""));
    expect(rows).toEqual(["Acme: $90k / $90k", "Initech: $70k / $70k"]);
  });

  test("a comparison needs both roles at each", () => {
    const second = alike.map((row) => row.replace("DevOps", "DevSecOps").replace("0k |", "5k |"));
    const reply = comparedBy(...alike, ...second);
    expect(rowsOf(reply)).toEqual([
      "Acme: $90k / $95k",
      "Globex: $80k–$95k / $80k–$95k",
      "Initech: $70k / $75k",
    ]);
    expect(textOf(reply)).toContain("- Acme: $90k (DevOps engineer), $95k (DevSecOps engineer)");
    expect(chartIn(comparedBy(...alike, second[0] ?? ""))).toBeUndefined();
  });
});

test("of more than twelve the first are drawn, and it says how many are left", () => {
  const rows = Array.from(
    { length: 15 },
    (_, at) => `| Acme ${at} | DevOps engineer | – | $${90 - at}k | year | – |`,
  );
  const chart = chartIn(answering("", employers(...rows)).run("salary", devops)) ?? fail();
  expect(chart.rows).toHaveLength(12);
  expect(chart).toMatchObject({ left: 3, shown: "12 of 15 shown." });
  expect(describeChart(chart)).toContain("And 3 more.");
});

test("a long title leaves room for publisher and date", () => {
  const chart = chartIn(
    createAssistant(
      engineOf({
        "figures.md": `---
title: ${"Pay ".repeat(60)}
publisher: Example Press
published: 2023-01
---

## Pay

#### How much does a DevOps engineer earn?

> About: DevOps engineer, DevSecOps engineer · Topics: salary
>
> Figures: role DevOps engineer; period month

| City | Salary |
|---|---|
| Houston | 11,000 |
| Dallas | 10,000 |
| New York | 9,000 |
`,
      }),
    ).run("salary", devops),
  );
  expect(chart?.source).toMatch(/^Source: (?:Pay )+(?:P|Pa|Pay)?…, Example Press, January 2023$/);
});

function fail(): never {
  throw new Error("The answer has no chart.");
}
