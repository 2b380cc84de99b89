import { expect, test } from "vitest";
import { writeDate } from "../../src/answering/dates.ts";
import { ENGLISH } from "../../src/languages/english.ts";
import { SPANISH } from "../../src/languages/spanish.ts";

test.each([
  { date: "2022-06-07", english: "June 2022", spanish: "junio de 2022" },
  { date: "2022-06", english: "June 2022", spanish: "junio de 2022" },
  { date: "2023-01", english: "January 2023", spanish: "enero de 2023" },
  { date: "2023-12-31", english: "December 2023", spanish: "diciembre de 2023" },
  { date: "2022", english: "2022", spanish: "2022" },
  { date: "2022-13", english: "2022-13", spanish: "2022-13" },
  { date: "2022-00", english: "2022-00", spanish: "2022-00" },
  { date: "not stated", english: "not stated", spanish: "not stated" },
  { date: "", english: "", spanish: "" },
])("the date $date is written $english, and $spanish in Spanish", ({ date, english, spanish }) => {
  expect([writeDate(date, ENGLISH), writeDate(date, SPANISH)]).toEqual([english, spanish]);
});
