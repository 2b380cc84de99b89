import { ImportError } from "../import-error.ts";
import { fullName, OCCUPATIONS, YARDSTICKS, type Occupation } from "../occupations.ts";
import { sayWage, writeWage } from "./say.ts";
import { asSentence } from "../words.ts";
import { withWritten, writeDocument, writeSnippet, writeTable, type WrittenSection } from "../snippet.ts";
import { askPay, askPayThen } from "./wage-questions.ts";
import type { Release, WageRow } from "./wages.ts";

/** What a wage document is written from. */
export interface WageSource {
  readonly release: Release;
  /** All releases, of which the newest that has an occupation answers questions without a year. */
  readonly releases: readonly Release[];
  /** Sections with reviewed snippets for the newest release; `{{15-1212 median}}` and `{{month}}` stand for its figures. */
  readonly written: string;
  /** ISO day on which the file was read. */
  readonly retrieved: string | undefined;
}

/** Not of one row: what the whole table tells. */
const WHOLE_TABLE = "National estimates";

/** The Markdown of one release. Throws ImportError for written snippets on what the release lacks. */
export function writeWageDocument(source: WageSource): string {
  const { release, retrieved } = source;
  const isNewest = release.year === Math.max(...source.releases.map(({ year }) => year));
  const written = isNewest ? fillIn(source.written, release) : "";
  const front = [
    ["title", `National Occupational Employment and Wage Estimates, May ${release.year}`],
    ["publisher", "US Bureau of Labor Statistics"],
    ["published", `${release.year}-05`],
    ["url", "https://www.bls.gov/oes/tables.htm"],
    ["anchors", "none"],
    ["license", "public domain"],
    ["reference", "true"],
    ["language", "en"],
    ["retrieved", retrieved],
  ] as const;
  return writeDocument(front, withWritten(sectionsOf(source), written, complain));
}

const complain = (heading: string): string =>
  `the written snippets of "${heading}" have no row in the newest release`;

function sectionsOf({ release, releases }: WageSource): readonly WrittenSection[] {
  const occupations = OCCUPATIONS.flatMap((occupation) => {
    const row = release.rows.get(occupation.code);
    if (!row) return [];
    const isLast = releases.every(({ year, rows }) => year <= release.year || !rows.has(occupation.code));
    return [{ heading: headingOf(row), snippets: [writePay({ occupation, row, release, isLast })] }];
  });
  const yardsticks = YARDSTICKS.flatMap(([code]) => {
    const row = release.rows.get(code);
    return row ? [{ heading: headingOf(row), snippets: [] }] : [];
  });
  return [{ heading: WHOLE_TABLE, snippets: [] }, ...occupations, ...yardsticks];
}

const headingOf = ({ code, title }: WageRow): string => `${code} ${title}`;

interface Pay {
  readonly occupation: Occupation;
  readonly row: WageRow;
  readonly release: Release;
  /** True when no later release has the occupation. */
  readonly isLast: boolean;
}

function writePay({ occupation, row, release: { year }, isLast }: Pay): string {
  return writeSnippet({
    ...(isLast ? askPay(occupation) : askPayThen(occupation, year)),
    about: occupation.roles,
    topics: ["salary", "national-pay"],
    figures: `role ${asSentence(fullName(occupation))}; place United States; period year; date May ${year}`,
    answer: [sayPay(fullName(occupation), row, year), tableOf(row, year), sayCount(row)].join("\n\n"),
  });
}

function sayPay(name: string, row: WageRow, year: number): string {
  const say = (wage: WageRow["median"]): string => sayWage(wage, year);
  return [
    `By BLS's count the median pay of ${name} in the United States was ${say(row.median)} a year in May ${year} (by the hour: ${say(row.hourlyMedian)}).`,
    `The middle half earned from ${say(row.quarter)} to ${say(row.threeQuarters)}; the mean was ${say(row.mean)}.`,
  ].join(" ");
}

const tableOf = (row: WageRow, year: number): string =>
  writeTable(
    ["Kind", "USD a year"],
    [
      ["Salary (median)", writeWage(row.median, year)],
      ["Salary (10th percentile)", writeWage(row.tenth, year)],
      ["Salary (90th percentile)", writeWage(row.ninetieth, year)],
    ],
  );

function sayCount({ employees }: WageRow): string {
  const count = employees.kind === "amount" ? employees.text : "not stated";
  return `Employees without the self-employed: ${count}. Before tax.`;
}

const BLANK = /\{\{([^{}]+)\}\}/g;

// `{{month}}`, `{{ranking}}`, `{{15-1212 median}}`
function fillIn(text: string, release: Release): string {
  return text.replaceAll(BLANK, (blank, name: string) => {
    if (name === "month") return `May ${release.year}`;
    if (name === "ranking") return rankingOf(release);
    const [code = "", column = ""] = name.split(" ");
    const row = release.rows.get(code);
    const wage = row && columnOf(row, column);
    if (!wage) throw new ImportError(`${blank} in the written snippets names nothing of May ${release.year}`);
    return sayWage(wage, release.year);
  });
}

function columnOf(row: WageRow, column: string): WageRow["median"] | undefined {
  return new Map(Object.entries({ median: row.median, tenth: row.tenth, ninetieth: row.ninetieth })).get(
    column,
  );
}

// Every occupation and yardstick of the release, the highest median first; those without one are left out.
function rankingOf({ rows, year }: Release): string {
  const named = [...OCCUPATIONS.map(({ code, plural }) => [code, plural] as const), ...YARDSTICKS].flatMap(
    ([code, name]) => {
      const median = rows.get(code)?.median;
      return median?.kind === "amount" ? [{ name: asSentence(name), median }] : [];
    },
  );
  const ordered = named.toSorted((one, other) => other.median.value - one.median.value);
  return writeTable(
    ["Occupation", "Median, USD a year"],
    ordered.map(({ name, median }) => [name, writeWage(median, year)]),
  );
}
