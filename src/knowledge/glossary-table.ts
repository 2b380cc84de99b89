import { cellsOf } from "./figures.ts";
import { lineOf } from "./markdown.ts";
import type { Part } from "./outline.ts";
import type { Report } from "./problems.ts";
import { foldText } from "./words.ts";

/** A row of a glossary table. */
export interface GlossaryRow {
  readonly line: number;
  /** What the row is called: its first cell. */
  readonly name: string;
  /** The cell under a head, empty when the table has no such column. */
  readonly cell: (head: string) => string;
}

/** The rows of a section's tables. Reports tables that lack one of `heads`, and rows without a name. */
export function readRows(section: Part, heads: readonly string[], report: Report): readonly GlossaryRow[] {
  return section.blocks.flatMap((block) => {
    if (block.type !== "table") return [];
    const [first, ...rows] = block.children;
    const printed = first === undefined ? [] : cellsOf(first);
    const missing = heads.filter((head) => !printed.includes(head));
    if (missing.length > 0) {
      report(
        lineOf(block),
        `the table in "${section.heading}" lacks the column ${missing.map((head) => `"${head}"`).join(", ")}`,
      );
      return [];
    }
    return rows.flatMap((row) => {
      const cells = cellsOf(row);
      const cell = (head: string): string => cells[printed.indexOf(head)] ?? "";
      const name = cell(heads[0] ?? "");
      if (foldText(name) !== "") return [{ line: lineOf(row), name, cell }];
      report(lineOf(row), `a row in "${section.heading}" has no ${heads[0] ?? "name"}`);
      return [];
    });
  });
}

/** The parts of a cell divided by commas, or by semicolons where a part has a comma. */
export function listCell(cell: string): readonly string[] {
  const parts = cell.split(cell.includes(";") ? ";" : ",").map((part) => part.trim());
  return [...new Set(parts.filter((part) => foldText(part) !== "" && part !== "not stated"))];
}

/** What a row calls something, for finding names that two rows claim. */
export interface Claim {
  readonly line: number;
  readonly name: string;
  readonly texts: readonly string[];
}

/** Reports names and spellings that two rows of one section claim, because a question could mean either. */
export function reportDoubleClaims(claims: readonly Claim[], heading: string, report: Report): void {
  const owners = new Map<string, Claim>();
  for (const claim of claims) {
    for (const text of new Set(claim.texts.map(foldText))) {
      const owner = owners.get(text);
      if (owner !== undefined) {
        report(
          claim.line,
          `"${claim.name}" in "${heading}" is written "${text}", as is "${owner.name}" in line ${owner.line}; keep one`,
        );
      }
      owners.set(text, owner ?? claim);
    }
  }
}
