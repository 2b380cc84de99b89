import type { Nodes } from "mdast";
import { plainText } from "./markdown.ts";

/** Each paragraph, heading, table cell and code block of some Markdown as a text of its own, in order. */
export function textPieces(node: Nodes): readonly string[] {
  if (["paragraph", "heading", "tableCell", "code"].includes(node.type))
    return [plainText(node)].filter(Boolean);
  return "children" in node ? node.children.flatMap(textPieces) : [];
}

/** The addresses that links and images in some Markdown lead to. */
export function addressesIn(node: Nodes): readonly string[] {
  const own = "url" in node ? [node.url] : [];
  return "children" in node ? [...own, ...node.children.flatMap(addressesIn)] : own;
}

/** Words and parts of words in bold or italics: `*Sec*urity` holds `Sec`. */
export function stressedWords(node: Nodes): readonly string[] {
  if (node.type === "strong" || node.type === "emphasis") return [plainText(node)];
  return "children" in node ? node.children.flatMap(stressedWords) : [];
}
