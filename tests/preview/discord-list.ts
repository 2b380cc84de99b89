import { SimpleMarkdown, type rules } from "discord-markdown-parser";
import type { MarkdownNode } from "./markdown.ts";

/** A list as Discord reads it: lines that start with a bullet or a number, nested by their indent. */
export interface ListNode {
  readonly type: "list";
  readonly isOrdered: boolean;
  readonly start: number;
  readonly items: readonly (readonly MarkdownNode[])[];
}

/** Ends in the group by which the parser's other rules see that a line begins. */
const LINES = /^(?: *(?:[-*]|\d{1,9}\.) +[^\n]+(\n|$))+/u;
const LINE = /^(?<indent> *)(?:[-*]|(?<number>\d{1,9})\.) +(?<text>.+)$/u;

interface Line {
  readonly indent: number;
  readonly number: number | undefined;
  readonly text: string;
}

type Rule = (typeof rules)[string];

/** The rule that the parser lacks. */
export const list: Rule = {
  order: SimpleMarkdown.defaultRules.list.order,
  match: (source, state) => {
    const before: unknown = state.prevCapture;
    const isAtStart = !Array.isArray(before) || String(before[0]).endsWith("\n");
    return isAtStart ? LINES.exec(source) : null;
  },
  parse: (capture, parse, state) => {
    const lines = (capture[0] ?? "").trimEnd().split("\n").map(readLine);
    return listsOf(lines, (text) => parse(text, { ...state }));
  },
};

function readLine(line: string): Line {
  const { indent = "", number, text = line } = LINE.exec(line)?.groups ?? {};
  return { indent: indent.length, number: number === undefined ? undefined : Number(number), text };
}

/** Lines of one depth as lists: another list begins where bullets turn into numbers. */
function listsOf(lines: readonly Line[], parse: (text: string) => readonly MarkdownNode[]): ListNode[] {
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const isOther = ({ indent, number }: Line): boolean =>
    indent <= first.indent && (number === undefined) !== (first.number === undefined);
  const end = others.findIndex(isOther);
  const own = end === -1 ? lines : lines.slice(0, end + 1);
  const items = groupItems(own).map(([item, ...nested]) => [
    ...(item ? parse(item.text) : []),
    ...listsOf(nested, parse),
  ]);
  const node: ListNode = {
    type: "list",
    isOrdered: first.number !== undefined,
    start: first.number ?? 1,
    items,
  };
  return [node, ...listsOf(lines.slice(own.length), parse)];
}

/** Each item with the deeper lines below it. */
function groupItems(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const isNested = last?.[0] !== undefined && line.indent > last[0].indent;
    if (isNested) last?.push(line);
    else groups.push([line]);
  }
  return groups;
}
