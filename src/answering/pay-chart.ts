import type { Figure } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
import { capitalised } from "../languages/capitalised.ts";
import { chartOf, chartTitle, composeChart, drawnSubject, type Chart } from "./chart.ts";
import type { Engine } from "./engine.ts";
import { allFigures, idsInField, isMoney, type SourcedFigure } from "./figures.ts";
import { groupBy } from "./group-by.ts";
import type { CitedText } from "./reply.ts";

/** True for pay before anything is taken off. */
export function isGross({ kind }: Figure): boolean {
  return /^(?:salary|gross)/i.test(kind) && !/after|net/i.test(kind);
}

/** True for what is left of the pay. */
export function isTakeHome({ kind }: Figure): boolean {
  return /^(?:take-?home|net)\b/i.test(kind);
}

/** A figure and the line of a text that states it. */
interface Stated {
  readonly sourced: SourcedFigure;
  readonly line: number;
}

/** What pay must agree on to be drawn in one chart. */
const ALIKE = ["role", "level", "currency", "period", "date", "note"] as const;

const FEWEST = 3;

/**
 * The chart of the pay that a cited text states for three places or employers or more: gross, and beside it what is taken
 * home where the text states that for each. A figure that the text does not print is in no chart.
 */
export function composePayChart(
  { text, citations }: CitedText,
  engine: Engine,
  role?: Entity,
): Chart | undefined {
  const sections = new Set(citations.map(({ document, section }) => `${document}|${section}`));
  const pay = allFigures(engine).filter(
    (sourced) =>
      isMoney(sourced) &&
      (isGross(sourced.figure) || isTakeHome(sourced.figure)) &&
      sections.has(`${sourced.entry.document.id}|${sourced.entry.section.heading}`) &&
      (!role || idsInField(sourced.figure.role, engine).includes(role.id)),
  );
  if (pay.length < FEWEST) return undefined;
  const lines = text.split("\n");
  for (const alike of groupBy(pay, (each) => chartOf(each, ALIKE, engine)).values()) {
    const chart = drawGroup(alike, lines, engine);
    if (chart) return chart;
  }
  return undefined;
}

/** The first chart that texts allow. */
export function findPayChart(texts: readonly CitedText[], engine: Engine, role?: Entity): Chart | undefined {
  for (const text of texts) {
    const chart = composePayChart(text, engine, role);
    if (chart) return chart;
  }
  return undefined;
}

function drawGroup(
  alike: readonly SourcedFigure[],
  lines: readonly string[],
  engine: Engine,
): Chart | undefined {
  const stated = alike.flatMap((sourced): Stated[] => {
    const line = lines.findIndex((each) => states(each, sourced.figure, engine));
    return line < 0 ? [] : [{ sourced, line }];
  });
  const gross = inLines(stated.filter(({ sourced }) => isGross(sourced.figure)));
  const net = inLines(stated.filter(({ sourced }) => isTakeHome(sourced.figure)));
  const base = gross.length >= FEWEST ? gross : net;
  const [sample] = base;
  if (!sample || base.length < FEWEST) return undefined;
  const isOfBase = base === gross ? isGross : isTakeHome;
  const count = alike.filter(({ figure }) => isOfBase(figure)).length;
  const pairs = base === gross ? base.flatMap((each) => pairWith(each, net)) : [];
  const isPaired = pairs.length === base.length;
  const kinds = isPaired ? (pairs[0]?.slice(1) ?? []).map(({ figure }) => capitalised(figure.kind)) : [];
  const measure = engine.wording.charts.measures([sample.figure.kind, ...kinds]);
  const table = {
    title: chartTitle(sample, engine, measure),
    series: [capitalised(sample.figure.kind), ...kinds] as const,
    rows: isPaired ? pairs : base.map((each) => [each] as const),
    count,
  };
  return composeChart(table, engine);
}

// Figures of one kind, in the order of the text.
function inLines(stated: readonly Stated[]): SourcedFigure[] {
  const [first] = stated;
  return stated
    .filter(({ sourced }) => sourced.figure.kind === first?.sourced.figure.kind)
    .toSorted((one, other) => one.line - other.line)
    .map(({ sourced }) => sourced);
}

// The one figure of the same subject; where there are more, which belongs to which is open.
function pairWith(
  each: SourcedFigure,
  net: readonly SourcedFigure[],
): (readonly [SourcedFigure, SourcedFigure])[] {
  const [found, ...more] = net.filter(({ figure }) => subjectName(figure) === subjectName(each.figure));
  return found && more.length === 0 ? [[each, found]] : [];
}

const subjectName = (figure: Figure): string => {
  const subject = drawnSubject(figure);
  return subject ? `${figure[subject]}|${figure.place}` : "";
};

/** Whether a line prints the amount beside the name it is of. */
function states(line: string, figure: Figure, engine: Engine): boolean {
  const subject = drawnSubject(figure);
  if (!subject || !prints(line, figure.amount.text)) return false;
  const [first] = idsInField(figure[subject], engine);
  return line.includes(figure[subject]) || (first !== undefined && firstNames(line, engine).includes(first));
}

function firstNames(line: string, { reader: { entities } }: Engine): readonly string[] {
  return entities.find(line).flatMap(({ candidates }) => candidates.map(({ id }) => id));
}

function prints(line: string, amount: string): boolean {
  const at = line.indexOf(amount);
  if (at < 0) return false;
  const isBegun = /[\p{L}\d.,$€£–-]$/u.test(line.slice(0, at));
  return !isBegun && !/^(?:[\p{L}\d–-]|[.,]\d)/u.test(line.slice(at + amount.length));
}
