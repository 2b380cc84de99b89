import type { Choice, Overview, OverviewPart } from "../../answering/reply.ts";
import { writeDate } from "../../answering/dates.ts";
import { QUOTA, type Uploaded } from "../../guilds/documents.ts";
import type { DocumentSummary } from "../../guilds/store.ts";
import type { Reading } from "../../guilds/uploads.ts";
import { NOT_STATED } from "../../knowledge/document.ts";
import type { Wording } from "../../languages/wording.ts";
import { MESSAGE_TEXT_MAX_LENGTH } from "../render/limits.ts";
import { shortenLine } from "../render/shorten.ts";
import { asWritten } from "./as-written.ts";

/** Names, sections and problems that are listed; the rest is counted. */
const MOST_NAMES = 20;
const MOST_SECTIONS = 20;
const MOST_PROBLEMS = 15;
const MOST_EXAMPLES = 3;

/** Of a title in a list of many. */
const LISTED_TITLE = 100;
/** What a message takes, with room for the title and for characters that are shown with a backslash. */
const PAGE_LENGTH = MESSAGE_TEXT_MAX_LENGTH - 1_000;

/** A document and what was understood of it. */
export interface Described {
  readonly title: string;
  readonly summary: DocumentSummary;
  readonly understood: Reading & { readonly mentioned?: readonly string[] };
}

/** What was understood of a document, with questions to try it with. */
export function describeDocument({ title, summary, understood }: Described, wording: Wording): Overview {
  const { knowledge: words } = wording.moderation;
  const { introduced, mentioned } = understood;
  const names = introduced.map(({ name }) => asWritten(name));
  return {
    kind: "overview",
    title,
    parts: [
      { heading: words.understood, text: factsOf(summary, wording) },
      ...(names.length > 0
        ? [{ heading: words.introduced, text: listed(names, MOST_NAMES, words.more) }]
        : []),
      ...(mentioned === undefined
        ? []
        : [{ heading: words.mentioned, text: listed(mentioned, MOST_NAMES, words.more) || words.noNames }]),
      { heading: words.sections, text: listSections(understood, wording) },
    ],
    choices: examplesOf(understood),
  };
}

function factsOf(document: DocumentSummary, wording: Wording): string {
  const { sections, snippets, url } = document;
  const { knowledge: words } = wording.moderation;
  return [
    words.size(sections, snippets),
    datesOf(document, wording),
    url === undefined ? words.noAddress : `<${url}>`,
  ]
    .map((line) => `- ${line}`)
    .join("\n");
}

function listSections({ document }: Reading, { moderation }: Wording): string {
  const { more } = moderation.knowledge;
  const lines = document.sections.map(
    ({ heading, snippets }) => `- ${asWritten(heading)} (${snippets.length})`,
  );
  const rest = lines.length - MOST_SECTIONS;
  return [...lines.slice(0, MOST_SECTIONS), ...(rest > 0 ? [`- ${more(rest)}`] : [])].join("\n");
}

function listed(names: readonly string[], most: number, more: (count: number) => string): string {
  const rest = names.length - most;
  return [...names.slice(0, most), ...(rest > 0 ? [more(rest)] : [])].join(", ");
}

/** The first question of each of the first sections. */
function examplesOf({ document }: Reading): readonly Choice[] {
  return document.sections
    .flatMap(({ snippets }) => snippets.slice(0, 1))
    .slice(0, MOST_EXAMPLES)
    .map(({ question }) => ({ label: question, run: { command: "ask", values: { question } } }));
}

/** What is wrong with a file, line by line. */
export function describeProblems(
  fileName: string,
  { problems }: Extract<Uploaded, { kind: "unreadable" }>,
  { moderation }: Wording,
): Overview {
  const { knowledge: words } = moderation;
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ line, message }) => `- ${words.line(line, message)}`);
  const rest = problems.length - lines.length;
  return {
    kind: "overview",
    title: words.unreadable(fileName),
    parts: [
      {
        heading: undefined,
        text: [
          words.nothingChanged,
          "",
          ...lines,
          ...(rest > 0 ? [`- ${words.moreProblems(rest)}`] : []),
        ].join("\n"),
      },
    ],
    choices: [],
  };
}

/** A server's documents, and how much of its quota they take, in as many pages as they need. */
export function listDocuments(
  documents: readonly DocumentSummary[],
  wording: Wording,
): readonly [Overview, ...Overview[]] {
  const { knowledge: words } = wording.moderation;
  const page = (parts: readonly OverviewPart[]): Overview => ({
    kind: "overview",
    title: words.list,
    parts,
    choices: [],
  });
  if (documents.length === 0) return [page([{ heading: undefined, text: words.none }])];
  const used = { heading: undefined, text: usedOf(documents, wording) };
  const [first = [], ...others] = inPages(documents.map((document) => partOf(document, wording)));
  return [page([used, ...first]), ...others.map(page)];
}

function partOf(document: DocumentSummary, wording: Wording): OverviewPart {
  const { title, url, sections, snippets } = document;
  const { knowledge: words } = wording.moderation;
  const text = `${words.size(sections, snippets)}, ${datesOf(document, wording)}`;
  return { heading: shortenLine(title, LISTED_TITLE), text, ...(url !== undefined && { url }) };
}

function datesOf({ published, added }: DocumentSummary, wording: Wording): string {
  const date = published === NOT_STATED ? undefined : writeDate(published, wording);
  return wording.moderation.knowledge.dated(date, added);
}

function inPages(parts: readonly OverviewPart[]): readonly (readonly OverviewPart[])[] {
  const pages: OverviewPart[][] = [];
  let length = PAGE_LENGTH;
  for (const part of parts) {
    const added = [part.heading, part.text, part.url].join("\n").length;
    length += added;
    if (length > PAGE_LENGTH) {
      pages.push([]);
      length = added;
    }
    pages.at(-1)?.push(part);
  }
  return pages;
}

/** How much of its quota a server uses. */
export function usedOf(documents: readonly DocumentSummary[], { moderation }: Wording): string {
  const snippets = documents.reduce((sum, document) => sum + document.snippets, 0);
  return moderation.knowledge.used(documents.length, snippets, QUOTA);
}
