import { FIGURE_FACTS, NOT_STATED } from "../knowledge/document.ts";
import type { Entry } from "../retrieval/entries.ts";
import { writeDate } from "./dates.ts";
import { laterDateFirst } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import { describeAmount, distinctCitations, type SourcedFigure } from "./figures.ts";
import type { CitedText } from "./reply.ts";

/** Figures, and those that a later figure of the same publisher and the same thing stands for. */
export interface ByRelease {
  readonly current: readonly SourcedFigure[];
  /** The latest first. */
  readonly earlier: readonly SourcedFigure[];
}

/** What figures of one series agree on besides their publisher: all but when it held. */
const SERIES = FIGURE_FACTS.filter((field) => field !== "date");

/** Divides figures into the last of each series and what the publisher stated of the same before. Keeps the order. */
export function splitByRelease(figures: readonly SourcedFigure[]): ByRelease {
  const newest = new Map<string, string>();
  for (const each of figures) {
    const { date } = each.figure;
    const known = newest.get(seriesOf(each));
    if (known === undefined || laterDateFirst(date, known) < 0) newest.set(seriesOf(each), date);
  }
  const isCurrent = (each: SourcedFigure): boolean =>
    laterDateFirst(newest.get(seriesOf(each)) ?? "", each.figure.date) >= 0;
  return {
    current: figures.filter(isCurrent),
    earlier: figures
      .filter((each) => !isCurrent(each))
      .toSorted((one, other) => laterDateFirst(one.figure.date, other.figure.date)),
  };
}

/** True for figures of the same thing by the same publisher, of whatever date. */
export function sameSeries(one: SourcedFigure, other: SourcedFigure): boolean {
  return seriesOf(one) === seriesOf(other);
}

const seriesOf = ({ figure, entry }: SourcedFigure): string =>
  [originOf(entry), ...SERIES.map((field) => figure[field])].join("|");

/** Who states what an entry says: its publisher, or a document that names none. */
export function originOf({ document }: Entry): string {
  return document.publisher === NOT_STATED ? document.id : document.publisher;
}

/** What the first of the current figures was before, the latest first: "Earlier, salary (median): May 2024: 124,910 USD; …". */
export function composeEarlier(
  { current, earlier }: ByRelease,
  { wording }: Pick<Engine, "wording">,
): CitedText | undefined {
  const [first] = current;
  const before = earlier.filter((each) => first !== undefined && sameSeries(each, first));
  const [cited, ...others] = distinctCitations(before);
  if (!first || !cited) return undefined;
  const amounts = before.map(({ figure }) => `${writeDate(figure.date, wording)}: ${describeAmount(figure)}`);
  return {
    heading: undefined,
    text: wording.figures.earlier(first.figure.kind, amounts.join("; ")),
    citations: [cited, ...others],
    snippets: [...new Set(before.map(({ entry }) => entry.snippet.id))],
    isSupplement: true,
  };
}
