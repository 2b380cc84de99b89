import { basename, extname } from "node:path";
import { slug } from "github-slugger";
import type { Root } from "mdast";
import type { Document } from "./document.ts";
import { readFrontMatter, withStated, type StatedFacts } from "./front-matter.ts";
import type { Entity, Glossary } from "./glossary.ts";
import { withInformalHeadings } from "./informal-headings.ts";
import { introducedNames } from "./introduced-names.ts";
import { parseMarkdown, type Markdown } from "./markdown.ts";
import type { IsOrdinary } from "./name-test.ts";
import { textBlocks, titleIn } from "./outline.ts";
import { readDocument } from "./parse-document.ts";
import { withReport, type Report } from "./problems.ts";
import { isPrepared } from "./search-card.ts";
import { findSubjects } from "./subjects.ts";
import { readUploadText } from "./upload-text.ts";

/** A file that a moderator uploads, and what they say of it; that wins over the file's front matter. */
export interface UploadedFile extends StatedFacts {
  readonly bytes: Uint8Array;
  /** With its ending. */
  readonly name: string;
}

/** What an uploaded file holds. */
export interface Upload {
  readonly document: Document;
  /** Names that the article introduces and the glossary lacks; its snippets are read with them. */
  readonly introduced: readonly Entity[];
}

/** A server holds at most so many snippets, so no document of it holds more. */
const MOST_SNIPPETS = 5000;

/**
 * Reads an uploaded `.md`, `.markdown` or `.txt` file of at most 1 MB: a prepared document, or an article that nobody
 * prepared. `isOrdinary` keeps everyday words from becoming names. Pure; throws `DocumentError` with problems by line.
 */
export function readUpload(file: UploadedFile, glossary: Glossary, isOrdinary?: IsOrdinary): Upload {
  return withReport(file.name, (report) => {
    const read = parseFile(file, report);
    const { text, root } = read ?? NOTHING;
    const isPlainText = extname(file.name).toLowerCase() === ".txt";
    const article = isPrepared(textBlocks(root))
      ? root
      : withInformalHeadings(root, { source: text, isPlainText });
    const upload = readRoot({ text, root: article, file }, { glossary, isOrdinary, report });
    // What cannot be read at all is said already.
    if (read !== undefined) checkSize(upload.document, report);
    return upload;
  });
}

const NOTHING: Markdown = { text: "", root: { type: "root", children: [] } };

function parseFile(file: UploadedFile, report: Report): Markdown | undefined {
  const text = readUploadText(file, report);
  return text === undefined ? undefined : parseMarkdown(text, report);
}

interface Source {
  readonly text: string;
  readonly root: Root;
  readonly file: UploadedFile;
}

interface Context {
  readonly glossary: Glossary;
  readonly isOrdinary: IsOrdinary;
  readonly report: Report;
}

function readRoot({ text, root, file }: Source, { glossary, isOrdinary, report }: Context): Upload {
  const front = withStated(readFrontMatter(root, report), file, report);
  const introduced = introducedNames(root, glossary, isOrdinary);
  const known =
    introduced.length === 0 ? glossary : { ...glossary, entities: [...glossary.entities, ...introduced] };
  const title = front.title ?? titleIn(root) ?? nameOf(file);
  const document = readDocument(
    { text, root },
    {
      id: idOf(title, file),
      front: { ...front, title },
      glossary: known,
      subjects: findSubjects(title, known, introduced),
      report,
    },
  );
  return { document, introduced };
}

const nameOf = ({ name }: UploadedFile): string => basename(name, extname(name));

/** Ids stand in addresses and buttons. */
const ID_LENGTH = 60;

function idOf(title: string, file: UploadedFile): string {
  const ids = [title, nameOf(file)].map((text) =>
    slug(text.slice(0, ID_LENGTH))
      .replaceAll(/[-_]{2,}/g, "-")
      .replaceAll(/^[-_]|[-_]$/g, ""),
  );
  return ids.find((id) => id !== "") ?? "document";
}

function checkSize({ sections }: Document, report: Report): void {
  const count = sections.reduce((sum, { snippets }) => sum + snippets.length, 0);
  if (count > MOST_SNIPPETS)
    report(1, `the file makes ${count} snippets, more than ${MOST_SNIPPETS}; divide it into several files`);
  if (count === 0) report(1, "the file holds no text that could answer; write paragraphs, lists or tables");
}
