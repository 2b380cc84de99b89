import type { Heading, Paragraph, Root, RootContent } from "mdast";
import { plainText } from "./markdown.ts";
import { isBold, joinLines, paragraphLines } from "./paragraph-lines.ts";
import { plainHeadingDepths } from "./plain-headings.ts";

/** A heading is shorter than a line of text. */
const HEADING_LENGTH = 120;

/** How an article is printed. */
interface Print {
  readonly source: string;
  /** Plain text has no marks for headings: short lines and lines of capitals are headings there. */
  readonly isPlainText: boolean;
}

/**
 * An article with what its author wrote in place of headings as headings: bold lines, questions with the answer in the
 * next line, and short lines of plain text. Lines that each start in bold become paragraphs.
 */
export function withInformalHeadings(root: Root, print: Print): Root {
  const blocks = root.children.flatMap((node): readonly RootContent[] =>
    node.type === "paragraph" ? divide(node, print) : [node],
  );
  const plainDepths = print.isPlainText
    ? plainHeadingDepths(blocks)
    : new Map<RootContent, Heading["depth"]>();
  let above = 1;
  const children = blocks.map((node, at): RootContent => {
    if (node.type === "heading") above = node.depth;
    const plainDepth = plainDepths.get(node);
    if (plainDepth !== undefined) above = plainDepth;
    if (plainDepth !== undefined) return headingOf(node, plainDepth);
    return isHeadingLine(node, blocks[at + 1]) ? headingOf(node, depthBelow(above)) : node;
  });
  return { ...root, children };
}

function divide(paragraph: Paragraph, print: Print): readonly Paragraph[] {
  const [first, ...rest] = paragraphLines(paragraph, print.source);
  if (first === undefined || rest.length === 0) return [paragraph];
  if ([first, ...rest].every(({ children }) => children[0]?.type === "strong")) return [first, ...rest];
  return startsWithHeading(first, print) ? [first, joinLines(rest, print.source)] : [paragraph];
}

function startsWithHeading(line: Paragraph, { isPlainText }: Print): boolean {
  const text = plainText(line);
  if (text.length > HEADING_LENGTH) return false;
  return isBold(line) || (text.endsWith("?") && (isPlainText || ASKS.test(text)));
}

/** "Q: What does it cost?" */
const ASKS = /^(?:Q|Question)\s?\d*\s?[:.)–-]/i;

function isHeadingLine(node: RootContent, next: RootContent | undefined): node is Paragraph {
  if (node.type !== "paragraph" || next === undefined || next.type === "heading") return false;
  const text = plainText(node);
  if (text.length > HEADING_LENGTH || text === "") return false;
  return (isBold(node) && !/[.,;]$/.test(text)) || (ASKS.test(text) && text.endsWith("?"));
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

const depthBelow = (depth: number): Heading["depth"] => DEPTHS[depth] ?? 6;

function headingOf(node: RootContent, depth: Heading["depth"]): RootContent {
  const line = node.type === "list" ? node.children[0]?.children[0] : node;
  if (line?.type !== "paragraph") return node;
  return {
    type: "heading",
    depth,
    children: line.children,
    ...(node.position && { position: node.position }),
  };
}
