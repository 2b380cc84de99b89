import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import { capitalised } from "../languages/capitalised.ts";
import type { Wording } from "../languages/wording.ts";
import { withSources, type Chart, type ChartRow } from "./chart.ts";
import { writeDate } from "./dates.ts";
import { sameSeries, type ByRelease } from "./earlier-figures.ts";
import type { Engine } from "./engine.ts";
import { distinctCitations, roleWithLevel } from "./figures.ts";

/** Two releases are told in a line. */
const FEWEST = 3;
/** More bars are too small to read on a phone; the newest are drawn. */
const MOST = 12;

/** The first of the current figures with what its publisher stated before, the earliest first; `undefined` under three releases. */
export function composeTrendChart({ current, earlier }: ByRelease, engine: Engine): Chart | undefined {
  const { wording } = engine;
  const series = [...current.slice(0, 1), ...earlier].filter(
    (each, _, [first]) => first && sameSeries(each, first),
  );
  const drawn = series.slice(0, MOST).toReversed();
  const [cited, ...others] = distinctCitations(drawn);
  const [newest] = series;
  if (!newest || !cited || drawn.length < FEWEST) return undefined;
  const chart: Chart = {
    ...namesOf(newest.figure, wording),
    rows: drawn.map(({ figure }) => rowOf(figure, wording)),
    left: series.length - drawn.length,
    shown: series.length > drawn.length ? wording.charts.shown(drawn.length, series.length) : undefined,
    language: wording.language,
    source: "",
    citations: [cited, ...others],
  };
  return withSources(chart, chart.citations, engine);
}

function namesOf(figure: Figure, wording: Wording): Pick<Chart, "title" | "unit" | "series"> {
  const role = figure.role === NOT_STATED ? undefined : withoutExamples(roleWithLevel(figure));
  return {
    title: wording.charts.title(role, figure.kind.toLowerCase(), "date"),
    unit: unitOf(figure, wording),
    series: [capitalised(figure.kind)],
  };
}

// "Computer network architects (network engineers)": the list of who is counted would push the measure out of the title.
const withoutExamples = (role: string): string => role.replace(/(?<=\S)\s*\([^()]*\)$/, "");

// Place, period and currency; the dates stand at the bars.
function unitOf({ place, period, currency }: Figure, { figures }: Wording): string {
  const facts = [
    ...(place === NOT_STATED ? [] : [place]),
    period === NOT_STATED ? figures.periodNotStated : figures.per(period),
    currency === NOT_STATED ? figures.currencyNotStated : currency,
  ];
  return facts.join(", ");
}

const rowOf = ({ date, amount: { text, low, high } }: Figure, wording: Wording): ChartRow => ({
  label: writeDate(date, wording),
  bars: [{ text, low, high }],
});
