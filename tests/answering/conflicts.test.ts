import { describe, expect, test } from "vitest";
import { findConflicts } from "../../src/answering/conflicts.ts";
import type { Engine } from "../../src/answering/engine.ts";
import { composeConflicts, composeStale } from "../../src/answering/upkeep.ts";
import { renderReply } from "../../src/discord/render/reply.ts";
import { createAssistant } from "../../src/guilds/assistant.ts";
import { SPANISH } from "../../src/languages/spanish.ts";
import { readPage } from "../discord/support/read-page.ts";
import { engineOf, LIBRARY, SALARIES } from "./library.ts";

/** A plain article, as a server adds one. */
function article(publisher: string, published: string, text: string): string {
  const site = `https://${publisher.toLowerCase().replaceAll(" ", "-")}.example`;
  return `---\ntitle: ${publisher} guide\npublisher: ${publisher}\npublished: ${published}\nurl: ${site}\nanchors: headings\n---\n\n${text}\n`;
}

/** Two articles, the older one first. */
const both = (older: string, newer: string): Engine =>
  engineOf({
    "a.md": article("Old Press", "2022-03-04", older),
    "b.md": article("New Press", "2025-05", newer),
  });

const amountsIn = (engine: Engine): readonly string[] =>
  findConflicts(engine).map(({ claims }) => claims.map(({ amount }) => amount.text).join(" ≠ "));

const MORE_SALARIES = SALARIES.replace("Salaries by city", "Pay of the year")
  .replace("Figures Weekly", "City Data")
  .replace("published: 2023-01", "published: 2025-06")
  .replaceAll("January 2023", "June 2025");

describe("documents differ", () => {
  test.each([
    ["The CEH exam costs $350.", "## CEH\n\nExam fee: $499", ["$499 ≠ $350"]],
    ["## CEH\n\nThe exam fee is $350.", "The fee for the CEH is 499 USD.", ["499 USD ≠ $350"]],
    ["The CEH is valid for three years.", "The CEH expires after 2 years.", ["2 years ≠ three years"]],
    ["The CEH exam has 125 questions.", "The CEH exam has 150 questions.", ["150 questions ≠ 125 questions"]],
    [
      "A DevOps engineer in Houston earns $90,000 a year.",
      "DevOps engineers in Houston earn $120k per year.",
      ["$120k ≠ $90,000"],
    ],
    [
      "| Certification | Exam fee |\n|---|---|\n| CEH | $350 |\n| CISSP | $749 |",
      "The CEH exam costs $499. The CISSP exam costs $749.",
      ["$499 ≠ $350"],
    ],
  ])("on %j and %j", (older, newer, amounts) => {
    expect(amountsIn(both(older, newer))).toEqual(amounts);
  });

  test("with the date that an amount states for itself", () => {
    const [conflict] = findConflicts(
      both("The CEH exam costs $350.", "The CEH exam fee in July 2019 is $300."),
    );
    expect(conflict?.claims.map(({ amount, date }) => `${amount.text}, ${date}`)).toEqual([
      "$350, 2022-03-04",
      "$300, July 2019",
    ]);
  });

  test("on the figures of tables that agree in all but the amount", () => {
    const other = MORE_SALARIES.replace("11,159.75", "12,400").replace("$137k", "$150k");
    expect(amountsIn(engineOf({ "a.md": SALARIES, "b.md": other }))).toEqual([
      "12,400 ≠ 11,159.75",
      "$150k ≠ $137k",
    ]);
  });
});

