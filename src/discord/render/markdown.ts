import { escapeInline } from "./escape.ts";
import { parseTable, renderTable, startsTable } from "./table.ts";

/** Markdown of a document (paragraphs, lists, pipe tables) as Discord shows it, with everything else escaped. */
export function renderMarkdown(markdown: string): string {
  const lines = markdown.replaceAll(/\r\n?/g, "\n").split("\n");
  const blocks: string[] = [];
  for (let index = 0; index < lines.length;) {
    const block = lines.slice(index, index + Math.max(1, tableLength(lines, index)));
    blocks.push(block.length > 1 ? renderTable(parseTable(block)) : renderLine(block[0] ?? ""));
    index += block.length;
  }
  const text = blocks.join("\n").replaceAll(EMPTY_LINES, "\n\n").replaceAll(BEFORE_BLOCK, "\n");
  return text.trim();
}

const EMPTY_LINES = /\n{3,}/g;

/** A list, with its name or without, or a table stands close to the line that introduces it: a phone has no room for gaps. */
const BEFORE_BLOCK = /\n\n(?=(?:\*\*[^*\n]+\*\*\n)? *(?:-|\d+\.) |```)/g;

/** Lines that the table starting here takes; 0 when none starts. */
function tableLength(lines: readonly string[], start: number): number {
  if (!startsTable(lines[start] ?? "", lines[start + 1])) return 0;
  const end = lines.findIndex((line, index) => index > start + 1 && !line.includes("|"));
  return (end === -1 ? lines.length : end) - start;
}

/** A list item: what stands before its text, and its text. Numbers stay, bullets become dashes. */
const ITEM = /^(?<indent> *)(?:[-*+]|(?<number>\d{1,9})[.)]) +(?<text>.*)$/u;

function renderLine(line: string): string {
  const item = ITEM.exec(line)?.groups;
  if (item === undefined) return renderStart(line.trim());
  const mark = item["number"] === undefined ? "-" : `${item["number"]}.`;
  return `${item["indent"] ?? ""}${mark} ${renderStart(item["text"] ?? "")}`;
}

/** Headings, small print and quotes are the bot's own to give, not a document's. */
const OWN_MARKS = /^(?=#{1,6}\s|-#|>)/u;

function renderStart(text: string): string {
  return escapeInline(text).replace(OWN_MARKS, "\\");
}
