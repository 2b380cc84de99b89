import type { Table, TableRow } from "mdast";
import { currencyIn, isSilent, periodIn, readAmount, type PrintedAmount } from "./amounts.ts";
import { FIGURE_FACTS, NOT_STATED, type Figure, type FigureFact } from "./document.ts";
import { lineOf, plainText } from "./markdown.ts";
import type { Report } from "./problems.ts";

/** What a whole table or a row states, by field. */
export type FigureFacts = Partial<Readonly<Record<FigureFact, string>>>;

/** Column heads that state a field for their row. */
const FIELD_OF_HEAD: ReadonlyMap<string, FigureFact> = new Map<string, FigureFact>([
  ...FIGURE_FACTS.map((field) => [field, field] as const),
  ...["city", "location", "state", "country", "region"].map((head) => [head, "place"] as const),
  ...["company", "organization", "organisation"].map((head) => [head, "employer"] as const),
  ...["job board", "job site", "site", "website"].map((head) => [head, "platform"] as const),
  ...["job title", "title", "job", "position"].map((head) => [head, "role"] as const),
  ...["seniority", "experience"].map((head) => [head, "level"] as const),
]);

/** Reads `role DevOps engineer; currency not stated; period month`; calls `complain` for what it cannot read. */
export function readFigureFacts(text: string, complain: (message: string) => void): FigureFacts {
  const facts: Partial<Record<FigureFact, string>> = {};
  for (const pair of text.split(";").map((part) => part.trim())) {
    if (pair === "") continue;
    const [, key = "", value = ""] = /^(\S+)\s*(.*)$/.exec(pair) ?? [];
    const field = FIGURE_FACTS.find((name) => name === key.toLowerCase());
    if (field === undefined || value === "") {
      complain(`\`Figures:\` says "${pair}", which is not one of ${FIGURE_FACTS.join(", ")} with a value`);
    } else {
      facts[field] = value;
    }
  }
  return facts;
}

/** Where the figures of a table come from and what is known before it is read. */
export interface FigureSource {
  readonly facts: FigureFacts;
  /** The document's date, for figures that state none. */
  readonly published: string;
  /** Tells whether a column head names a role, as in `Platform | DevOps | DevSecOps`. */
  readonly namesRole: (head: string) => boolean;
  readonly report: Report;
}

/** The figures of a table: one for each amount. Reports amount cells that hold no amount. */
export function readFigures(table: Table, source: FigureSource): readonly Figure[] {
  const [head, ...rows] = table.children;
  const heads = head === undefined ? [] : cellsOf(head);
  return rows.flatMap((row) => figuresOfRow(row, heads, source));
}

/** The field that a column with this head states for its rows, or `undefined` when it holds amounts. */
export function fieldOfHead(head: string): FigureFact | undefined {
  return FIELD_OF_HEAD.get(head.toLowerCase());
}

/** The column heads that state a field, and the field. */
export function fieldHeads(): Iterable<readonly [head: string, field: FigureFact]> {
  return FIELD_OF_HEAD;
}

/** The texts of a row's cells. */
export function cellsOf(row: TableRow): readonly string[] {
  return row.children.map(plainText);
}

function figuresOfRow(row: TableRow, heads: readonly string[], source: FigureSource): Figure[] {
  const cells = cellsOf(row);
  const facts: Partial<Record<FigureFact, string>> = { ...source.facts };
  for (const [at, head] of heads.entries()) {
    const field = fieldOfHead(head);
    if (field !== undefined && !isSilent(cells[at] ?? "")) facts[field] = cells[at];
  }
  return heads.flatMap((head, at) => {
    const cell = cells[at] ?? "";
    if (fieldOfHead(head) !== undefined || isSilent(cell)) return [];
    const printed = readAmount(cell);
    if (printed !== undefined) return [buildFigure({ facts, head, printed, source })];
    source.report(
      lineOf(row),
      `"${cell}" in the column "${head}" is not an amount; write a number, a range, or \`–\``,
    );
    return [];
  });
}

interface FigureParts {
  readonly facts: FigureFacts;
  readonly head: string;
  readonly printed: PrintedAmount;
  readonly source: FigureSource;
}

/** A column that names a role holds what the table or the cell counts; any other column's head says what it holds. */
function buildFigure({ facts, head, printed, source }: FigureParts): Figure {
  const isRole = source.namesRole(head);
  const counted = facts.kind ?? (printed.unit === "" ? undefined : printed.unit);
  return {
    kind: counted ?? head.toLowerCase(),
    place: facts.place ?? NOT_STATED,
    employer: facts.employer ?? NOT_STATED,
    platform: facts.platform ?? NOT_STATED,
    role: facts.role ?? (isRole ? head : NOT_STATED),
    level: facts.level ?? NOT_STATED,
    amount: printed.amount,
    currency: printed.currency ?? facts.currency ?? currencyIn(head) ?? NOT_STATED,
    period: printed.period ?? facts.period ?? periodIn(head) ?? NOT_STATED,
    date: facts.date ?? source.published,
    note: facts.note ?? NOT_STATED,
  };
}
