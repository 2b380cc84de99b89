import type { Document, Snippet } from "./document.ts";
import { buildCopyFinder } from "./copied-words.ts";
import { buildEvidence } from "./evidence.ts";
import { parseMarkdown } from "./markdown.ts";
import type { NameFinder } from "./names.ts";
import type { Report } from "./problems.ts";
import type { SourceSection, SourceText } from "./source-text.ts";
import { textPieces } from "./text-pieces.ts";
import { foldText } from "./words.ts";

/** What a document is compared with, and where its parts stand in its file. */
export interface Comparison {
  readonly source: SourceText;
  readonly names: NameFinder;
  /** The line of a heading or question in the document's file. */
  readonly lineOf: (heading: string) => number;
  readonly report: Report;
}

/** The source text of a document, by title, slug or first heading. */
export function findSource(document: Document, sources: readonly SourceText[]): SourceText | undefined {
  const names = [document.title, document.id].map(foldText);
  return sources.find((source) => source.names.some((name) => names.includes(foldText(name))));
}

/** Reports numbers, names and headings that the source lacks, headings the document lacks, and copied sentences. */
export function checkAgainst(document: Document, comparison: Comparison): void {
  const { source, report, lineOf } = comparison;
  const headings = document.sections.map((section) => section.heading);
  for (const { heading } of source.sections) {
    if (!headings.includes(heading))
      report(1, `the source's section "${heading}" is missing; add its heading`);
  }
  const check = buildSnippetCheck(document, comparison);
  for (const { heading, snippets } of document.sections) {
    const section = source.sections.find((candidate) => candidate.heading === heading);
    if (section === undefined)
      report(lineOf(heading), `the source ${source.path} has no section "${heading}"`);
    else for (const snippet of snippets) check(snippet, section);
  }
}

function buildSnippetCheck(
  document: Document,
  comparison: Comparison,
): (snippet: Snippet, section: SourceSection) => void {
  const { source, names, lineOf, report } = comparison;
  const { title, publisher, author, published } = document;
  const evidence = buildEvidence(source, { texts: [title, publisher, author, ...datesOf(published)], names });
  const findCopy = buildCopyFinder(source);
  return (snippet, section) => {
    const pieces = [snippet.question, ...answerPieces(snippet.answer)];
    const where = `the section "${section.heading}", "${snippet.question}"`;
    const missing = new Set(pieces.flatMap((piece) => evidence.missing(piece, section)));
    if (missing.size > 0)
      report(
        lineOf(snippet.question),
        `${where}: the source's section does not say ${[...missing].join(", ")}`,
      );
    const copy = snippet.derived ? undefined : pieces.map(findCopy).find((found) => found !== undefined);
    if (copy !== undefined)
      report(lineOf(snippet.question), `${where} copies the source: "${copy}"; say it in other words`);
  };
}

/** The paragraphs, list items and table cells of an answer, without markup. */
export function answerPieces(answer: string): readonly string[] {
  const markdown = parseMarkdown(answer, () => undefined);
  return markdown === undefined ? [answer] : textPieces(markdown.root);
}

/** `2023-01-23`, `January 23, 2023`: how an answer may print the document's date; less where less is stated. */
function datesOf(published: string): readonly string[] {
  const date = new Date(published);
  if (published.length < "2023-01".length || Number.isNaN(date.getTime())) return [published];
  const day = published.length > "2023-01".length ? "numeric" : undefined;
  return [
    published,
    date.toLocaleDateString("en-US", { year: "numeric", month: "long", day, timeZone: "UTC" }),
  ];
}
