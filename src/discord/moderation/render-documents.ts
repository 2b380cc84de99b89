import type { Choice, Overview } from "../../answering/reply.ts";
import { writeDate } from "../../answering/dates.ts";
import { QUOTA, type Uploaded } from "../../guilds/documents.ts";
import type { DocumentSummary } from "../../guilds/store.ts";
import type { Reading } from "../../guilds/uploads.ts";
import { NOT_STATED } from "../../knowledge/document.ts";
import type { Wording } from "../../languages/wording.ts";

/** Names, sections and problems that are listed; the rest is counted. */
const MOST_NAMES = 20;
const MOST_SECTIONS = 20;
const MOST_PROBLEMS = 15;
const MOST_EXAMPLES = 3;

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
  const names = introduced.map(({ name }) => name);
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

function factsOf({ sections, snippets, published, added, url }: DocumentSummary, wording: Wording): string {
  const { knowledge: words } = wording.moderation;
  const date = published === NOT_STATED ? undefined : writeDate(published, wording);
  return [
    words.size(sections, snippets),
    words.dated(date, added),
    url === undefined ? words.noAddress : `<${url}>`,
  ]
    .map((line) => `- ${line}`)
    .join("\n");
}

function listSections({ document }: Reading, { moderation }: Wording): string {
  const { more } = moderation.knowledge;
  const lines = document.sections.map(({ heading, snippets }) => `- ${heading} (${snippets.length})`);
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

/** A server's documents, and how much of its quota they take. */
export function listDocuments(documents: readonly DocumentSummary[], wording: Wording): Overview {
  const { knowledge: words } = wording.moderation;
  if (documents.length === 0)
    return {
      kind: "overview",
      title: words.list,
      parts: [{ heading: undefined, text: words.none }],
      choices: [],
    };
  return {
    kind: "overview",
    title: words.list,
    parts: [
      { heading: undefined, text: usedOf(documents, wording) },
      ...documents.map(({ title, url, sections, snippets, published, added }) => ({
        heading: title,
        text: `${words.size(sections, snippets)}, ${words.dated(published === NOT_STATED ? undefined : writeDate(published, wording), added)}`,
        ...(url !== undefined && { url }),
      })),
    ],
    choices: [],
  };
}

/** How much of its quota a server uses. */
export function usedOf(documents: readonly DocumentSummary[], { moderation }: Wording): string {
  const snippets = documents.reduce((sum, document) => sum + document.snippets, 0);
  return moderation.knowledge.used(documents.length, snippets, QUOTA);
}
