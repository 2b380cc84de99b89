import type { Nodes, RootContent, Text } from "mdast";
import { isLineBreak, isUnseen, plainText, spanOf } from "./markdown.ts";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The Markdown of some neighbouring blocks as the source prints it, except that links and images are reduced to their
 * text, HTML, link definitions and footnote marks are left out, and lines of a paragraph are joined.
 */
export function answerText(blocks: readonly RootContent[], source: string): string {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return "";
  const edits = blocks.flatMap((block) => editsIn(block, source));
  return applyEdits(edits, { source, start: spanOf(first).start, end: spanOf(last).end })
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function editsIn(node: Nodes, source: string): readonly Edit[] {
  // Addresses that the reader finds in plain text become links without a position: their text stays as it is.
  if (node.position === undefined) return [];
  const span = spanOf(node);
  if (isUnseen(node)) return [{ ...span, text: isLineBreak(node) ? " " : "" }];
  if ("alt" in node) return [{ ...span, text: node.alt ?? "" }];
  if (node.type === "break") return [{ ...span, text: "\n" }];
  if (node.type === "text") return [{ ...span, text: onOneLine(node, source.slice(span.start, span.end)) }];
  if (node.type === "link" || node.type === "linkReference")
    return [{ ...span, text: insideOf(node, source) }];
  return "children" in node ? node.children.flatMap((child) => editsIn(child, source)) : [];
}

/** A line end within a paragraph is a space, and a character reference (`&amp;`) its character; escapes stay. */
function onOneLine(node: Text, printed: string): string {
  const text = /&#?\w+;/.test(printed) && !printed.includes("\\") ? node.value : printed;
  return text.replaceAll(/(?<![ \t])[ \t]*\n[ \t>]*/g, " ");
}

function insideOf(link: Nodes & { children: Nodes[] }, source: string): string {
  const [first, last] = [link.children[0], link.children.at(-1)];
  if (first?.position === undefined || last?.position === undefined) return plainText(link);
  const edits = link.children.flatMap((child) => editsIn(child, source));
  return applyEdits(edits, { source, start: spanOf(first).start, end: spanOf(last).end });
}

function applyEdits(edits: readonly Edit[], span: { source: string; start: number; end: number }): string {
  let text = "";
  let at = span.start;
  for (const edit of edits) {
    text += span.source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + span.source.slice(at, span.end);
}
