import { NOT_STATED } from "../knowledge/document.ts";
import type { DocumentFile } from "../knowledge/document-file.ts";
import type { Place, Warning } from "../knowledge/warnings.ts";
import type { Claim } from "./claims.ts";
import { findConflicts } from "./conflicts.ts";
import { writeDate } from "./dates.ts";
import { laterDateFirst } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import { describeAmount } from "./figures.ts";
import { nameClaim } from "./say-claim.ts";

/**
 * Warns once of all amounts on which documents differ, a row for each with the lines of all sides, the newest first. What
 * one publisher states of several dates is a series: only its newest amount is a side.
 */
export function warnOfConflicts(engine: Engine, files: readonly DocumentFile[]): readonly Warning[] {
  const conflicts = findConflicts(engine)
    .map(({ claims }) => claims.filter((claim) => !claims.some((other) => isNewer(other, claim))))
    .filter((claims) => new Set(claims.map(({ amount }) => `${amount.low}–${amount.high}`)).size > 1);
  if (conflicts.length === 0) return [];
  return [
    {
      message:
        "documents that state different amounts of the same thing; each answer shows both sides, so mend only what is wrong",
      rows: conflicts.map((claims) => claims.flatMap((claim) => placeOf(claim, files, engine))),
    },
  ];
}

/** True when a publisher has stated an amount of a later date in one document than in the other. */
function isNewer(other: Claim, claim: Claim): boolean {
  const { publisher } = claim.entry.document;
  const isSame = publisher !== NOT_STATED && publisher === other.entry.document.publisher;
  return isSame && laterDateFirst(other.date, claim.date) < 0;
}

function placeOf(claim: Claim, files: readonly DocumentFile[], { wording }: Engine): readonly Place[] {
  const { snippet, document } = claim.entry;
  const isRead = document.published === NOT_STATED && claim.date === document.retrieved;
  const said = writeDate(claim.date, wording);
  const date = claim.date === NOT_STATED ? [] : [isRead ? `read ${said}` : said];
  const amount = typeof claim.said === "string" ? claim.amount.text : describeAmount(claim.said);
  const note = [`${nameClaim(claim, wording)} ${amount}`, ...date].join(", ");
  return files
    .filter((file) => file.document.id === document.id)
    .map(({ path, lineOf }) => ({ path, line: lineOf(snippet.question), note }));
}
