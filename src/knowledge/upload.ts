import { basename, extname } from "node:path";
import { slug } from "github-slugger";
import type { Root } from "mdast";
import { NOT_STATED, type Document } from "./document.ts";
import { readFrontMatter, withStated, type StatedFacts } from "./front-matter.ts";
import type { Entity, Glossary } from "./glossary.ts";
import { withInformalHeadings } from "./informal-headings.ts";
import { introducedNames } from "./introduced-names.ts";
import { parseLongMarkdown } from "./long-markdown.ts";
import { plainText } from "./markdown.ts";
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
  return withReport(file.name, (note) => {
    const report = countingReport(note);
    const text = readUploadText(file, report);
    const root = text === undefined ? undefined : parseLongMarkdown(text, report);
    if (text === undefined || root === undefined) return NOTHING;
    const isPlainText = extname(file.name).toLowerCase() === ".txt";
    const headings = root.children.filter(({ type }) => type === "heading").length;
    if (!checkSize(leastSnippets(root), headings, report)) return NOTHING;
    const article = isPrepared(textBlocks(root))
      ? root
      : withInformalHeadings(root, { source: text, isPlainText });
    return readRoot({ text, root: article, file }, { glossary, isOrdinary, report });
  });
}

/** What a file that cannot be read holds; its problems are told instead. */
const NOTHING: Upload = {
  document: {
    id: "",
    title: "",
    publisher: NOT_STATED,
    author: NOT_STATED,
    published: NOT_STATED,
    url: undefined,
    language: "en",
    retrieved: NOT_STATED,
    sections: [],
  },
  introduced: [],
};

interface Source {
  readonly text: string;
  readonly root: Root;
  readonly file: UploadedFile;
}

interface Context {
  readonly glossary: Glossary;
  readonly isOrdinary: IsOrdinary;
  readonly report: CountingReport;
}

/** A report that knows whether it noted anything. */
type CountingReport = Report & { readonly isUsed: () => boolean };

function countingReport(note: Report): CountingReport {
  let isUsed = false;
  const report: Report = (line, message) => {
    isUsed = true;
    note(line, message);
  };
  return Object.assign(report, { isUsed: () => isUsed });
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
  const count = document.sections.reduce((sum, { snippets }) => sum + snippets.length, 0);
  checkSize(count, 0, report);
  // What another problem keeps from being read is not missing.
  if (count === 0 && !report.isUsed())
    report(1, "the file holds no text that could answer; write paragraphs, lists or tables");
  return { document, introduced };
}

const nameOf = ({ name }: UploadedFile): string => basename(name, extname(name));

/** Ids stand in addresses and buttons. */
const ID_LENGTH = 60;

function idOf(title: string, file: UploadedFile): string {
  const ids = [title, nameOf(file)].map((text) =>
    slug(text.slice(0, ID_LENGTH))
      // What is half a character, or none, has no place in an address.
      .replaceAll(/[^\p{L}\p{N}\p{M}_-]/gu, "")
      .replaceAll(/[-_]{2,}/g, "-")
      .replaceAll(/^[-_]|[-_]$/g, ""),
  );
  return ids.find((id) => id !== "") ?? "document";
}

/** The least that the blocks of an article make: a snippet for each paragraph, and for each row of a table. */
function leastSnippets({ children }: Root): number {
  return children.reduce((sum, node, at) => {
    if (node.type === "table") return sum + node.children.length - 1;
    const isAnnouncing = children[at + 1]?.type === "list";
    return node.type === "paragraph" && !isAnnouncing && plainText(node) !== "" ? sum + 1 : sum;
  }, 0);
}

function checkSize(snippets: number, headings: number, report: Report): boolean {
  const [count, things] = snippets > MOST_SNIPPETS ? [snippets, "snippets"] : [headings, "headings"];
  if (count <= MOST_SNIPPETS) return true;
  report(1, `the file makes ${count} ${things}, more than ${MOST_SNIPPETS}; divide it into several files`);
  return false;
}
