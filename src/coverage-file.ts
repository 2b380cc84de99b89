import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { WRITTEN_BY } from "./answering/coverage-page.ts";
import { readTextFile } from "./knowledge/knowledge-files.ts";
import type { Problem } from "./knowledge/problems.ts";

/** A folder's page about its documents; the bot reads no README. */
const PAGE_FILE = "README.md";

/** What a folder's page must be. */
export interface ExpectedPage {
  readonly page: string;
  /** False where a folder may do without one. */
  readonly isNeeded: boolean;
}

/** Reports a page that is missing though needed, or that differs from the one its documents give; not one that somebody wrote. */
export function checkCoverageFile(folder: string, { page, isNeeded }: ExpectedPage): readonly Problem[] {
  const path = join(folder, PAGE_FILE);
  const found = readPage(path);
  if (!isNeeded && !found?.includes(WRITTEN_BY)) return [];
  if (found === page) return [];
  const lines = found?.split("\n") ?? [];
  const line = page.split("\n").findIndex((expected, at) => expected !== lines[at]) + 1 || 1;
  const what = found === undefined ? "the page is missing" : "the page is not what the documents give";
  return [{ path, line, message: `${what}; run \`npm run knowledge -- --write\`` }];
}

/** Writes a folder's page. Reports one that somebody else wrote, and leaves it. */
export function writeCoverageFile(folder: string, page: string): readonly Problem[] {
  const path = join(folder, PAGE_FILE);
  const found = readPage(path);
  if (found !== undefined && !found.includes(WRITTEN_BY)) {
    return [
      { path, line: 1, message: `the page was not ${WRITTEN_BY}; move it elsewhere to have one written` },
    ];
  }
  if (found !== page) writeFileSync(path, page);
  return [];
}

/** The page with the line ends that pages are written with; `undefined` where there is none. */
const readPage = (path: string): string | undefined =>
  existsSync(path) ? readTextFile(path).replaceAll("\r\n", "\n") : undefined;
