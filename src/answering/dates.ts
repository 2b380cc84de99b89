const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** An ISO date as a reader says it: `June 2022` for `2022-06-07` and `2022-06`, `2022`, or the text unchanged. */
export function writeDate(date: string): string {
  const month = MONTHS[Number(/^\d{4}-(\d{2})/.exec(date)?.[1]) - 1];
  return month ? `${month} ${date.slice(0, 4)}` : date;
}
