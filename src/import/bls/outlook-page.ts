import { ImportError } from "../import-error.ts";

/** An occupation's line in the table of projections: numbers as printed, `-4` for a decline. */
export interface Projection {
  readonly title: string;
  readonly employment: string;
  readonly projected: string;
  readonly percent: string;
}

/** What an occupation earned in the month that the page states. Amounts as printed, without the sign. */
export interface PagePay {
  /** As the sentence names it: `information security analysts`. */
  readonly occupation: string;
  readonly median: string;
  readonly tenth: string | undefined;
  readonly ninetieth: string | undefined;
}

/** What the largest industries pay an occupation, in the page's order. */
export interface IndustryPay {
  readonly occupation: string;
  readonly rows: readonly (readonly [industry: string, median: string])[];
}

/** What is read of a page of the Occupational Outlook Handbook; `undefined` where the page does not say. */
export interface OutlookPage {
  readonly title: string;
  readonly url: string;
  /** ISO days. */
  readonly modified: string | undefined;
  readonly visited: string | undefined;
  /** `May 2024` */
  readonly payMonth: string | undefined;
  readonly facts: ReadonlyMap<string, string>;
  readonly pay: readonly PagePay[];
  readonly industries: readonly IndustryPay[];
  /** `2024`, `2034` */
  readonly years: readonly [from: string, to: string] | undefined;
  readonly projections: readonly Projection[];
  readonly openings: string | undefined;
  /** Growth of all that the page compares with, in percent: `Computer occupations`, `Total, all occupations`. */
  readonly growth: ReadonlyMap<string, string>;
  /** Median pay of all that the page compares with. */
  readonly medians: ReadonlyMap<string, string>;
  /** Section headings, as printed. */
  readonly headings: readonly string[];
}

/**
 * Reads a page of https://www.bls.gov/ooh/ saved as text: `#` and `##` headings, tables with `|` before each cell, the
 * sections Summary (with Quick Facts), Pay and Job Outlook, and the suggested citation at the end. Throws ImportError where title,
 * citation or projections are missing, since the layout then is another.
 */
export function readOutlookPage(text: string, file: string): OutlookPage {
  const title = /^# +(\S.*)$/m.exec(text)?.[1]?.trim();
  const url = /^at (https:\/\/www\.bls\.gov\/ooh\/\S+)/m.exec(text)?.[1];
  if (title === undefined || url === undefined) {
    throw new ImportError(`${file}: there is no title or suggested citation of an Occupational Outlook page`);
  }
  const [pay, outlook] = [
    sectionOf("Pay +About this section", text),
    sectionOf("Job Outlook +About this section", text),
  ];
  const projections = readProjections(outlook);
  if (projections.length === 0) {
    throw new ImportError(`${file}: there is no table of projections under "Job Outlook"`);
  }
  return {
    title,
    url,
    modified: readDay(/^Last Modified Date: (?:\w+, )?(.+)$/m.exec(text)?.[1]),
    visited: readDay(/\(visited ([^)]+)\)/.exec(text)?.[1]),
    payMonth: /^Median annual wages, (\w+ \d{4})$/m.exec(pay)?.[1],
    facts: readFacts(sectionOf("Summary", text)),
    pay: readPay(pay),
    industries: readIndustries(pay),
    years: readYears(outlook),
    projections,
    openings: /bout ([\d,]+) openings/.exec(outlook)?.[1],
    growth: readPairs(outlook, /^(-?\d+)%$/),
    medians: readPairs(pay, /^\$([\d,]+)$/),
    headings: Array.from(text.matchAll(SECTION), ([, heading = ""]) => heading.trim()),
  };
}

const SECTION = /^## +(\S.*?) +About this section$/gm;

// Headings stand again at the end of the page, where their tabs are explained.
function sectionOf(heading: string, text: string): string {
  const start = new RegExp(`^## +${heading}$`, "m").exec(text);
  if (!start) return "";
  const [section = ""] = text.slice(start.index + start[0].length).split(/^## /m);
  return section;
}

// "|  Number of Jobs, 2024  |  182,800"; what hangs below, as "$60.05 per hour", stays out.
function readFacts(summary: string): ReadonlyMap<string, string> {
  const rows = Array.from(summary.matchAll(/^\| +([^|]+?) *\| +([^|\n]+?) *$/gm));
  return new Map(rows.map(([, name = "", value = ""]) => [name.replace(/, \d{4}.*$/, ""), value]));
}

const MEDIAN = /The median annual wage for (.+?) was \$([\d,]+) in /;
const SPREAD =
  /lowest 10 percent earned less than \$([\d,]+), and the highest 10 percent earned more than \$([\d,]+)/;

function readPay(section: string): readonly PagePay[] {
  return section.split("\n").flatMap((line) => {
    const [, occupation, median] = MEDIAN.exec(line) ?? [];
    const [, tenth, ninetieth] = SPREAD.exec(line) ?? [];
    return occupation && median ? [{ occupation, median, tenth, ninetieth }] : [];
  });
}

const INDUSTRIES =
  /median annual wages for (.+?) in the top industries in which they worked were as follows:\n((?:\|.*\n?)+)/g;

function readIndustries(section: string): readonly IndustryPay[] {
  return Array.from(section.matchAll(INDUSTRIES), ([, occupation = "", table = ""]) => ({
    occupation,
    rows: Array.from(
      table.matchAll(/^\| *(.+?) *\| *\$?([\d,]+) *$/gm),
      ([, industry = "", median = ""]) => [industry, median] as const,
    ),
  }));
}

function readYears(section: string): readonly [string, string] | undefined {
  const [, from, to] = /projected (\d{4})[–-](\d{2})$/m.exec(section) ?? [];
  return from && to ? [from, from.slice(0, 2) + to] : undefined;
}

/** A title on a line of its own, and below it code, employment, projected employment, percent. */
const PROJECTION = /^\|\n([^|\n]+)\n\| *(?:\d{2}-\d{4}|—) *\| *([\d,]+) *\| *([\d,]+) *\| *(-?\d+) *\|/gm;

const readProjections = (section: string): readonly Projection[] =>
  Array.from(
    section.matchAll(PROJECTION),
    ([, title = "", employment = "", projected = "", percent = ""]) => ({
      title: title.trim(),
      employment,
      projected,
      percent,
    }),
  );

// The bars of a chart: a name, and its value on the next line.
function readPairs(section: string, value: RegExp): ReadonlyMap<string, string> {
  const lines = section.split("\n").map((line) => line.trim());
  return new Map(
    lines.flatMap((line, at) => {
      const found = value.exec(lines[at + 1] ?? "")?.[1];
      return found === undefined ? [] : [[line, found] as const];
    }),
  );
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

// "August 28, 2025"
function readDay(printed = ""): string | undefined {
  const [, name = "", day = "", year = ""] = /^(\w+) (\d{1,2}), (\d{4})$/.exec(printed.trim()) ?? [];
  const month = MONTHS.indexOf(name) + 1;
  return month === 0 ? undefined : [year, String(month).padStart(2, "0"), day.padStart(2, "0")].join("-");
}
