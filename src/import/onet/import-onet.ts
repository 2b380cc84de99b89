import { ImportError } from "../import-error.ts";
import { datesOf, type Released, type TextFile } from "../released.ts";
import { CLASSES, type OnetClass } from "./classes.ts";
import type { OnetOccupation } from "./occupation.ts";
import { writeOnetDocument } from "./onet-document.ts";
import { readOccupation } from "./read-occupation.ts";
import { readTables } from "./tables.ts";

/** The documents of an O*NET release, one an occupation of `CLASSES`. Throws ImportError. */
export function importOnet(released: Released): readonly TextFile[] {
  const tables = readTables(released.files);
  const dates = datesOf(released, "--release 29.3 --published 2025-05");
  return CLASSES.map((wanted) => {
    const occupation = readOccupation(wanted, tables);
    const name = `onet-${slugOf(occupation.title)}.md`;
    const written = fillIn(released.written.get(name) ?? "", wanted, occupation);
    return { name, text: writeOnetDocument({ wanted, occupation, ...dates, written }) };
  });
}

const slugOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, "-");

const BLANK = /\{\{title ([^{}]+)\}\}/g;

// `{{title DevOps Engineer}}` is a title that the release must still list under the occupation.
function fillIn(text: string, { code }: OnetClass, { titles }: OnetOccupation): string {
  return text.replaceAll(BLANK, (blank, title: string) => {
    if (titles.includes(title)) return title;
    throw new ImportError(
      `${blank} in the written snippets: Alternate Titles has no such title of ${code}; correct the snippet`,
    );
  });
}
