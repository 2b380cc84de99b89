import { expect, test } from "vitest";
import { lastDayOf, monthsSince, yearsIn } from "../../src/answering/elapsed.ts";

test.each([
  ["2022-06-07", "2022-06-07"],
  ["2022-06", "2022-06-30"],
  ["2024-02", "2024-02-29"],
  ["2023", "2023-12-31"],
  ["January 2023", "2023-01-31"],
  ["Jan. 2023", "2023-01-31"],
  ["May 5, 2024", "2024-05-31"],
  ["enero de 2023", "2023-01-31"],
  ["Q1 2023", "2023-03-31"],
  ["as of 2023", "2023-12-31"],
  ["March to May 2023", "2023-12-31"],
  ["2022/23", "2023-12-31"],
  ["2021–2022", "2022-12-31"],
  ["2022-13", "2022-12-31"],
])("%s is over at the end of %s", (date, end) => {
  const last = lastDayOf(date);
  const iso =
    last && [last.year, last.month, last.day].map((part) => String(part).padStart(2, "0")).join("-");
  expect(iso).toBe(end);
});

test.each(["not stated", "", "spring", "1,303", "20235"])("%j tells no day", (date) => {
  expect(lastDayOf(date)).toBeUndefined();
});

test.each([
  ["2023-01", "2023-01-15", 0],
  ["2023-01", "2024-07-30", 17],
  ["2023-01", "2024-07-31", 18],
  ["2023-01", "2024-02-29", 13],
  ["2022-06-07", "2025-06-06", 35],
  ["2022-06-07", "2025-06-07", 36],
  ["2023", "2026-06-29", 29],
  ["2030", "2026-06-29", 0],
])("of %s at most %s has surely gone by: %i months", (date, today, months) => {
  const last = lastDayOf(date);
  expect(last && monthsSince(last, today)).toBe(months);
});

test("what is no day cannot be today", () => {
  expect(() => monthsSince({ year: 2023, month: 1, day: 1 }, "soon")).toThrow('"soon" is no day.');
});

test.each([
  ["May 2025", [2025]],
  ["2020 to 2022", [2020, 2021, 2022]],
  ["2020-2022", [2020, 2021, 2022]],
  ["2022/23", [2022, 2023]],
  ["2024-05", [2024]],
  ["2024-05-31", [2024]],
  ["not stated", []],
])("%j can mean the years %j", (date, years) => {
  expect(yearsIn(date)).toEqual(years);
});
