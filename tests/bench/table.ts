import { alignColumns } from "./columns.ts";

/** One figure of Rolecall, and what it is held against. */
export interface Row {
  readonly name: string;
  readonly unit: "ms" | "MB" | "KB" | "h" | "";
  readonly ours: number;
  readonly bare?: number;
  /** How the two are compared. */
  readonly by?: "difference" | "ratio";
  /** The most that the comparison may give: a difference in the row's unit, or a ratio. */
  readonly limit?: number;
  /** The most that Rolecall may have by itself, in the row's unit; instead of `limit`. */
  readonly most?: number;
  /** The least that the comparison may give: a ratio; instead of `limit`. */
  readonly least?: number;
}

const HEAD = ["Rolecall", "bare", "compared", "target", ""] as const;

/** The rows as aligned text under a title, each with its target met or not met. */
export function writeTable(rows: readonly Row[], title = ""): string {
  return alignColumns([[title, ...HEAD], ...rows.map(cellsOf)]);
}

function cellsOf(row: Row): readonly string[] {
  const { name, unit, ours, bare } = row;
  const compared = compare(row);
  return [
    name,
    `${round(ours)} ${unit}`.trimEnd(),
    bare === undefined ? "" : `${round(bare)} ${unit}`.trimEnd(),
    compared === undefined ? "" : show(row, compared),
    ...judge(row, compared),
  ];
}

/** The target as text, and whether it is met. */
function judge(row: Row, compared: number | undefined): readonly [target: string, verdict: string] {
  const { unit, ours, limit, most, least } = row;
  if (most !== undefined) return [`≤ ${round(most)} ${unit}`.trimEnd(), verdict(ours <= most)];
  if (compared === undefined) return ["", ""];
  if (least !== undefined) return [`≥ ${show(row, least)}`, verdict(compared >= least)];
  return limit === undefined ? ["", ""] : [`≤ ${show(row, limit)}`, verdict(compared <= limit)];
}

const verdict = (isMet: boolean): string => (isMet ? "met" : "not met");

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
