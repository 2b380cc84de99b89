import { readLines, type Line } from "../csv.ts";
import { ImportError } from "../import-error.ts";
import { sayMonth } from "../months.ts";
import type { TextFile } from "../released.ts";

/** The columns that are read of each table; https://www.onetcenter.org/dictionary/ lists them all. */
const COLUMNS = {
  "Occupation Data": ["Title", "Description"],
  "Alternate Titles": ["Alternate Title", "Short Title"],
  "Task Statements": ["Task ID", "Task", "Task Type", "Date"],
  "Technology Skills": ["Example", "In Demand"],
  Skills: ["Element Name", "Scale ID", "Data Value", "Recommend Suppress", "Date"],
  "Education, Training, and Experience": [
    "Scale ID",
    "Category",
    "Data Value",
    "N",
    "Recommend Suppress",
    "Date",
    "Domain Source",
  ],
  "Education, Training, and Experience Categories": ["Scale ID", "Category", "Category Description"],
  "Job Zones": ["Job Zone", "Date", "Domain Source"],
  "Job Zone Reference": ["Job Zone", "Name", "Education", "Job Training"],
  "Related Occupations": ["Related O*NET-SOC Code", "Relatedness Tier", "Index"],
} as const;

/** Tables that are not of occupations. */
const WITHOUT_CODE: readonly TableName[] = [
  "Education, Training, and Experience Categories",
  "Job Zone Reference",
];

const CODE = "O*NET-SOC Code";

/** A table by its name in the release. */
export type TableName = keyof typeof COLUMNS;

/** A line of a table, and how to read its cells by the heads as printed. */
export interface Cells {
  readonly text: (head: string) => string;
  /** Throws ImportError where the cell holds no number. */
  readonly number: (head: string) => number;
}

/** The lines of a table, those of one occupation if its code is given. Throws ImportError for a table that lacks a column. */
export type Tables = (name: TableName, code?: string) => readonly Cells[];

/**
 * Reads the tables of an O*NET release, saved as text with tabs (`Job Zones.txt`, as published) or as CSV (`Job_Zones.csv`).
 * Throws ImportError for tables and columns that are missing.
 */
export function readTables(files: readonly TextFile[]): Tables {
  const tables = new Map<string, readonly (readonly [code: string, cells: Cells])[]>(
    namesOf(COLUMNS).map((name) => [name, readTable(name, files)]),
  );
  return (name, code) =>
    (tables.get(name) ?? []).flatMap(([of, cells]) => (code === undefined || of === code ? [cells] : []));
}

const namesOf = (columns: typeof COLUMNS): readonly TableName[] =>
  Object.keys(columns).filter((name): name is TableName => name in columns);

function readTable(name: TableName, files: readonly TextFile[]): readonly (readonly [string, Cells])[] {
  const file = files.find((each) => plain(each.name.replace(/\.[a-z]+$/i, "")) === plain(name));
  if (!file) {
    throw new ImportError(`there is no table "${name}"; add "${name}.txt" of the same release to the folder`);
  }
  const lines = readLines(file.text);
  const needed = WITHOUT_CODE.includes(name) ? COLUMNS[name] : [CODE, ...COLUMNS[name]];
  const missing = needed.filter((head) => lines[0]?.row.has(head.toUpperCase()) !== true);
  if (missing.length > 0) {
    const heads = missing.map((head) => `"${head}"`).join(" and ");
    throw new ImportError(`${file.name}:1: there is no column ${heads}; save the table as released`);
  }
  return lines.map((line) => [line.row.get(CODE.toUpperCase()) ?? "", cellsOf(line, file.name)]);
}

// `Education_Training_and_Experience.csv` is "Education, Training, and Experience.txt".
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .trim();

function cellsOf({ line, row }: Line, file: string): Cells {
  const text = (head: string): string => row.get(head.toUpperCase()) ?? "";
  const number = (head: string): number => {
    const printed = text(head);
    if (printed !== "" && Number.isFinite(Number(printed))) return Number(printed);
    throw new ImportError(`${file}:${line}: "${head}" is "${printed}" and must be a number; mend the cell`);
  };
  return { text, number };
}

/** The month in which a line was last brought up to date, `August 2018` where `08/2018` is printed. */
export function dateOf(row: Cells): string {
  const [month = "", year = ""] = row.text("Date").split("/");
  return sayMonth(month, year);
}