describe("documents do not differ", () => {
  test.each([
    ["the amount is the same", "The CEH exam costs $1,199.", "The CEH exam fee is $1.199k."],
    ["it is rounded", "A DevOps engineer earns $137,400 a year.", "A DevOps engineer earns $137k a year."],
    ["it lies in the range", "The CEH exam costs $350.", "The CEH exam costs $300–$400."],
    ["the certification is another", "The CEH exam costs $350.", "The CISSP exam costs $749."],
    ["it is said of two", "The CEH exam costs $350.", "The CEH and CISSP exams cost $749."],
    [
      "the place is another",
      "A DevOps engineer in Houston earns $90k a year.",
      "A DevOps engineer in Dallas earns $99k a year.",
    ],
    [
      "the place is open",
      "A DevOps engineer in Houston earns $90k a year.",
      "A DevOps engineer earns $99k a year.",
    ],
    [
      "the place stands in the heading",
      "## In Houston\n\nA DevOps engineer earns $90k a year.",
      "## In Dallas\n\nA DevOps engineer earns $99k a year.",
    ],
    [
      "the place stands in the sentence before",
      "Houston is cheap. A DevOps engineer earns $90k a year.",
      "A DevOps engineer earns $99k a year.",
    ],
    [
      "the level is another",
      "A senior DevOps engineer earns $150k a year.",
      "A DevOps engineer earns $99k a year.",
    ],
    [
      "one is an average",
      "On average a DevOps engineer earns $90k a year.",
      "A DevOps engineer earns $99k a year.",
    ],
    [
      "one is the highest",
      "A DevOps engineer earns up to $190k a year.",
      "A DevOps engineer earns $99k a year.",
    ],
    [
      "one is after taxes",
      "A DevOps engineer earns $70k a year after taxes.",
      "A DevOps engineer earns $99k a year.",
    ],
    ["the period is another", "A DevOps engineer earns $9k a month.", "A DevOps engineer earns $99k a year."],
    [
      "the currency is another",
      "A DevOps engineer earns €90k a year.",
      "A DevOps engineer earns $99k a year.",
    ],
    ["one is of a retake", "The CEH exam costs $350.", "A CEH retake costs $499."],
    ["one is of the training", "The CEH exam costs $350.", "The CEH training course costs $850."],
    ["one is for members", "The CEH exam costs $350 for members.", "The CEH exam costs $499."],
    ["one is what it was", "Before 2020 the CEH exam fee was $350.", "The CEH exam costs $499."],
    ["one is only possible", "The CEH exam may cost $350.", "The CEH exam costs $499."],
    ["several stand in one sentence", "The CEH exam costs $350 or $400.", "The CEH exam costs $499."],
    [
      "one is of practice questions",
      "The CEH exam app has 900 practice questions.",
      "The CEH exam has 125 questions.",
    ],
  ])("where %s", (_, older, newer) => {
    expect(amountsIn(both(older, newer))).toEqual([]);
  });

  test.each([
    ["the note", "note median", "note average"],
    ["the period", "period month", "period year"],
    ["the currency", "currency not stated", "currency EUR"],
    ["the level", "period month;", "period month; level senior;"],
    ["the role", "role DevOps engineer", "role Data scientist"],
  ])("where %s of a table is another", (_, own, other) => {
    const newer = MORE_SALARIES.replace("11,159.75", "12,400").replace("$137k", "$150k");
    const changed = newer.replaceAll(own, other);
    const amounts = amountsIn(engineOf({ "a.md": SALARIES, "b.md": changed }));
    expect(amounts.length).toBeLessThan(amountsIn(engineOf({ "a.md": SALARIES, "b.md": newer })).length);
  });

  test("with themselves", () => {
    const text = "The CEH exam costs $350.\n\n## More on the CEH\n\nThe CEH exam costs $499.";
    expect(amountsIn(engineOf({ "a.md": article("Old Press", "2022", text) }))).toEqual([]);
    expect(amountsIn(both(text, "The CEH exam costs $600."))).toEqual([]);
  });

  test("in the library, of which no two documents state the same", () => {
    expect(findConflicts(LIBRARY)).toEqual([]);
  });
});

const ask = (engine: Engine, question: string, today?: string): string => {
  const assistant = createAssistant(engine, today === undefined ? {} : { today: () => today });
  return readPage(renderReply(assistant.ask(question), assistant.wording));
};

const three = (text: string): string =>
  text.replace("| New York |", "| Dallas | 9,000 | 900 |\n| New York |");

