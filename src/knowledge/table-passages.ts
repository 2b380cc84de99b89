import type { Table, TableRow } from "mdast";
import { isSilent } from "./amounts.ts";
import { answerText } from "./answer-text.ts";
import { cellsOf, fieldOfHead, readFigures, type FigureSource } from "./figures.ts";
import { boldTermsIn, type Passage } from "./passage.ts";
import { readTermTable } from "./term-tables.ts";

/** A table of more rows is too long for a message: then only its rows answer. */
const WHOLE_TABLE_ROWS = 12;

/** What a table's first column must name for its numbers to be figures. */
const FIGURE_FIELDS = ["place", "employer", "platform", "role", "level"];

/** What the article around a table tells. */
export interface TableContext {
  readonly source: string;
  /** The paragraph before the table. */
  readonly lead: string;
  readonly figures: FigureSource;
}

/** A short table as one passage, and each row with its column heads: `City: Boston; Rent: 3,070`. */
export function tablePassages(table: Table, context: TableContext): readonly Passage[] {
  const [head, ...rows] = table.children;
  if (head === undefined || rows.length === 0) return [];
  const heads = cellsOf(head);
  const isShort = rows.length <= WHOLE_TABLE_ROWS;
  const boldTerms = boldTermsIn(table);
  const whole = {
    text: answerText([table], context.source),
    subject: heads.filter(Boolean).join(", "),
    lead: context.lead,
    boldTerms,
    defines: [],
    figures: figuresIn(table, heads, context),
  };
  const terms = readTermTable(table);
  const rowPassages = rows.map((row, at) => ({
    ...rowPassage(row, heads, context.lead),
    defines: terms[at]?.names.join(", ") ? [terms[at].names.join(", ")] : [],
  }));
  if (isShort) return [whole, ...rowPassages];
  return rowPassages.map((passage, at) => ({
    ...passage,
    figures: figuresIn(tableOf(head, rows[at]), heads, context),
  }));
}

/** Figures belong to one passage only, so that no card shows them twice: the whole table where there is one. */
function figuresIn(table: Table, heads: readonly string[], { figures }: TableContext): Passage["figures"] {
  const field = fieldOfHead(heads[0] ?? "");
  return field !== undefined && FIGURE_FIELDS.includes(field) ? readFigures(table, figures) : [];
}

function tableOf(head: TableRow, row: TableRow | undefined): Table {
  return { type: "table", children: row === undefined ? [head] : [head, row] };
}

function rowPassage(row: TableRow, heads: readonly string[], lead: string): Passage {
  const cells = cellsOf(row);
  const stated = cells.flatMap((cell, at) => {
    const head = heads[at] ?? "";
    if (isSilent(cell)) return [];
    return [head === "" ? cell : `${head}: ${cell}`];
  });
  const name = rowName(cells.filter((cell) => !isSilent(cell)));
  return {
    text: stated.join("; "),
    subject: name,
    lead: lead === "" ? `${name}: ${heads.filter(Boolean).join(", ")}` : lead,
    boldTerms: boldTermsIn(row),
    defines: [],
    figures: [],
  };
}

/** A code or number does not name a row by itself: "Q4, Reliability steward". */
const CODE_LENGTH = 4;

function rowName([first = "", second = ""]: readonly string[]): string {
  const isCode = first.length <= CODE_LENGTH && /^\p{L}{3,}/u.test(second);
  return isCode ? `${first}, ${second}` : first;
}
