import { NOT_STATED, type Document } from "../knowledge/document.ts";
import type { Wording } from "../languages/wording.ts";
import { writeAge } from "./ages.ts";
import type { Citation } from "./reply.ts";

/** An ISO date as a reader says it: `June 2022` for `2022-06-07` and `2022-06`, `2022`, or the text unchanged. */
export function writeDate(date: string, { citations }: Wording): string {
  const month = Number(/^\d{4}-(0[1-9]|1[0-2])/.exec(date)?.[1]);
  return month ? citations.month(month, date.slice(0, 4)) : date;
}

type Dated = Pick<Document, "published" | "added">;

/** When a document is of: what it states, else when a server added it for itself. */
export function writeDocumentDate({ published, added }: Dated, wording: Wording): string {
  const { citations } = wording;
  if (published !== NOT_STATED) return writeDate(published, wording);
  return added === undefined ? citations.dateNotStated : citations.added(writeDate(added, wording));
}

/** Who published a document. Members know whose documents those are that their server added, so these need no publisher. */
export function writePublisher(
  { publisher, added }: Pick<Document, "publisher" | "added">,
  { citations }: Wording,
): string | undefined {
  if (publisher !== NOT_STATED) return publisher;
  return added === undefined ? citations.publisherNotStated : undefined;
}

/**
 * Who published what is cited, and when, with its age where one is noted: `Example Press`, `June 2022 (over 3 years
 * old)`, and the licence where it asks to be named.
 */
export function writeOrigin(citation: Citation, wording: Wording): readonly string[] {
  const { age, license } = citation;
  const publisher = writePublisher(citation, wording);
  const date = writeDocumentDate(citation, wording);
  return [
    ...(publisher === undefined ? [] : [publisher]),
    age ? `${date} (${writeAge(age, wording)})` : date,
    ...(license === undefined ? [] : [license]),
  ];
}
