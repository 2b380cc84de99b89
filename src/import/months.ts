const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** The month of a year in words, `August 2018`; the month is a number, `08`. Without one it is the year alone. */
export function sayMonth(month: string, year: string): string {
  return `${MONTHS[Number(month) - 1] ?? ""} ${year}`.trim();
}
