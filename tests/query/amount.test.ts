import { describe, expect, test } from "vitest";
import { asksForMoney, askedAmount, saysAmount } from "../../src/query/amount.ts";

describe("asks for an amount", () => {
  test.each([
    ["how many hours a week do they work", "number"],
    ["how long is a CCNA valid", "span"],
    ["how old is the tool", "span"],
    ["what share of them are women", "share"],
    ["which percentage works from home", "share"],
    ["how much does a devops engineer earn", "number"],
    ["what do they pay at Capgemini", "number"],
    ["what's the average rent in Dallas", "number"],
    ["cost of the CISSP exam", "number"],
    ["how often are systems assessed", "frequency"],
    ["how much coding do i need", undefined],
    ["what pays better, DevOps or DevSecOps", undefined],
    ["what accounts for the higher salary", undefined],
    ["does it pay well", undefined],
    ["what makes a good engineer", undefined],
  ])("%s: %s", (text, kind) => {
    expect(askedAmount(text)).toBe(kind);
  });
});

describe("says an amount", () => {
  test.each([
    ["Expect 75 questions.", "number", true],
    ["It takes two years.", "number", true],
    ["Half of them work from home.", "number", true],
    ["They work with everyone, all the time.", "number", false],
    ["By a guide of 2026, they work with everyone.", "number", false],
    ["They have worked with everyone since 2026.", "span", true],
    ["One in three works from home.", "share", true],
    ["Most work from home.", "share", true],
    ["They earn $120,000 a year.", "share", false],
    ["It takes two years.", "span", true],
    ["It takes two colleagues.", "span", false],
    ["Systems are assessed continuously.", "frequency", true],
    ["Systems are assessed continuously.", "number", false],
  ] as const)("%s %s: %s", (text, kind, says) => {
    expect(saysAmount(text, kind)).toBe(says);
  });
});

describe("asks for a sum of money", () => {
  test.each([
    "how much does the CISSP cost",
    "how much is the CKA",
    "which is the cheapest of CISSP and CCSP",
    "least expensive exam of the two",
  ])("%s", (text) => {
    expect(asksForMoney(text)).toBe(true);
  });

  test.each(["how much is storage in the CKA", "who issues the CISSP", "is the CKA expensive to fail"])(
    "but not: %s",
    (text) => {
      expect(asksForMoney(text)).toBe(false);
    },
  );
});
