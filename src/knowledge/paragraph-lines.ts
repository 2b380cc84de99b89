import type { Paragraph, PhrasingContent, Text } from "mdast";
import { plainText, spanOf } from "./markdown.ts";

/** The first printed line of a paragraph and what follows it, each a paragraph; `undefined` for a paragraph of one line. */
export function divideAtLineEnd(
  paragraph: Paragraph,
  source: string,
): readonly [first: Paragraph, rest: Paragraph] | undefined {
  const at = paragraph.children.findIndex((child) => child.type === "break" || hasLineEnd(child));
  const child = paragraph.children[at];
  if (child === undefined) return undefined;
  const halves = child.type === "text" ? divideText(child, source) : { before: [], after: [] };
  const first = [...paragraph.children.slice(0, at), ...(halves?.before ?? [])];
  const rest = [...(halves?.after ?? []), ...paragraph.children.slice(at + 1)];
  if (halves === undefined || first.length === 0 || rest.length === 0) return undefined;
  return [paragraphOf(first), paragraphOf(rest)];
}

/** The printed lines of a paragraph, each a paragraph. */
export function paragraphLines(paragraph: Paragraph, source: string): readonly Paragraph[] {
  const lines: Paragraph[] = [];
  let left: Paragraph = paragraph;
  for (let halves = divideAtLineEnd(left, source); halves; halves = divideAtLineEnd(left, source)) {
    lines.push(halves[0]);
    left = halves[1];
  }
  return [...lines, left];
}

/** True for a line all of which is in bold print. */
export function isBold({ children }: Paragraph): boolean {
  return (
    children.some((child) => child.type === "strong" && plainText(child) !== "") &&
    children.every((child) => child.type === "strong" || /^[\s:?]*$/.test(plainText(child)))
  );
}

const hasLineEnd = (node: PhrasingContent): boolean => node.type === "text" && node.value.includes("\n");

// A character reference may be a line end too: then the text as printed and as read differ, and it stays whole.
function divideText(node: Text, source: string): { before: Text[]; after: Text[] } | undefined {
  const { start, end } = spanOf(node);
  const printed = source.slice(start, end);
  const at = printed.indexOf("\n");
  if (at < 0 || printed.split("\n").length !== node.value.split("\n").length) return undefined;
  const cut = node.value.indexOf("\n");
  const piece = (value: string, from: number, to: number): Text[] =>
    value.trim() === "" ? [] : [{ type: "text", value, position: between(from, to, node) }];
  return {
    before: piece(node.value.slice(0, cut), start, start + at),
    after: piece(node.value.slice(cut + 1), start + at + 1, end),
  };
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return { type: "paragraph", children };
  return {
    type: "paragraph",
    children,
    position: between(spanOf(first).start, spanOf(last).end, first),
  };
}

function between(start: number, end: number, { position }: PhrasingContent): NonNullable<Text["position"]> {
  const line = position?.start.line ?? 1;
  return {
    start: { line, column: 1, offset: start },
    end: { line: position?.end.line ?? line, column: 1, offset: end },
  };
}
