import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, weekOf, weeksBefore } from "../../src/guilds/weeks.ts";

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

test.each([
  ["2026-01-01", "2026-W01"],
  ["2026-11-22", "2026-W47"],
  ["2026-11-23", "2026-W48"],
  ["2026-12-31", "2026-W53"],
  ["2027-01-01", "2026-W53"],
  ["2027-01-03", "2026-W53"],
  ["2027-01-04", "2027-W01"],
  ["2024-02-29", "2024-W09"],
  ["2024-12-29", "2024-W52"],
  ["2024-12-30", "2025-W01"],
  ["2021-01-03", "2020-W53"],
  ["2021-01-04", "2021-W01"],
  ["2023-01-01", "2022-W52"],
  ["2000-01-01", "1999-W52"],
])("%s is in the ISO week %s, from its first minute to its last", (day, week) => {
  const start = Date.parse(`${day}T00:00:00Z`);
  const end = Date.parse(`${day}T23:59:59.999Z`);
  expect([weekOf(start), weekOf(end)]).toEqual([week, week]);
  expect([dayOf(start), dayOf(end)]).toEqual([day, day]);
});

const time = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2200, 0, 1) });

test("weeks sort as text like times do", () => {
  fc.assert(
    fc.property(time, time, (one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      expect(weekOf(first) <= weekOf(last)).toBe(true);
    }),
  );
});

test("a week later is another week, and the week before that is this one", () => {
  fc.assert(
    fc.property(time, fc.integer({ min: 1, max: 60 }), (at, weeks) => {
      const later = at + weeks * WEEK;
      expect(weekOf(later) > weekOf(at)).toBe(true);
      expect(weeksBefore(later, weeks)).toBe(weekOf(at));
    }),
  );
});
