import { compare, valid } from "semver";
import { z } from "zod";
import type { Installed } from "./lock.ts";

const EVENT = z.object({
  introduced: z.string().optional(),
  fixed: z.string().optional(),
  last_affected: z.string().optional(),
});

/** https://ossf.github.io/osv-schema/, as far as it says which versions are affected. */
const ADVISORY = z.object({
  id: z.string(),
  summary: z.string().default(""),
  withdrawn: z.string().optional(),
  affected: z
    .array(
      z.object({
        package: z.object({ ecosystem: z.string(), name: z.string() }).optional(),
        versions: z.array(z.string()).default([]),
        ranges: z.array(z.object({ type: z.string(), events: z.array(EVENT) })).default([]),
      }),
    )
    .default([]),
});

const FILE = z.union([z.array(ADVISORY), z.object({ vulns: z.array(ADVISORY) }), ADVISORY]);

type Advisory = z.output<typeof ADVISORY>;
type Affected = Advisory["affected"][number];
type Event = z.output<typeof EVENT>;

/** Advisories in the format of OSV: one, a list, or an answer of its API. Throws for another shape. */
export function parseAdvisories(text: string): readonly Advisory[] {
  const file = FILE.parse(JSON.parse(text));
  if (Array.isArray(file)) return file;
  return "vulns" in file ? file.vulns : [file];
}

/** The installed packages that advisories name, one line each. */
export function affectedBy(
  advisories: readonly Advisory[],
  installed: readonly Installed[],
): readonly string[] {
  const standing = advisories.filter(({ withdrawn }) => withdrawn === undefined);
  return standing.flatMap(({ id, summary, affected }) =>
    installed
      .filter((each) => affected.some((one) => names(one, each)))
      .map(({ path, version }) => `${path}: ${version} is affected by ${id}: ${summary}`),
  );
}

function names({ package: named, versions, ranges }: Affected, { name, version }: Installed): boolean {
  if (named?.ecosystem !== "npm" || named.name !== name) return false;
  const inRange = ranges.some(({ type, events }) => type !== "GIT" && isWithin(version, events));
  return versions.includes(version) || inRange;
}

/** The last event at or before a version says whether it is affected. */
function isWithin(version: string, events: readonly Event[]): boolean {
  const opened = events.filter(({ introduced }) => introduced !== undefined && isFrom(version, introduced));
  return opened.some((open) => !events.some((close) => endsBetween(close, { open, version })));
}

function endsBetween(
  { fixed, last_affected: last }: Event,
  { open: { introduced = "0" }, version }: { readonly open: Event; readonly version: string },
): boolean {
  if (fixed !== undefined) return isFrom(version, fixed) && isFrom(fixed, introduced);
  return last !== undefined && !isFrom(last, version) && isFrom(last, introduced);
}

/** Whether a version is another one or a later one; "0" is before all. */
function isFrom(version: string, other: string): boolean {
  return other === "0" || (valid(version) !== null && valid(other) !== null && compare(version, other) >= 0);
}
