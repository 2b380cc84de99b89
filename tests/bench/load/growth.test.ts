import { expect, test } from "vitest";
import { growthOf } from "./growth.ts";

const MB = 1_000_000;
const every10s = (heaps: readonly number[]) => heaps.map((heap, at) => ({ at: at * 10, heap: heap * MB }));

test("a heap that goes up and down has not grown", () => {
  expect(Math.abs(growthOf(every10s([50, 52, 49, 51, 50, 52, 49, 51, 50])))).toBeLessThan(0.5 * MB);
});

test("a heap that gains the same each time has grown by all of it", () => {
  expect(growthOf(every10s([50, 51, 52, 53, 54]))).toBeCloseTo(4 * MB);
});

test("one sample that is far off is no growth, and hides none", () => {
  expect(growthOf(every10s([50, 50, 50, 50, 90]))).toBe(0);
  expect(growthOf(every10s([50, 51, 52, 10, 54, 55, 56]))).toBeCloseTo(6 * MB);
});

test("a leak shows through noise that is larger than what it adds each time", () => {
  const noisy = [50, 54, 49, 56, 52, 57, 51, 59, 55, 60, 54, 62].map((heap, at) => heap + at * 0.2);
  expect(growthOf(every10s(noisy))).toBeGreaterThan(5 * MB);
});
