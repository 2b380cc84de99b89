import { expect, test } from "vitest";
import { thresholdOf } from "../../src/query/threshold.ts";

test.each([
  { text: "which cities pay over 120k", words: "over 120k", above: 120_000, isInclusive: false },
  { text: "pay more than 11,000 a month?", words: "over 11,000", above: 11_000, period: "month" },
  { text: "at least $5k/yr", words: "at least $5k", above: 5_000, currency: "$", period: "year" },
  { text: "pay of 100k or more", words: "at least 100k", above: 100_000, isInclusive: true },
  { text: "companies that pay 100k+", words: "at least 100k", above: 100_000, isInclusive: true },
  { text: "rent under 2.000", words: "under 2.000", below: 2_000 },
  { text: "no more than 900 monthly", words: "at most 900", below: 900, isInclusive: true, period: "month" },
  { text: "between 1,000 and 2k", words: "between 1,000 and 2k", above: 1_000, below: 2_000 },
])("$text sets the threshold $words", ({ text, ...threshold }) => {
  expect(thresholdOf(text)).toMatchObject(threshold);
});

test.each(["does devsecops pay more than devops", "which city pays 120k", "over the moon"])(
  "%s sets no threshold",
  (text) => {
    expect(thresholdOf(text)).toBeUndefined();
  },
);
