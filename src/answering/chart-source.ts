import { NOT_STATED } from "../knowledge/document.ts";
import type { Wording } from "../languages/wording.ts";
import { writeOrigin } from "./dates.ts";
import { groupBy } from "./group-by.ts";
import type { Citation, Cited } from "./reply.ts";

/** `Source: title, publisher, date; …`, each document once; releases of one publisher share what they are called, so that each date has room. */
export function sourceLine(citations: Cited, wording: Wording): string {
  const documents = [...new Map(citations.map((citation) => [citation.document, citation])).values()];
  const names = [...groupBy(documents, originOf).values()].map((each) => nameOf(each, wording));
  return wording.charts.source(names.join("; "));
}

// Who names no publisher may be anybody, and a licence holds for what it is named beside.
const originOf = ({ publisher, license, document }: Citation): string =>
  publisher === NOT_STATED ? document : [publisher, license].join("|");

// "Wage Estimates, Bureau, May 2023, May 2024, CC BY 4.0"
function nameOf(documents: readonly Citation[], wording: Wording): string {
  const [first] = documents;
  if (!first) return "";
  const [publisher = "", ...more] = writeOrigin(first, wording);
  if (documents.length === 1) return [first.title, publisher, ...more].map(shortened).join(", ");
  const dates = documents.map((each) => writeOrigin(each, wording)[1] ?? "");
  return [...sharedTitle(documents), publisher, ...dates, ...more.slice(1)].map(shortened).join(", ");
}

// What the titles begin with up to a comma: "Wage Estimates" of "Wage Estimates, May 2023" and "Wage Estimates, May 2024".
function sharedTitle(documents: readonly Citation[]): readonly string[] {
  const [beginning = "", ...others] = new Set(documents.map(({ title }) => title.split(", ")[0] ?? ""));
  return others.length === 0 ? [beginning] : [];
}

/** A longer name would leave no room for the others of its line. */
const NAME_MAX_LENGTH = 80;

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

function shortened(name: string): string {
  if (name.length <= NAME_MAX_LENGTH) return name;
  const characters = Array.from(CHARACTERS.segment(name), ({ segment }) => segment);
  if (characters.length <= NAME_MAX_LENGTH) return name;
  return `${characters.slice(0, NAME_MAX_LENGTH - 1).join("")}…`;
}
