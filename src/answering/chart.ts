import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import { writeDate } from "./dates.ts";
import { SUBJECTS, type Subject } from "./comparable.ts";
import { capitalised, distinctCitations, isMoney, roleWithLevel, type SourcedFigure } from "./figures.ts";
import type { Citation, Cited } from "./reply.ts";

/** Figures to be drawn as bars, all of one unit. Data only: amounts as documents print them, nothing computed. */
export interface Chart {
  readonly title: string;
  /** What holds for every amount: period, currency, date, and what the source says of them. */
  readonly unit: string;
  /** What the bars of a row are, in their order. */
  readonly series: readonly [string, ...string[]];
  readonly rows: readonly ChartRow[];
  /** Rows that the documents have and the chart has no room for. */
  readonly left: number;
  /** `Source: title, publisher, date` */
  readonly source: string;
  readonly citations: Cited;
}

/** What the bars of one place, employer or platform show. */
export interface ChartRow {
  readonly label: string;
  /** One for each series. */
  readonly bars: readonly ChartBar[];
}

/** An amount, or a range from `low` to `high`. */
export interface ChartBar {
  /** As the document prints it. */
  readonly text: string;
  readonly low: number;
  readonly high: number;
}

/** More bars are too small to read on a phone. */
const MOST_BARS = 12;
/** Two bars show nothing that two numbers do not. */
const FEWEST_BARS = 3;

/** Figures set side by side: a row for each subject, and in it one figure for each series. */
export interface Table {
  readonly title: string;
  readonly series: readonly [string, ...string[]];
  readonly rows: readonly (readonly [SourcedFigure, ...SourcedFigure[]])[];
  /** Rows there are, with those that are not in `rows`. */
  readonly count: number;
}

/** The chart of figures that are alike in all but their subject and series; `undefined` when they are too few. */
export function composeChart({ title, series, rows, count }: Table): Chart | undefined {
  const figures = rows.flat();
  const [first, ...others] = distinctCitations(figures);
  const [sample] = figures;
  if (!sample || !first || figures.length < FEWEST_BARS) return undefined;
  const drawn = rows.slice(0, Math.floor(MOST_BARS / series.length));
  return {
    title,
    unit: unitOf(figures, sample),
    series,
    rows: drawn.map((row) => ({ label: labelOf(row[0].figure), bars: row.map(barOf) })),
    left: count - drawn.length,
    source: sourceLine([first, ...others]),
    citations: [first, ...others],
  };
}

/** What a chart says, in words: for those who do not see it. */
export function describeChart({ title, unit, series, rows, left, source }: Chart): readonly string[] {
  const lines = rows.map(({ label, bars }) => `${label}: ${describeBars(bars, series)}.`);
  const more = left > 0 ? [`And ${left} more.`] : [];
  return [`Bar chart. ${title}, ${unit}.`, ...lines, ...more, `${source}.`];
}

function describeBars(bars: readonly ChartBar[], series: readonly string[]): string {
  if (series.length === 1) return bars.map(({ text }) => text).join(", ");
  return bars.map(({ text }, index) => `${series[index] ?? ""} ${text}`).join(", ");
}

/** Which kind of subject a figure belongs to when it is drawn: an employer's or platform's figure is not its place's. */
export function drawnSubject(figure: Figure): Exclude<Subject, "role"> | undefined {
  return SUBJECTS.filter((field) => field !== "role").find((field) => figure[field] !== NOT_STATED);
}

/** What a figure is of, as a row is named: an employer with its place. */
export function labelOf(figure: Figure): string {
  const subject = drawnSubject(figure) ?? "place";
  const isElsewhere = subject !== "place" && figure.place !== NOT_STATED;
  return `${figure[subject]}${isElsewhere ? ` (${figure.place})` : ""}`;
}

const barOf = ({ figure: { amount } }: SourcedFigure): ChartBar => ({
  text: amount.text,
  low: amount.low,
  high: amount.high,
});

function unitOf(figures: readonly SourcedFigure[], sample: SourcedFigure): string {
  const { period, date, note } = sample.figure;
  const facts = [
    ...(isMoney(sample) ? [period === NOT_STATED ? "period not stated" : `per ${period}`] : []),
    ...(isMoney(sample) ? currencyOf(figures, sample) : []),
    date === NOT_STATED ? "date not stated" : writeDate(date),
    ...(note === NOT_STATED ? [] : [note]),
  ];
  return facts.join(", ");
}

// A sign that every amount prints need not be said once more.
function currencyOf(figures: readonly SourcedFigure[], { figure: { currency } }: SourcedFigure): string[] {
  if (currency === NOT_STATED) return ["currency not stated"];
  return figures.every(({ figure: { amount } }) => amount.text.includes(currency)) ? [] : [currency];
}

function sourceLine(citations: Cited): string {
  const documents = new Map(citations.map((citation) => [citation.document, nameOf(citation)]));
  return `Source: ${[...documents.values()].join("; ")}`;
}

function nameOf({ title, publisher, published }: Citation): string {
  return [
    shortened(title),
    publisher === NOT_STATED ? "publisher not stated" : shortened(publisher),
    published === NOT_STATED ? "date not stated" : writeDate(published),
  ].join(", ");
}

/** A longer name would leave no room for the others of its line. */
const NAME_MAX_LENGTH = 80;

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

function shortened(name: string): string {
  if (name.length <= NAME_MAX_LENGTH) return name;
  const characters = Array.from(CHARACTERS.segment(name), ({ segment }) => segment);
  if (characters.length <= NAME_MAX_LENGTH) return name;
  return `${characters.slice(0, NAME_MAX_LENGTH - 1).join("")}…`;
}

/** `DevOps engineer: salary by place` */
export function chartTitle({ figure }: SourcedFigure, measure: string = figure.kind): string {
  const role = figure.role === NOT_STATED ? "" : `${roleWithLevel(figure)}: `;
  const title = `${role}${measure.toLowerCase()} by ${drawnSubject(figure) ?? "place"}`;
  return role === "" ? capitalised(title) : title;
}
