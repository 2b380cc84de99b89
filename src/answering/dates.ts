import type { Wording } from "../languages/wording.ts";

/** An ISO date as a reader says it: `June 2022` for `2022-06-07` and `2022-06`, `2022`, or the text unchanged. */
export function writeDate(date: string, { citations }: Wording): string {
  const month = Number(/^\d{4}-(0[1-9]|1[0-2])/.exec(date)?.[1]);
  return month ? citations.month(month, date.slice(0, 4)) : date;
}
