import { NOT_STATED } from "./document.ts";
import type { DocumentFile } from "./document-file.ts";
import { warnOnce, type Place, type Warning } from "./warnings.ts";

/** Years after which what was published may no longer hold, however lately it was read. */
const PUBLISHED_YEARS = 5;

/** Years that a source may have been read before the one that was read last. */
const RETRIEVED_YEARS = 1;

/**
 * Warns of sources without a date and of old ones. A source's age is told by when it was read, and that by the one of
 * the folder that was read last: the same folder gives the same warnings on any day.
 */
export function warnOfDates(files: readonly DocumentFile[]): readonly Warning[] {
  const last =
    files
      .map(({ document }) => statedDate(document.retrieved))
      .toSorted()
      .at(-1) ?? "";
  return [
    ...warnOnce(
      "sources that state no date, so nobody can tell how old they are; write `published:` where the source prints one",
      placesOf(files, "published", ({ published }) => published === NOT_STATED && ""),
    ),
    ...warnOnce(
      "documents that do not say when the source was read; write `retrieved:`",
      placesOf(files, "retrieved", ({ retrieved }) => retrieved === NOT_STATED && ""),
    ),
    ...warnOnce(
      `sources published more than ${PUBLISHED_YEARS} years before they were read; look for a newer edition`,
      placesOf(
        files,
        "published",
        ({ published, retrieved }) =>
          isBefore(published, statedDate(retrieved), PUBLISHED_YEARS) && published,
      ),
    ),
    ...warnOnce(
      `sources read more than a year before the one read last (${last}); read them again`,
      placesOf(
        files,
        "retrieved",
        ({ retrieved }) => isBefore(retrieved, last, RETRIEVED_YEARS) && retrieved,
      ),
    ),
  ];
}

type Dates = DocumentFile["document"];

/** The places of a field of those documents of which `tell` says something. */
function placesOf(
  files: readonly DocumentFile[],
  field: "published" | "retrieved",
  tell: (document: Dates) => string | false,
): readonly Place[] {
  const fields = field === "published" ? ["published", "date"] : [field];
  return files.flatMap(({ document, placeOf }) => {
    const note = tell(document);
    if (note === false) return [];
    return [{ ...placeOf(...fields), ...(note !== "" && { note }) }];
  });
}

const statedDate = (date: string): string => (date === NOT_STATED ? "" : date);

/** True when an ISO date, whatever day it means, is more than some years before another. */
function isBefore(date: string, other: string, years: number): boolean {
  if (date === NOT_STATED || other === "") return false;
  const [year = "", ...rest] = other.split("-");
  const limit = [String(Number(year) - years), ...rest].join("-");
  // The last day that `2023` or `2023-01` can mean, for comparing texts.
  return `${date}${"-12-31".slice(date.length - "2023".length)}` < limit;
}
