import { NOT_STATED } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
import { capitalised } from "../languages/capitalised.ts";
import { chartOf, chartTitle, composeChart, drawnSubject, labelOf, type Chart } from "./chart.ts";
import type { Engine } from "./engine.ts";
import { allFigures, distinctCitations, idsInField, type SourcedFigure } from "./figures.ts";
import { groupBy } from "./group-by.ts";
import type { CitedText } from "./reply.ts";

/** Figures that documents state alike for two roles, as words and as bars. */
export interface PairedFigures {
  readonly text: CitedText;
  readonly chart: Chart;
}

type Pair = readonly [SourcedFigure, SourcedFigure];

/** Two places or employers with a figure for each role make a comparison. */
const FEWEST = 2;

const ALIKE = ["kind", "level", "currency", "period", "date", "note"] as const;

/**
 * The first measure that a document states for both roles at the same places, employers or platforms, alike in kind,
 * level, currency, period, date and note. `topic` leaves only what its snippet is about.
 */
export function pairFigures(
  roles: readonly [Entity, Entity],
  topic: string | undefined,
  engine: Engine,
): PairedFigures | undefined {
  const figures = allFigures(engine).filter(
    ({ entry }) => topic === undefined || entry.snippet.topics.includes(topic),
  );
  const [first, second] = roles.map(({ id }) =>
    figures.filter(({ figure }) => idsInField(figure.role, engine).includes(id)),
  );
  for (const group of groupPairs(first ?? [], second ?? [], engine)) {
    const found = group.length < FEWEST ? undefined : compose(group, roles, engine);
    if (found) return found;
  }
  return undefined;
}

function compose(
  pairs: readonly Pair[],
  roles: readonly [Entity, Entity],
  engine: Engine,
): PairedFigures | undefined {
  const [sample] = pairs[0] ?? [];
  const [cited, ...others] = distinctCitations(pairs.flat());
  if (!sample || !cited) return undefined;
  const measure = capitalised(sample.figure.kind);
  const title = chartTitle({ ...sample, figure: { ...sample.figure, role: NOT_STATED } }, engine);
  const series = [roles[0].name, roles[1].name] as const;
  const chart = composeChart({ title, series, rows: pairs, count: pairs.length }, engine);
  return (
    chart && {
      chart,
      text: {
        heading: engine.wording.cards.bothSides(measure),
        text: [`${capitalised(chart.unit)}:`, ...pairs.map((pair) => lineOf(pair, series))].join("\n"),
        citations: [cited, ...others],
        snippets: [...new Set(pairs.flat().map(({ entry }) => entry.snippet.id))],
      },
    }
  );
}

// "- LinkedIn: 164k (DevOps engineer), 14k (DevSecOps engineer)"
function lineOf(pair: Pair, series: readonly string[]): string {
  const amounts = pair.map(({ figure }, index) => `${figure.amount.text} (${series[index] ?? ""})`);
  return `- ${labelOf(pair[0].figure)}: ${amounts.join(", ")}`;
}

function groupPairs(
  first: readonly SourcedFigure[],
  second: readonly SourcedFigure[],
  engine: Engine,
): Iterable<readonly Pair[]> {
  const pairs = first.flatMap((each): Pair[] => {
    const partners = second.filter((other) => isSameSubject(each, other));
    const twins = first.filter((other) => isSameSubject(each, other));
    const [partner] = partners;
    // A second figure of either role would leave open which belongs to which.
    return !partner || partners.length > 1 || twins.length > 1 ? [] : [[each, partner]];
  });
  return groupBy(pairs, ([each]) => chartOf(each, ALIKE, engine)).values();
}

function isSameSubject(one: SourcedFigure, other: SourcedFigure): boolean {
  const subject = drawnSubject(one.figure);
  if (!subject || drawnSubject(other.figure) !== subject) return false;
  return (
    one.entry.document === other.entry.document &&
    one.figure[subject] === other.figure[subject] &&
    one.figure.place === other.figure.place &&
    ALIKE.every((field) => one.figure[field] === other.figure[field])
  );
}
