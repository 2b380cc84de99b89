import { withWritten, writeDocument, writeSnippet } from "../snippet.ts";
import type { OnetClass } from "./classes.ts";
import type { OnetOccupation } from "./occupation.ts";
import { answersOf, TITLES } from "./onet-answers.ts";

/** What a document is written from. */
export interface OnetSource {
  readonly wanted: OnetClass;
  readonly occupation: OnetOccupation;
  /** Number of the release, as `29.3`. */
  readonly release: string;
  /** Month or day of the release, in ISO. */
  readonly published: string;
  /** ISO day on which the files were read. */
  readonly retrieved: string | undefined;
  /** Sections with reviewed snippets, under headings of the document. */
  readonly written: string;
}

/** The Markdown of one occupation; what the release has not rated is left out. Throws ImportError. */
export function writeOnetDocument(source: OnetSource): string {
  const { wanted, occupation, release } = source;
  const described = answersOf(wanted.occupation, occupation).map(([heading, snippet]) => ({
    heading,
    snippets: snippet ? [writeSnippet({ ...snippet, about: wanted.occupation.roles })] : [],
  }));
  const complain = (heading: string): string =>
    `the document "${occupation.title}" has no section "${heading}" for its written snippets`;
  const sections = withWritten(described, source.written, complain);
  const hasTitles = sections.some(({ heading, snippets }) => heading === TITLES && snippets.length > 0);
  const front = [
    ["title", `"${occupation.title}: O*NET ${release} Database"`],
    ["publisher", "US Department of Labor, Employment and Training Administration"],
    ["published", source.published],
    ["url", `https://www.onetonline.org/link/summary/${wanted.code}`],
    ["unanchored", hasTitles ? TITLES : undefined],
    ["license", "CC BY 4.0"],
    ["attribution", attributionOf(release)],
    ["reference", "true"],
    ["language", "en"],
    ["retrieved", source.retrieved],
  ] as const;
  return writeDocument(front, sections);
}

// The words that https://www.onetcenter.org/license_db.html asks for.
const attributionOf = (release: string): string =>
  `This page includes information from the O*NET ${release} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Rolecall has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.`;
