import { basename, extname } from "node:path";
import type { Root } from "mdast";
import { cleanText } from "./clean-text.ts";
import { deriveSnippets } from "./derived-snippets.ts";
import type { Document, Section } from "./document.ts";
import { readFrontMatter, type FrontMatter } from "./front-matter.ts";
import type { Glossary } from "./glossary.ts";
import { parseMarkdown, type Markdown } from "./markdown.ts";
import { divide, textBlocks, titleIn, type Part } from "./outline.ts";
import { readPreparedSnippets, type Draft } from "./prepared-snippets.ts";
import { withReport, type Report } from "./problems.ts";
import type { Reading, Subjects } from "./reading.ts";
import { recognizerFor } from "./recognizer.ts";
import { isPrepared } from "./search-card.ts";
import { buildSectionLinks } from "./section-link.ts";
import { plainText } from "./markdown.ts";
import { NO_SUBJECTS } from "./subjects.ts";

/** Where a document's text comes from. */
export interface DocumentSource {
  /** Named in error messages. */
  readonly path: string;
  /** The file's name without its ending when left out. */
  readonly id?: string;
}

/**
 * Turns the text of one file into a document: prepared snippets as written, or snippets derived from a plain article.
 * Pure. Throws `DocumentError` with every problem of the file.
 */
export function parseDocument(raw: string, source: DocumentSource, glossary: Glossary): Document {
  return withReport(source.path, (report) => {
    const text = cleanText(raw, report) ?? "";
    const markdown = parseMarkdown(text, report) ?? { text, root: EMPTY };
    const front = readFrontMatter(markdown.root, report);
    return readDocument(markdown, { id: source.id ?? documentId(source.path), front, glossary, report });
  });
}

/** `knowledge/devops-vs-devsecops.md` is the document `devops-vs-devsecops`. */
export function documentId(path: string): string {
  return basename(path, extname(path));
}

const EMPTY: Root = { type: "root", children: [] };

/** What a document's Markdown is read with. */
export interface DocumentContext {
  readonly id: string;
  readonly front: FrontMatter;
  readonly glossary: Glossary;
  /** What a plain article and its sections are about. */
  readonly subjects?: Subjects;
  readonly report: Report;
}

/** Turns Markdown into a document; what is wrong with it is reported. */
export function readDocument({ text, root }: Markdown, context: DocumentContext): Document {
  const { id, front, glossary, subjects = NO_SUBJECTS, report } = context;
  const title = front.title ?? titleIn(root) ?? id;
  const recognizer = recognizerFor(glossary);
  const reading: Reading = { text, title, front, glossary, recognizer, subjects, report };
  const { publisher, author, published, url, language, retrieved, license, reference } = front;
  const sections = readSections(root, reading);
  return {
    id,
    title,
    publisher,
    author,
    published,
    url,
    language,
    retrieved,
    ...(license !== undefined && { license }),
    ...(reference && { reference }),
    sections: numbered(sections, id),
  };
}

type Unnumbered = Omit<Section, "snippets"> & { readonly snippets: readonly Draft[] };

function readSections(root: Root, reading: Reading): readonly Unnumbered[] {
  const blocks = textBlocks(root);
  const prepared = isPrepared(blocks);
  const parts = divide(blocks, (heading) => plainText(heading) !== "" && (!prepared || heading.depth < 4));
  const linkTo = buildSectionLinks(reading.front);
  for (const name of reading.front.unanchored) {
    if (!parts.some(({ heading }) => heading === name))
      reading.report(1, `\`unanchored\` names "${name}", which is no section`);
  }
  const read = (part: Part): readonly Draft[] =>
    prepared ? readPreparedSnippets(part, reading) : deriveSnippets(part, reading);
  return parts.map((part) => ({ heading: part.heading, url: linkTo(part.heading), snippets: read(part) }));
}

function numbered(sections: readonly Unnumbered[], id: string): readonly Section[] {
  let number = 0;
  return sections.map((section) => ({
    ...section,
    snippets: section.snippets.map((draft) => {
      number += 1;
      return { id: `${id}/${number}`, ...draft };
    }),
  }));
}
