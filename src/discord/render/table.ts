import stringWidth from "string-width";
import { escapeCode, escapeInline } from "./escape.ts";

/** A pipe table: one head, rows of as many cells. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a phone of 375 px shows of a code block in a frame before its lines break; `npm run preview` shows it. */
const PHONE_COLUMNS = 30;
const GAP = "  ";

/** A narrow table keeps its columns; a wide one becomes lists, which a phone can wrap. */
export function renderTable(table: Table): string {
  const width = widthsOf(table).reduce((sum, column) => sum + column + GAP.length, -GAP.length);
  if (width <= PHONE_COLUMNS) return renderColumns(table);
  return namesItsRows(table) ? renderRowList(table) : renderColumnLists(table);
}

/** Where a row says the same words in its first column and in another, the columns are lists side by side. */
function namesItsRows({ rows }: Table): boolean {
  return !rows.some(([name = "", ...cells]) => /\p{L}/u.test(name) && cells.includes(name));
}

const ROW = /^\s*\|?(.*?)\|?\s*$/u;
const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u;

export function startsTable(line: string, next: string | undefined): boolean {
  return line.includes("|") && next !== undefined && next.includes("-") && DELIMITER.test(next);
}

/** Reads the lines of a table: head, delimiter, rows. Cells that a row lacks are empty. */
export function parseTable(lines: readonly string[]): Table {
  const [head = [], , ...rows] = lines.map(cellsOf);
  return { head, rows: rows.map((row) => head.map((_, column) => row[column] ?? "")) };
}

function cellsOf(line: string): readonly string[] {
  return (ROW.exec(line)?.[1] ?? "").split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

function widthsOf({ head, rows }: Table): readonly number[] {
  return head.map((name, column) =>
    Math.max(...[name, ...rows.map((row) => row[column] ?? "")].map(widthOf)),
  );
}

function renderColumns(table: Table): string {
  const widths = widthsOf(table);
  const numeric = table.head.map((_, column) => table.rows.every((row) => isNumeric(row[column] ?? "")));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        pad(escapeCode(cell), { width: widths[column] ?? 0, right: numeric[column] ?? false }),
      )
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  return ["```", line(table.head), rule, ...table.rows.map(line), "```"].join("\n");
}

function isNumeric(cell: string): boolean {
  return /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell) || /^[-–—]?$/u.test(cell);
}

function pad(cell: string, { width, right }: { readonly width: number; readonly right: boolean }): string {
  const space = " ".repeat(Math.max(0, width - widthOf(cell)));
  return right ? space + cell : cell + space;
}

/** Columns of a monospace line: accents take none, ideographs and emoji two. */
function widthOf(cell: string): number {
  return stringWidth(escapeCode(cell));
}

function renderColumnLists({ head, rows }: Table): string {
  const lists = head.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? "").filter(says);
    const label = name === "" ? [] : [renderName(name)];
    return [...label, ...cells.map((cell) => `- ${escapeInline(cell)}`)].join("\n");
  });
  return lists.join("\n");
}

function renderRowList({ head, rows }: Table): string {
  return rows.map((row) => renderItem(head, row)).join("\n");
}

/** `- **Houston** — Salary: 8,000 · Rent: 1,303`, without the cells that say nothing. */
function renderItem(head: readonly string[], [name = "", ...cells]: readonly string[]): string {
  const facts = cells.flatMap((cell, index) => (says(cell) ? [renderFact(head[index + 1] ?? "", cell)] : []));
  const label = `- ${renderName(name)}`;
  return facts.length === 0 ? label : `${label} — ${facts.join(" · ")}`;
}

function renderName(name: string): string {
  return `**${escapeInline(name.replaceAll("**", ""))}**`;
}

/** An empty cell or a dash says nothing. */
function says(cell: string): boolean {
  return !/^[-–—]?$/u.test(cell);
}

/** `Rent: 1,303`; a column that is ticked is named alone. */
function renderFact(name: string, cell: string): string {
  const words = /^yes$/iu.test(cell) ? [name || cell] : [name, cell].filter(Boolean);
  return words.map(escapeInline).join(": ");
}
