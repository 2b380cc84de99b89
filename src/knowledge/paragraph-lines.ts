import type { Paragraph, PhrasingContent, Text } from "mdast";
import { plainText, spanOf } from "./markdown.ts";

/** The printed lines of a paragraph, each a paragraph. */
export function paragraphLines(paragraph: Paragraph, source: string): readonly Paragraph[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    const pieces = child.type === "text" ? textLines(child, source) : [child];
    for (const [at, piece] of pieces.entries()) {
      if (at > 0 || child.type === "break") lines.push([]);
      if (child.type !== "break" && piece !== undefined) lines.at(-1)?.push(piece);
    }
  }
  return lines.filter((children) => children.length > 0).map(paragraphOf);
}

/** Neighbouring lines of a paragraph as one paragraph. */
export function joinLines(lines: readonly Paragraph[], source: string): Paragraph {
  const children = lines.flatMap((line, at): PhrasingContent[] => {
    const before = lines[at - 1];
    return before === undefined ? line.children : [lineEnd(before, line, source), ...line.children];
  });
  return paragraphOf(children);
}

function lineEnd(before: Paragraph, after: Paragraph, source: string): PhrasingContent {
  const [start, end] = [spanOf(before).end, spanOf(after).start];
  const position = between(start, end, after);
  const isBreak = /\\\n| {2,}\n/.test(source.slice(start, end));
  return isBreak ? { type: "break", position } : { type: "text", value: "\n", position };
}

/** True for a line all of which is in bold print. */
export function isBold({ children }: Paragraph): boolean {
  return (
    children.some((child) => child.type === "strong" && plainText(child) !== "") &&
    children.every((child) => child.type === "strong" || /^[\s:?]*$/.test(plainText(child)))
  );
}

// A character reference may be a line end too: then the text as printed and as read differ, and it stays whole.
function textLines(node: Text, source: string): readonly (Text | undefined)[] {
  const { start, end } = spanOf(node);
  const printed = source.slice(start, end).split("\n");
  const values = node.value.split("\n");
  if (printed.length !== values.length) return [node];
  let from = start;
  return printed.map((line, at) => {
    const value = values[at] ?? "";
    const piece: Text = { type: "text", value, position: between(from, from + line.length, node) };
    from += line.length + 1;
    return value.trim() === "" ? undefined : piece;
  });
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

function between(
  start: number,
  end: number,
  { position }: PhrasingContent | Paragraph,
): NonNullable<Text["position"]> {
  const line = position?.start.line ?? 1;
  return {
    start: { line, column: 1, offset: start },
    end: { line: position?.end.line ?? line, column: 1, offset: end },
  };
}
