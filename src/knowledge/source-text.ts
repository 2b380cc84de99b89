import type { Root } from "mdast";
import { cleanText } from "./clean-text.ts";
import { readFrontMatter } from "./front-matter.ts";
import { parseMarkdown, plainText } from "./markdown.ts";
import { divide, textBlocks, titleIn, type Part } from "./outline.ts";
import { addressesIn, stressedWords, textPieces } from "./text-pieces.ts";

/** The text that a document was written from. */
export interface SourceText {
  readonly path: string;
  /** What a document may be matched by: title, slug, first heading. */
  readonly names: readonly string[];
  readonly sections: readonly SourceSection[];
}

/** One section of a source text. */
export interface SourceSection {
  readonly heading: string;
  /** Its paragraphs, list items and table cells with those of its subsections, without markup; the headings first. */
  readonly pieces: readonly string[];
  /** Words within its words that bold or italics single out, and addresses of its links and pictures. */
  readonly asides: readonly string[];
}

/** Reads a source text; whatever an author would have to mend in a document is let pass. */
export function parseSource(raw: string, path: string): SourceText {
  const text = cleanText(raw, ignore) ?? "";
  const root: Root = parseMarkdown(text, ignore)?.root ?? { type: "root", children: [] };
  const front = readFrontMatter(root, ignore);
  const slug = /^slug:\s*["']?([^"'\s]+)/m.exec(text)?.[1]?.replaceAll(/^\/|\/$/g, "");
  const parts = divide(textBlocks(root), (heading) => plainText(heading) !== "");
  return {
    path,
    names: [front.title, slug, titleIn(root)].filter((name) => name !== undefined),
    sections: parts.map((part, at) => readSection(part, subsectionsOf(part, parts.slice(at + 1)))),
  };
}

function readSection({ heading, blocks }: Part, subsections: readonly Part[]): SourceSection {
  const all = [...blocks, ...subsections.flatMap((part) => part.blocks)];
  const headings = [heading, ...subsections.map((part) => part.heading)];
  return {
    heading,
    pieces: [...headings, ...all.flatMap(textPieces)],
    asides: [...all.flatMap(stressedWords), ...all.flatMap(addressesIn)],
  };
}

function subsectionsOf({ depth }: Part, following: readonly Part[]): readonly Part[] {
  const end = following.findIndex((part) => part.depth <= depth);
  return depth === 0 ? [] : following.slice(0, end === -1 ? undefined : end);
}

function ignore(): void {}
