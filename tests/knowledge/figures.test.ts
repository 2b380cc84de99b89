import { describe, expect, test } from "vitest";
import { isSilent, readAmount } from "../../src/knowledge/amounts.ts";
import { prepared, problemsOf, snippetsOf } from "./sample.ts";

describe("amounts", () => {
  test.each([
    ["12,169.50", 12169.5, 12169.5, undefined, undefined],
    ["164k", 164_000, 164_000, undefined, undefined],
    ["1.5M", 1_500_000, 1_500_000, undefined, undefined],
    ["$150k–$200k", 150_000, 200_000, "$", undefined],
    ["$113k-$143k", 113_000, 143_000, "$", undefined],
    ["$113–143k", 113_000, 143_000, "$", undefined],
    ["$150k to $200k/year", 150_000, 200_000, "$", "year"],
    ["€50,000 per month", 50_000, 50_000, "€", "month"],
    ["50,000 EUR", 50_000, 50_000, "EUR", undefined],
    ["USD 50,000", 50_000, 50_000, "USD", undefined],
    ["~$93k", 93_000, 93_000, "$", undefined],
    ["$150k+", 150_000, 150_000, "$", undefined],
  ])("%s is read as printed and as numbers", (text, ...[low, high, currency, period]) => {
    expect(readAmount(text)).toEqual({ amount: { text, low, high }, currency, period, unit: "" });
  });

  test("words after an amount say what is counted", () => {
    expect(readAmount("8,642 job openings available")).toEqual({
      amount: { text: "8,642", low: 8642, high: 8642 },
      currency: undefined,
      period: undefined,
      unit: "job openings available",
    });
  });

  test.each(["remote", "about a lot", "2022-06-07", "$200k–$150k", "1,2", "12,34.5", "1.000,50", "v2", ""])(
    "%s is no amount",
    (text) => {
      expect(readAmount(text)).toBeUndefined();
    },
  );

  test.each(["", " ", "–", "—", "-", "*", "n/a", "not stated", "Not stated"])(
    "a cell of “%s” states nothing",
    (text) => {
      expect(isSilent(text)).toBe(true);
    },
  );
});

const CARD = "> Figures: role DevOps engineer; currency EUR; period month; date January 2023\n>\n> - way";

const NOTHING = {
  place: "not stated",
  employer: "not stated",
  platform: "not stated",
  role: "not stated",
  level: "not stated",
  currency: "not stated",
  period: "not stated",
  date: "2023-01-23",
  note: "not stated",
};

function figuresOf(card: string, table: string): readonly object[] {
  return snippetsOf(prepared({ card, answer: `In Europe:\n\n${table}` })).flatMap(
    (snippet) => snippet.figures,
  );
}

describe("figures", () => {
  test("each amount of a table is a figure with what its row and the card state", () => {
    const table =
      "| City | Salary | Rent |\n|---|---|---|\n| Houston, TX | 11,159.75 | – |\n| Boston | $11k | 3,070 |";
    const shared = {
      ...NOTHING,
      role: "DevOps engineer",
      period: "month",
      date: "January 2023",
      currency: "EUR",
    };
    expect(figuresOf(CARD, table)).toEqual([
      {
        ...shared,
        kind: "salary",
        place: "Houston, TX",
        amount: { text: "11,159.75", low: 11159.75, high: 11159.75 },
      },
      {
        ...shared,
        kind: "salary",
        place: "Boston",
        currency: "$",
        amount: { text: "$11k", low: 11_000, high: 11_000 },
      },
      { ...shared, kind: "rent", place: "Boston", amount: { text: "3,070", low: 3070, high: 3070 } },
    ]);
  });

  test("columns state fields row by row, and what is not stated stays so", () => {
    const table =
      "| Employer | Role | Level | Salary | Period | Place | Note |\n|---|---|---|---|---|---|---|\n| Nexient | DevSecOps engineer | Manager | $114k–$145k | year | remote | estimated |\n| Nexient | DevOps engineer | not stated | $93k | not stated | | |";
    expect(figuresOf("> Figures: kind base salary\n>\n> - way", table)).toEqual([
      {
        ...NOTHING,
        kind: "base salary",
        employer: "Nexient",
        role: "DevSecOps engineer",
        level: "Manager",
        amount: { text: "$114k–$145k", low: 114_000, high: 145_000 },
        currency: "$",
        period: "year",
        place: "remote",
        note: "estimated",
      },
      {
        ...NOTHING,
        kind: "base salary",
        employer: "Nexient",
        role: "DevOps engineer",
        amount: { text: "$93k", low: 93_000, high: 93_000 },
        currency: "$",
      },
    ]);
  });

  test("a column headed by a role holds that role's figures", () => {
    const table = "| Platform | DevOps | DevSecOps |\n|---|---|---|\n| LinkedIn | 164k | 14k |";
    expect(figuresOf("> Figures: kind job openings\n>\n> - way", table)).toEqual([
      {
        ...NOTHING,
        kind: "job openings",
        platform: "LinkedIn",
        role: "DevOps",
        amount: { text: "164k", low: 164_000, high: 164_000 },
      },
      {
        ...NOTHING,
        kind: "job openings",
        platform: "LinkedIn",
        role: "DevSecOps",
        amount: { text: "14k", low: 14_000, high: 14_000 },
      },
    ]);
  });

  test("a head may print currency and period", () => {
    const table = "| City | Monthly salary (USD) |\n|---|---|\n| Boston | 11,682.75 |";
    expect(figuresOf("> Figures: date 2023\n>\n> - way", table)).toEqual([
      {
        ...NOTHING,
        kind: "monthly salary (usd)",
        place: "Boston",
        currency: "USD",
        period: "month",
        date: "2023",
        amount: { text: "11,682.75", low: 11682.75, high: 11682.75 },
      },
    ]);
  });

  test("a cell that is no amount, and an unknown key, are reported", () => {
    const answer = "| City | Salary |\n|---|---|\n| Boston | a lot |";
    expect(problemsOf(prepared({ card: "> Figures: perid month; date\n>\n> - way", answer }))).toEqual([
      'knowledge/sample.md:10: `Figures:` says "perid month", which is not one of kind, place, employer, platform, role, level, currency, period, date, note with a value',
      'knowledge/sample.md:10: `Figures:` says "date", which is not one of kind, place, employer, platform, role, level, currency, period, date, note with a value',
      'knowledge/sample.md:16: "a lot" in the column "Salary" is not an amount; write a number, a range, or `–`',
    ]);
  });
});
