import { expect, test } from "vitest";
import { writeDate } from "../../src/answering/dates.ts";

test.each([
  { date: "2022-06-07", written: "June 2022" },
  { date: "2022-06", written: "June 2022" },
  { date: "2023-01", written: "January 2023" },
  { date: "2023-12-31", written: "December 2023" },
  { date: "2022", written: "2022" },
  { date: "2022-13", written: "2022-13" },
  { date: "2022-00", written: "2022-00" },
  { date: "not stated", written: "not stated" },
  { date: "", written: "" },
])("the date $date is written $written", ({ date, written }) => {
  expect(writeDate(date)).toBe(written);
});
