import { alignColumns } from "./columns.ts";

/** One figure of Rolecall, and what it is held against. */
export interface Row {
  readonly name: string;
  readonly unit: "ms" | "MB";
  readonly ours: number;
  readonly bare?: number;
  /** How the two are compared. */
  readonly by?: "difference" | "ratio";
  /** The most that the comparison may give: a difference in the row's unit, or a ratio. */
  readonly limit?: number;
  /** The most that Rolecall may have by itself, in the row's unit; instead of `limit`. */
  readonly most?: number;
}

const HEAD = ["Rolecall", "bare", "compared", "target", ""] as const;

/** The rows as aligned text under a title, each with its target met or not met. */
export function writeTable(rows: readonly Row[], title = ""): string {
  return alignColumns([[title, ...HEAD], ...rows.map(cellsOf)]);
}

function cellsOf(row: Row): readonly string[] {
  const { name, unit, ours, bare, limit, most } = row;
  const compared = compare(row);
  const target = most === undefined ? limit && show(row, limit) : `${round(most)} ${unit}`;
  const measured = most === undefined ? compared : ours;
  return [
    name,
    `${round(ours)} ${unit}`,
    bare === undefined ? "" : `${round(bare)} ${unit}`,
    compared === undefined ? "" : show(row, compared),
    target ? `≤ ${target}` : "",
    target && measured !== undefined ? (measured <= (most ?? limit ?? 0) ? "met" : "not met") : "",
  ];
}

function compare({ ours, bare, by }: Row): number | undefined {
  if (bare === undefined || by === undefined) return undefined;
  return by === "ratio" ? ours / bare : ours - bare;
}

function show({ by, unit }: Row, value: number): string {
  if (by === "ratio") return `${value.toFixed(value < 0.1 ? 3 : 1)} ×`;
  return `${value < 0 ? "−" : "+"}${round(Math.abs(value))} ${unit}`;
}

function round(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
