import stringWidth from "string-width";
import type { Screen } from "./screen.ts";
import { wrap } from "./wrap.ts";

/** A head and rows, with as many cells each. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const GAP = "  ";

/** Aligned columns where the screen is wide enough, else one list item a row. */
export function renderTable(table: Table, screen: Screen): string {
  const widths = table.head.map((name, column) =>
    Math.max(...[name, ...cellsIn(column, table)].map(widthOf)),
  );
  const total = widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
  return total > screen.width ? renderList(table, screen) : renderColumns(table, widths, screen);
}

const widthOf = (cell: string): number => stringWidth(cell);

function cellsIn(column: number, { rows }: Table): string[] {
  return rows.map((row) => row[column] ?? "");
}

function renderColumns(table: Table, widths: readonly number[], screen: Screen): string {
  const numeric = table.head.map((_, column) => cellsIn(column, table).every(isNumeric));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? "";
        const space = " ".repeat(width - widthOf(cell));
        return numeric[column] ? space + cell : cell + space;
      })
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join(GAP);
  return [screen.paint("bold", line(table.head)), screen.paint("dim", rule), ...table.rows.map(line)].join(
    "\n",
  );
}

/** Digits without letters, or a cell that says nothing. */
function isNumeric(cell: string): boolean {
  return /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell) || /^[-–—]?$/u.test(cell);
}

/** `- Houston — Salary: 8,000 · Rent: 1,303`, without the empty cells. */
function renderList({ head, rows }: Table, { width }: Screen): string {
  return rows
    .map(([name = "", ...cells]) => {
      const facts = cells.flatMap((cell, at) => (cell === "" ? [] : [`${head[at + 1] ?? ""}: ${cell}`]));
      return wrap([name, facts.join(" · ")].filter(Boolean).join(" — "), { width, first: "- ", rest: "  " });
    })
    .join("\n");
}
