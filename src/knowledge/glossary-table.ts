import type { GlossaryTable } from "./glossary-sections.ts";
import type { Report } from "./problems.ts";
import { offerNearest } from "./nearest.ts";
import { foldText } from "./words.ts";

/** A row of a glossary table. */
export interface GlossaryRow {
  readonly line: number;
  /** What the row is called: its first cell. */
  readonly name: string;
  /** The cell under a head, empty when the table has no such column. */
  readonly cell: (head: string) => string;
}

/** The rows of a table. Reports a table that lacks one of `heads`, and rows without a name. */
export function readRows(
  { heading, head, rows }: GlossaryTable,
  heads: readonly [string, ...string[]],
  report: Report,
): readonly GlossaryRow[] {
  const missing = heads.filter((name) => !head.cells.includes(name));
  if (missing.length > 0) {
    report(
      head.line,
      `the table in "${heading}" lacks the column ${missing.map((name) => `"${name}"`).join(", ")}`,
    );
    return [];
  }
  return rows.flatMap(({ line, cells }) => {
    const cell = (name: string): string => cells[head.cells.indexOf(name)] ?? "";
    const name = cell(heads[0]);
    if (foldText(name) !== "") return [{ line, name, cell }];
    report(line, `a row in "${heading}" has no ${heads[0]}`);
    return [];
  });
}

/** The parts of a cell divided by commas, or by semicolons where a part has a comma. */
export function listCell(cell: string): readonly string[] {
  const parts = cell.split(cell.includes(";") ? ";" : ",").map((part) => part.trim());
  return [...new Set(parts.filter((part) => foldText(part) !== "" && part !== "not stated"))];
}

/** Reports names that two rows of one section have, however they are written. */
export function reportRepeats(rows: readonly GlossaryRow[], heading: string, report: Report): void {
  const firsts = new Map<string, GlossaryRow>();
  for (const row of rows) {
    const folded = foldText(row.name);
    const first = firsts.get(folded);
    if (first === undefined) firsts.set(folded, row);
    else report(row.line, `"${row.name}" in "${heading}" is also in line ${first.line}; keep one row`);
  }
}

/** Reports cells under "Part of" that name no row of their section. */
export function reportUnknownWholes(rows: readonly GlossaryRow[], report: Report): void {
  const names = rows.map((row) => row.name);
  for (const row of rows) {
    const unknown = listCell(row.cell("Part of")).filter((whole) => !names.includes(whole));
    for (const whole of unknown) {
      report(row.line, `"${row.name}" is part of "${whole}", which has no row${offerNearest(whole, names)}`);
    }
  }
}