describe("an answer from one side of a conflict", () => {
  const fees = both("## Fees\n\nThe CEH exam costs $350.", "## What to pay\n\nThe CEH exam costs $499.");

  test("shows both sides with their dates and sources, the newer one first", () => {
    expect(ask(fees, "How much is the CEH exam?", "2026-12-05")).toBe(`The CEH exam costs $350.
-# Source: [Old Press guide › Fees](<https://old-press.example#fees>) — Old Press, March 2022 (over 4 years old)
**The sources differ**
**New Press, May 2025:** The CEH exam costs $499.
**Old Press, March 2022:** The CEH exam costs $350.
-# Source: [New Press guide › What to pay](<https://new-press.example#what-to-pay>) — New Press, May 2025 (over 18 months old)
-# Source: [Old Press guide › Fees](<https://old-press.example#fees>) — Old Press, March 2022
[button “What to pay” → r1|ask|question=What to pay]`);
  });

  test("lists several figures in a line each", () => {
    const other = MORE_SALARIES.replace("11,159.75", "12,400").replace("3,680", "3,900");
    const page = ask(
      engineOf({ "a.md": SALARIES, "b.md": other }),
      "How much does a DevOps engineer earn by city?",
    );
    expect(page.split("\n").filter((line) => line.includes(" (City Data"))).toEqual([
      "- Houston, DevOps engineer: salary 12,400 (City Data, June 2025), 11,159.75 (Figures Weekly, January 2023), per month, currency not stated",
      "- New York: rent 3,900 (City Data, June 2025), 3,680 (Figures Weekly, January 2023), per month, currency not stated",
    ]);
  });

  test("shows nothing of it where the text prints no such amount", () => {
    const engine = both(
      "## Fees\n\nThe CEH exam costs $350.\n\n## Why the CEH\n\nThe CEH opens doors in 2 days.",
      "The CEH exam costs $499.",
    );
    expect(ask(engine, "Why the CEH?")).not.toContain("differ");
  });

  test("says it once where cards show both sides", () => {
    const assistant = createAssistant(fees);
    const page = readPage(renderReply(assistant.run("cert", { name: "CEH" }), assistant.wording));
    expect(page.split("\n").filter((line) => line.includes("differ"))).toEqual(["**The sources differ**"]);
  });

  test("figures in order begin with the newer document's", () => {
    const other = three(MORE_SALARIES).replace("11,159.75", "12,400");
    const page = ask(
      engineOf({ "a.md": three(SALARIES), "b.md": other }),
      "top 2 cities by salary for devops engineers",
    );
    expect(page.split("\n-#")[0])
      .toBe(`Highest salary first (DevOps engineer, per month, currency not stated, June 2025):
- Houston: 12,400
- New York: 11,113.83

Highest salary first (DevOps engineer, per month, currency not stated, January 2023):
- Houston: 11,159.75
- New York: 11,113.83`);
    expect(page).not.toContain("The sources differ");
  });
});

describe("for those who keep the documents", () => {
  const engine = both(
    "## Fees\n\nThe CEH exam costs $350.\n\n## Doors\n\nIt opens doors.",
    "## What to pay\n\nThe CEH exam costs $499.",
  );
  const page = (reply: ReturnType<typeof composeStale>, wording = engine.wording): string =>
    readPage(renderReply(reply, wording));

  test("what is old is listed by document with its sections", () => {
    expect(page(composeStale(engine, "2024-11-22"))).toBe(`### What may be out of date
Pay and prices over 18 months old, and all else over 3 years old. My answers say so beside the date.
**[Old Press guide](<https://old-press.example>)**
Old Press, March 2022 (over 2 years old)
1 of 2 sections:
- Fees`);
  });

  test("sections of different ages each say theirs, and the oldest document comes first", () => {
    const salaries = SALARIES.replace("published: 2023-01", "published: 2019").replace(
      "note median",
      "note x",
    );
    const stale = composeStale(
      engineOf({ "b.md": salaries, "a.md": article("Old Press", "2017", "Doors.") }),
      "2026-01-01",
    );
    expect(stale.parts.slice(1).map(({ heading }) => heading)).toEqual([
      "Old Press guide",
      "Salaries by city",
    ]);
  });

  test("of some documents only those are listed", () => {
    expect(composeStale(engine, "2024-11-22", { documents: ["b"] }).parts).toHaveLength(1);
    expect(composeConflicts(engine, { documents: ["c"] }).parts).toHaveLength(1);
    expect(composeConflicts(engine, { documents: ["b"] }).parts).toHaveLength(2);
  });

  test("nothing old is said so", () => {
    expect(page(composeStale(engine, "2022-11-22"))).toBe(`### What may be out of date
Nothing that has a date: pay and prices are at most 18 months old, and all else at most 3 years.`);
  });

  test("what documents differ on is listed with both sections", () => {
    expect(page(composeConflicts(engine))).toBe(`### Where the documents differ
My answers show both sides with their dates.
**New Press guide / Old Press guide**
New Press guide › What to pay: <https://new-press.example#what-to-pay>
Old Press guide › Fees: <https://old-press.example#fees>
- CEH: exam fee. New Press, May 2025: The CEH exam costs $499. Old Press, March 2022: The CEH exam costs $350.`);
  });

  test("no conflict is said so, in Spanish too", () => {
    expect(page(composeConflicts({ ...LIBRARY, wording: SPANISH }), SPANISH))
      .toBe(`### En qué difieren los documentos
En nada: no hay dos documentos que den cifras distintas de lo mismo.`);
  });
});
