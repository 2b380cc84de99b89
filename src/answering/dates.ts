import { NOT_STATED } from "../knowledge/document.ts";
import type { Wording } from "../languages/wording.ts";
import { writeAge } from "./ages.ts";
import type { Citation } from "./reply.ts";

/** An ISO date as a reader says it: `June 2022` for `2022-06-07` and `2022-06`, `2022`, or the text unchanged. */
export function writeDate(date: string, { citations }: Wording): string {
  const month = Number(/^\d{4}-(0[1-9]|1[0-2])/.exec(date)?.[1]);
  return month ? citations.month(month, date.slice(0, 4)) : date;
}

/** The date of a citation, with its age where one is noted: `June 2022 (over 3 years old)`. */
export function writeCitationDate({ published, age }: Citation, wording: Wording): string {
  const date = published === NOT_STATED ? wording.citations.dateNotStated : writeDate(published, wording);
  return age ? `${date} (${writeAge(age, wording)})` : date;
}
