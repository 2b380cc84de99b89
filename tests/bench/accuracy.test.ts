import { expect, test } from "vitest";
import { accuracyOf, areaUnderCurve } from "./accuracy.ts";

test("a question whose answer is not found counts as zero", () => {
  expect(accuracyOf([1, 2, undefined, 4])).toEqual({ first: 0.25, reciprocalRank: 0.4375 });
});

test.each([
  { high: [3, 4], low: [1, 2], area: 1 },
  { high: [1, 2], low: [3, 4], area: 0 },
  { high: [1, 3], low: [2], area: 0.5 },
  { high: [1], low: [1], area: 0.5 },
  { high: [2, 2, 5], low: [1, 2], area: 4 / 6 + 2 / 12 },
])("the area between $high and $low is $area", ({ high, low, area }) => {
  expect(areaUnderCurve(high, low)).toBeCloseTo(area);
});
