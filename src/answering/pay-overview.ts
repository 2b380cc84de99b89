import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import { capitalised } from "../languages/capitalised.ts";
import type { Engine } from "./engine.ts";
import { describeFigures, type SourcedFigure } from "./figures.ts";
import { describePay } from "./job-titles.ts";
import { isGross, isTakeHome } from "./pay-chart.ts";
import type { CitedText } from "./reply.ts";

/** The salaries among figures, by place and then by employer; one line each, with what is taken home. */
export function composePayOverview(figures: readonly SourcedFigure[], engine: Engine): CitedText | undefined {
  const salaries = figures.filter(({ figure }) => isGross(figure));
  const takeHome = figures.filter(({ figure }) => isTakeHome(figure));
  const ofPlaces = salaries.filter(({ figure }) => figure.employer === NOT_STATED);
  const ofEmployers = salaries.filter(({ figure }) => figure.employer !== NOT_STATED);
  const byPlace = listByPlace({ figures: ofPlaces, takeHome }, engine);
  const byEmployer = describePay(ofEmployers, engine);
  const all = describeFigures(salaries, engine);
  if (!all || !byPlace || !byEmployer) return byPlace ?? byEmployer;
  return { ...all, text: `${byPlace.text}\n\n${engine.wording.figures.byEmployer}\n${byEmployer.text}` };
}

function listByPlace(
  { figures, takeHome }: Record<"figures" | "takeHome", readonly SourcedFigure[]>,
  engine: Engine,
): CitedText | undefined {
  const { per, currencyNotStated } = engine.wording.figures;
  const described = describePay(figures, engine);
  const figure = figures[0]?.figure;
  if (!described || !figure || !figures.every((each) => isAlike(each.figure, figure))) return described;
  const currency = figure.currency === NOT_STATED ? currencyNotStated : figure.currency;
  const lines = figures.map(
    (each) => `- ${each.figure.place}: ${each.figure.amount.text}${besides(each, takeHome)}`,
  );
  return {
    ...described,
    text: [`${capitalised(per(figure.period))}, ${currency}, ${figure.date}:`, ...lines].join("\n"),
  };
}

// What the same section states of the same place; a second figure would leave open which is meant.
function besides({ figure, entry }: SourcedFigure, takeHome: readonly SourcedFigure[]): string {
  const [found, ...more] = takeHome.filter(
    (each) => each.entry === entry && OF_ONE_SUBJECT.every((field) => each.figure[field] === figure[field]),
  );
  if (!found || more.length > 0) return "";
  return `, ${found.figure.kind.toLowerCase()} ${found.figure.amount.text}`;
}

// Only figures that differ in nothing but the place may share a line that says what they mean.
function isAlike(one: Figure, other: Figure): boolean {
  const isPlain = [one.level, one.note].every((field) => field === NOT_STATED) && !one.kind.includes("(");
  const isWhole = [one.place, one.period, one.date].every((field) => field !== NOT_STATED);
  return isPlain && isWhole && ["kind" as const, ...SHARED].every((field) => one[field] === other[field]);
}

const SHARED = ["role", "period", "currency", "date"] as const;
const OF_ONE_SUBJECT = [...SHARED, "place", "employer", "level", "note"] as const;
