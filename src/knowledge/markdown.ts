import type { Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Report } from "./problems.ts";

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

/** Markdown with its source text, from which answers are cut by position. */
export interface Markdown {
  readonly text: string;
  readonly root: Root;
}

/** Reads clean text as Markdown; reports text whose nesting exhausts the reader, and returns `undefined` then. */
export function parseMarkdown(text: string, report: Report): Markdown | undefined {
  try {
    return { text, root: reader.parse(text) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(1, "quotes, lists or emphasis are nested too deeply to be read; make them flatter");
    return undefined;
  }
}

/** The words of a node as a reader sees them: without markup, link addresses and HTML; white space collapsed. */
export function plainText(node: Nodes): string {
  return collectText(node).replaceAll(/\s+/g, " ").trim();
}

/** The line a node starts on, from 1. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** Where a node lies in the source text. */
export function spanOf(node: Nodes): { readonly start: number; readonly end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** Kinds of nodes that a reader does not see where they stand. */
const UNSEEN = new Set(["html", "yaml", "definition", "footnoteReference", "footnoteDefinition"]);

/** True for a node that stands in the source but not in the text a reader sees. */
export function isUnseen(node: Nodes): boolean {
  return UNSEEN.has(node.type);
}

/** True for a `<br>`. */
export function isLineBreak(node: Nodes): boolean {
  return node.type === "html" && /^<br\b/i.test(node.value);
}

function collectText(node: Nodes): string {
  if (isUnseen(node)) return isLineBreak(node) ? " " : "";
  if (node.type === "break") return " ";
  if ("alt" in node) return node.alt ?? "";
  if ("children" in node) return node.children.map(collectText).join(separatorIn(node));
  return "value" in node ? node.value : "";
}

/** Words of two cells, items or blocks never run together. */
function separatorIn(node: Nodes): string {
  return ["root", "list", "listItem", "blockquote", "table", "tableRow"].includes(node.type) ? " " : "";
}
