import { NOT_STATED } from "./document.ts";
import type { DocumentFile } from "./document-file.ts";
import { readGlossaryTables } from "./glossary-sections.ts";
import { listCell, readRows } from "./glossary-table.ts";
import type { Problem } from "./problems.ts";
import { warnOnce, type Warning } from "./warnings.ts";
import { foldText } from "./words.ts";

/** A publisher who asks to be named where its texts are used. */
export interface Publisher {
  /** The name and other ways to write it. */
  readonly names: readonly [string, ...string[]];
  /** What it publishes under: `CC BY 4.0`. */
  readonly license: string;
}

/** The section of a glossary that lists them. */
const SECTION = "Publishers that ask to be named";

/** The publishers that a glossary lists as asking to be named. Reports a table that lacks a column. */
export function readPublishers(
  glossary: string,
  report: (line: number, message: string) => void,
): readonly Publisher[] {
  return readGlossaryTables(glossary)
    .filter(({ heading }) => heading === SECTION)
    .flatMap((table) => readRows(table, ["Publisher", "Also written", "License"], report))
    .map(({ name, cell }) => ({
      names: [name, ...listCell(cell("Also written"))],
      license: cell("License"),
    }));
}

/** Reports documents that leave out the licence of a publisher who asks to be named, and facts that nobody can look up. */
export function checkPublishers(
  files: readonly DocumentFile[],
  publishers: readonly Publisher[],
): readonly Problem[] {
  return files.flatMap((file) => [...unlicensed(file, publishers), ...unattributed(file)]);
}

function unlicensed(
  { document, placeOf }: DocumentFile,
  publishers: readonly Publisher[],
): readonly Problem[] {
  const { publisher, license } = document;
  const printed = ` ${foldText(publisher)} `;
  const asking = publishers.find(({ names }) =>
    names.some((name) => printed.includes(` ${foldText(name)} `)),
  );
  if (license !== undefined || asking === undefined) return [];
  const message = `the publisher "${publisher}" asks for attribution; state \`license: ${asking.license}\``;
  return [{ ...placeOf("publisher"), message }];
}

function unattributed({ document, placeOf }: DocumentFile): readonly Problem[] {
  const { url, publisher } = document;
  if (url !== undefined || publisher !== NOT_STATED || countFacts(document) === 0) return [];
  const message = `${countFacts(document)} answers cite neither an address nor a publisher, so nobody can look them up; state \`url:\` or \`publisher:\``;
  return [{ ...placeOf("title"), message }];
}

/** Warns of answers whose citation has no link: neither their section nor the document has an address. */
export function warnOfMissingLinks(files: readonly DocumentFile[]): readonly Warning[] {
  return warnOnce(
    "documents whose answers are cited without a link; state `url:` where the source has an address",
    files
      .filter(({ document }) => document.publisher !== NOT_STATED && countUnlinked(document) > 0)
      .map(({ document, placeOf }) => ({ ...placeOf("title"), note: `${countUnlinked(document)} answers` })),
  );
}

type Document = DocumentFile["document"];

const countFacts = ({ sections }: Document): number =>
  sections.reduce((sum, { snippets }) => sum + snippets.length, 0);

const countUnlinked = ({ url, sections }: Document): number =>
  sections
    .filter((section) => (section.url ?? url) === undefined)
    .reduce((sum, { snippets }) => sum + snippets.length, 0);
