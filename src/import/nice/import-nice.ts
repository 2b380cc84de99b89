import { ImportError } from "../import-error.ts";
import { datesOf, type Released, type TextFile } from "../released.ts";
import { withWritten, writeDocument } from "../snippet.ts";
import { writeRole } from "./nice-answers.ts";
import { readWorkRoles, type WorkRole } from "./read-work-roles.ts";
import { NICE_ROLES, type NiceRole } from "./roles.ts";

const NAME = "nice-framework.md";

/** The document of a release of the NICE Framework's work roles. Throws ImportError. */
export function importNice(released: Released): readonly TextFile[] {
  const found = readWorkRoles(released.files);
  const dates = datesOf(released, "--release 1.0.0 --published 2024-03");
  const sections = NICE_ROLES.map((role) => writeRole({ role, found: roleOf(role, found) }));
  const front = [
    ["title", `"NICE Framework Components ${dates.release}: work roles"`],
    ["publisher", "US National Institute of Standards and Technology"],
    ["published", dates.published],
    ["url", "https://csrc.nist.gov/pubs/sp/800/181/r1/final"],
    ["anchors", "none"],
    ["license", "public domain"],
    ["reference", "true"],
    ["language", "en"],
    ["retrieved", dates.retrieved],
  ] as const;
  const written = released.written.get(NAME) ?? "";
  return [{ name: NAME, text: writeDocument(front, withWritten(sections, written, complain)) }];
}

const complain = (heading: string): string =>
  `${NAME} has no section "${heading}" for its written snippets; rename the section`;

function roleOf({ id }: NiceRole, found: ReadonlyMap<string, WorkRole>): WorkRole {
  const role = found.get(id);
  if (role) return role;
  throw new ImportError(
    `there is no work role ${id}; add the file with the work roles, or change the id in src/import/nice/roles.ts`,
  );
}
