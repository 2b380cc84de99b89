import { OCCUPATIONS } from "../occupations.ts";
import { writeOutlookDocument } from "./outlook-document.ts";
import { readOutlookPage } from "./outlook-page.ts";
import { writeWageDocument } from "./wage-document.ts";
import { readReleases } from "./wages.ts";
import { ImportError } from "../import-error.ts";
import type { Released, TextFile } from "../released.ts";

/** The documents of the released files; pages on occupations that Rolecall does not report on are left out. Throws ImportError. */
export function importBls({ files, written, retrieved }: Released): readonly TextFile[] {
  const tables = files.filter(({ name }) => /\.csv$/i.test(name));
  const pages = files.filter(({ name }) => /\.txt$/i.test(name));
  if (tables.length + pages.length === 0) {
    throw new ImportError("there is no wage table (.csv) and no Outlook Handbook page (.txt)");
  }
  const releases = tables.flatMap(({ name, text }) => readReleases(text, name));
  refuseTwice(releases.map(({ year }) => year));
  return [
    ...releases.map((release) => ({
      name: `bls-oews-${release.year}.md`,
      text: writeWageDocument({ release, releases, written: written.get("bls-oews.md") ?? "", retrieved }),
    })),
    ...pages.flatMap((page) => importPage(page, written)),
  ].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function refuseTwice(years: readonly number[]): void {
  const twice = years.find((year, at) => years.indexOf(year) !== at);
  if (twice !== undefined) throw new ImportError(`two wage tables are of May ${twice}; keep one of them`);
}

function importPage({ name, text }: TextFile, written: ReadonlyMap<string, string>): readonly TextFile[] {
  const page = readOutlookPage(text, name);
  const known = OCCUPATIONS.map(({ plural }) => plural);
  if (!page.projections.some(({ title }) => known.includes(title.toLowerCase()))) return [];
  const slug = /([^/]+)\.htm/.exec(page.url)?.[1] ?? name.replace(/\.txt$/i, "");
  const document = `bls-ooh-${slug}.md`;
  return [{ name: document, text: writeOutlookDocument({ page, written: written.get(document) ?? "" }) }];
}
