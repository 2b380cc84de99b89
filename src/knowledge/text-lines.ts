import type { Nodes, Root, Table } from "mdast";
import { isUnseen, plainText } from "./markdown.ts";

/** A line of an article as a reader sees it. */
export interface TextLine {
  readonly text: string;
  readonly kind: "heading" | "item" | "prose" | "cell";
  /** The heading that it stands under, or is. */
  readonly heading: string;
  /** Its words in bold print, italics and quotation marks. */
  readonly marked: readonly string[];
}

/** The headings, paragraphs, list items and table cells of an article, line by line as printed. */
export function textLines(root: Root): readonly TextLine[] {
  let heading = "";
  return root.children.flatMap((node) => {
    if (node.type === "heading") heading = plainText(node);
    return linesOf(node, heading, "prose");
  });
}

/** The tables of an article, those in lists and quotations too. */
export function tablesIn(node: Nodes): readonly Table[] {
  if (node.type === "table") return [node];
  return "children" in node ? node.children.flatMap(tablesIn) : [];
}

function linesOf(node: Nodes, heading: string, kind: TextLine["kind"]): readonly TextLine[] {
  if (node.type === "heading") return [{ text: plainText(node), kind: "heading", heading, marked: [] }];
  if (node.type === "tableCell")
    return [{ text: plainText(node), kind: "cell", heading, marked: stressed(node) }];
  if (node.type === "paragraph") {
    const marked = stressed(node);
    return printedText(node)
      .split("\n")
      .map((text) => lineOf(text, marked, { heading, kind }));
  }
  if (!("children" in node)) return [];
  return node.children.flatMap((child) => linesOf(child, heading, node.type === "listItem" ? "item" : kind));
}

function lineOf(
  printed: string,
  marked: readonly string[],
  { heading, kind }: Pick<TextLine, "heading" | "kind">,
): TextLine {
  const text = printed.replaceAll(/\s+/g, " ").trim();
  return {
    text,
    kind,
    heading,
    marked: [...marked.filter((words) => text.includes(words)), ...quoted(text)],
  };
}

/** The text of a paragraph with its line ends. */
function printedText(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (isUnseen(node)) return "";
  if ("alt" in node) return node.alt ?? "";
  if ("children" in node) return node.children.map(printedText).join("");
  return "value" in node ? node.value : "";
}

/** What is longer is no term. */
const MARKED_LENGTH = 100;

function stressed(node: Nodes): readonly string[] {
  if (node.type === "strong" || node.type === "emphasis")
    return [
      plainText(node)
        .slice(0, MARKED_LENGTH)
        .replace(/^["“‘']|[.:,;"”’']+$/g, ""),
    ];
  return "children" in node ? node.children.flatMap(stressed) : [];
}

function quoted(text: string): readonly string[] {
  return Array.from(text.matchAll(/["“]([^"“”]{2,60})["”]/g), (match) => match[1] ?? "");
}
