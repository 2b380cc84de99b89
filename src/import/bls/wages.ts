import { ImportError } from "../import-error.ts";
import { readTable, type Row } from "../csv.ts";

/** What a cell of wages states: an amount as printed with commas, a wage above what is published, or nothing. */
export type Wage =
  | { readonly kind: "amount"; readonly text: string; readonly value: number }
  | { readonly kind: "above" }
  | { readonly kind: "none" };

/** One occupation of one release. Wages before tax of employees, in US dollars. */
export interface WageRow {
  /** `15-1212` */
  readonly code: string;
  /** As printed: `Information Security Analysts`. */
  readonly title: string;
  readonly employees: Wage;
  readonly hourlyMedian: Wage;
  readonly mean: Wage;
  readonly tenth: Wage;
  readonly quarter: Wage;
  readonly median: Wage;
  readonly threeQuarters: Wage;
  readonly ninetieth: Wage;
}

/** The wages of one May. */
export interface Release {
  readonly year: number;
  /** By occupation code. */
  readonly rows: ReadonlyMap<string, WageRow>;
}

const NEEDED = ["OCC_CODE", "OCC_TITLE", "A_MEDIAN"] as const;

/**
 * Reads the national wage table of the US Bureau of Labor Statistics, saved as CSV. The published file is
 * `national_M2025_dl.xlsx` in https://www.bls.gov/oes/tables.htm, one line an occupation under the heads AREA, AREA_TITLE,
 * AREA_TYPE, PRIM_STATE, NAICS, NAICS_TITLE, I_GROUP, OWN_CODE, OCC_CODE, OCC_TITLE, O_GROUP, TOT_EMP, EMP_PRSE, JOBS_1000,
 * LOC_QUOTIENT, PCT_TOTAL, PCT_RPT, H_MEAN, A_MEAN, MEAN_PRSE, H_PCT10 to H_PCT90, A_PCT10 to A_PCT90, ANNUAL, HOURLY.
 * Columns are found by their heads, so an extract is read too; a column YEAR_MAY lets one file hold several years, else
 * the year is the one in the file's name. `*` and `**` mean not available, `#` a wage above the highest one published.
 * Throws ImportError.
 */
export function readReleases(text: string, file: string): readonly Release[] {
  const rows = readTable(text);
  const missing = NEEDED.filter((head) => rows[0]?.has(head) !== true);
  if (missing.length > 0) throw new ImportError(`${file}: there is no column ${missing.join(" or ")}`);
  const years = new Map<number, Map<string, WageRow>>();
  for (const row of rows.filter(isNational)) {
    const year = yearOf(row, file);
    const known = years.get(year) ?? new Map<string, WageRow>();
    known.set(cell(row, "OCC_CODE"), readRow(row));
    years.set(year, known);
  }
  return [...years].map(([year, known]) => ({ year, rows: known }));
}

// The files of all areas have the lines of the whole country among those of states and industries.
function isNational(row: Row): boolean {
  const isEverywhere = ["", "U.S.", "US", "NATIONAL"].includes(cell(row, "AREA_TITLE").toUpperCase());
  return isEverywhere && ["", "cross-industry"].includes(cell(row, "I_GROUP").toLowerCase());
}

function yearOf(row: Row, file: string): number {
  const year = /\b20\d{2}\b/.exec(cell(row, "YEAR_MAY"))?.[0] ?? /M(20\d{2})/i.exec(file)?.[1];
  if (year !== undefined) return Number(year);
  throw new ImportError(`${file}: neither a column YEAR_MAY nor the name (national_M2025_dl) tells the year`);
}

const readRow = (row: Row): WageRow => ({
  code: cell(row, "OCC_CODE"),
  title: cell(row, "OCC_TITLE"),
  employees: readWage(cell(row, "TOT_EMP")),
  hourlyMedian: readWage(cell(row, "H_MEDIAN"), HOURLY_DIGITS),
  mean: readWage(cell(row, "A_MEAN")),
  tenth: readWage(cell(row, "A_PCT10")),
  quarter: readWage(cell(row, "A_PCT25")),
  median: readWage(cell(row, "A_MEDIAN")),
  threeQuarters: readWage(cell(row, "A_PCT75")),
  ninetieth: readWage(cell(row, "A_PCT90")),
});

const cell = (row: Row, head: string): string => row.get(head) ?? "";

/** Dollars and cents. */
const HOURLY_DIGITS = 2;

function readWage(printed: string, digits = 0): Wage {
  if (printed === "#") return { kind: "above" };
  const bare = printed.replaceAll(/[$,\s]/g, "");
  if (!/^\d+(?:\.\d+)?$/.test(bare)) return { kind: "none" };
  return { kind: "amount", text: withCommas(Number(bare).toFixed(digits)), value: Number(bare) };
}

const withCommas = (digits: string): string => digits.replaceAll(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ",");
