import { LANGUAGES } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import type { Engine } from "./engine.ts";
import { NOT_STATED, type Figure, type FigureFact } from "../knowledge/document.ts";
import { sourceLine } from "./chart-source.ts";
import { writeDate } from "./dates.ts";
import { isRegion, SUBJECTS, type Subject } from "./comparable.ts";
import { distinctCitations, isMoney, roleWithLevel, type SourcedFigure } from "./figures.ts";
import type { Cited } from "./reply.ts";

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
  /** Says how many rows are left out; `undefined` when none is. */
  readonly shown: string | undefined;
  /** Of the fixed words: ISO 639-1. */
  readonly language: string;
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
export function composeChart({ title, series, rows, count }: Table, { wording }: Engine): Chart | undefined {
  const figures = rows.flat();
  const [first, ...others] = distinctCitations(figures);
  const [sample] = figures;
  if (!sample || !first || figures.length < FEWEST_BARS) return undefined;
  const drawn = rows.slice(0, Math.floor(MOST_BARS / series.length));
  return {
    title,
    unit: unitOf(figures, sample, wording),
    series,
    rows: drawn.map((row) => ({ label: labelOf(row[0].figure), bars: row.map(barOf) })),
    left: count - drawn.length,
    shown: count > drawn.length ? wording.charts.shown(drawn.length, count) : undefined,
    language: wording.language,
    source: sourceLine([first, ...others], wording),
    citations: [first, ...others],
  };
}

/** What a chart says, in words: for those who do not see it. */
export function describeChart(chart: Chart): readonly string[] {
  const { title, unit, series, rows, left, source } = chart;
  const { charts } = LANGUAGES.find(({ language }) => language === chart.language) ?? LANGUAGES[0];
  const lines = rows.map(({ label, bars }) => `${label}: ${describeBars(bars, series)}.`);
  const more = left > 0 ? [charts.more(left)] : [];
  return [charts.described(title, unit), ...lines, ...more, `${source}.`];
}

function describeBars(bars: readonly ChartBar[], series: readonly string[]): string {
  if (series.length === 1) return bars.map(({ text }) => text).join(", ");
  return bars.map(({ text }, index) => `${series[index] ?? ""} ${text}`).join(", ");
}

/** Which kind of subject a figure belongs to when it is drawn: an employer's or platform's figure is not its place's. */
export function drawnSubject(figure: Figure): Exclude<Subject, "role"> | undefined {
  return SUBJECTS.filter((field) => field !== "role").find((field) => figure[field] !== NOT_STATED);
}

/** Tells which figures belong in one chart: of one document and one kind of subject, and alike in some fields. */
export function chartOf(
  { figure, entry }: SourcedFigure,
  alike: readonly FigureFact[],
  engine: Engine,
): string {
  const fields = alike.map((field) => figure[field]);
  return [entry.document.id, drawnSubject(figure), isRegion(figure.place, engine), ...fields].join("|");
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

function unitOf(figures: readonly SourcedFigure[], sample: SourcedFigure, wording: Wording): string {
  const { per, periodNotStated, dateNotStated } = wording.figures;
  const { period, date, note } = sample.figure;
  const facts = [
    ...(isMoney(sample) ? [period === NOT_STATED ? periodNotStated : per(period)] : []),
    ...(isMoney(sample) ? currencyOf(figures, sample, wording) : []),
    date === NOT_STATED ? dateNotStated : writeDate(date, wording),
    ...(note === NOT_STATED ? [] : [note]),
  ];
  return facts.join(", ");
}

// A sign that every amount prints need not be said once more.
function currencyOf(
  figures: readonly SourcedFigure[],
  { figure: { currency } }: SourcedFigure,
  wording: Wording,
): string[] {
  if (currency === NOT_STATED) return [wording.figures.currencyNotStated];
  return figures.every(({ figure: { amount } }) => amount.text.includes(currency)) ? [] : [currency];
}

/** A chart with what its citations now say. */
export function withSources(chart: Chart, citations: Cited, { wording }: Pick<Engine, "wording">): Chart {
  return { ...chart, citations, source: sourceLine(citations, wording) };
}

/** `DevOps engineer: salary by place` */
export function chartTitle(
  { figure }: SourcedFigure,
  { wording }: Engine,
  measure: string = figure.kind,
): string {
  const role = figure.role === NOT_STATED ? undefined : roleWithLevel(figure);
  return wording.charts.title(role, measure.toLowerCase(), drawnSubject(figure) ?? "place");
}
