import type { Entity } from "../knowledge/glossary.ts";
import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import { capitalised } from "../languages/capitalised.ts";
import { questionChoices } from "./choices.ts";
import { addEarlier, splitByRelease } from "./earlier-figures.ts";
import { laterDateFirst } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import { describeFigures, findFigures, isMoney, type SourcedFigure } from "./figures.ts";
import { composePayChart, isGross, isTakeHome } from "./pay-chart.ts";
import { composeRoleTopic } from "./role-card.ts";
import { refusePlace } from "./refusal.ts";
import type { Answer, CitedText, Choice, Refusal } from "./reply.ts";
import { composeTrendChart } from "./trend-chart.ts";

/** What the documents state that a role earns, everywhere or at one place or employer. Figures stay as printed. */
export function composeSalary(
  asked: { readonly role: Entity; readonly subject?: Entity },
  engine: Engine,
): Answer | Refusal {
  const { role, subject } = asked;
  const figures = findFigures({ role: role.id, ...(subject && { subject: subject.id }) }, engine)
    .filter(isMoney)
    .toSorted((one, other) => laterDateFirst(one.figure.date, other.figure.date));
  if (figures.length === 0) {
    return subject
      ? refusePlace({ role, subject, others: otherChoices(asked, engine) }, engine)
      : composeRoleTopic(role, "salary", engine);
  }
  const releases = splitByRelease(figures);
  const { current } = releases;
  const newest = subject ? describeFigures(current, engine) : overview(current, engine);
  const part = newest && addEarlier(newest, releases, engine);
  if (!part) return composeRoleTopic(role, "salary", engine);
  const { cards } = engine.wording;
  const chart = composePayChart(part, engine, role) ?? composeTrendChart(releases, engine);
  return {
    kind: "answer",
    title: cards.title(role.name, cards.headings.salary, subject?.name),
    parts: [part],
    misses: [],
    menu: [],
    related: subject
      ? otherChoices(asked, engine).slice(0, RELATED)
      : questionChoices(current.map(({ entry }) => entry)).slice(0, RELATED),
    ...(chart && { chart }),
  };
}

const RELATED = 3;

// Without a place only the salaries are listed, by place and then by employer; one line each, with what is taken home.
function overview(figures: readonly SourcedFigure[], engine: Engine): CitedText | undefined {
  const salaries = figures.filter(({ figure }) => isGross(figure));
  const takeHome = figures.filter(({ figure }) => isTakeHome(figure));
  const ofPlaces = salaries.filter(({ figure }) => figure.employer === NOT_STATED);
  const ofEmployers = salaries.filter(({ figure }) => figure.employer !== NOT_STATED);
  const byPlace = listByPlace({ figures: ofPlaces, takeHome }, engine);
  const byEmployer = describeFigures(ofEmployers, engine);
  const all = describeFigures(salaries, engine);
  if (!all || !byPlace || !byEmployer) return byPlace ?? byEmployer;
  return { ...all, text: `${byPlace.text}\n\n${engine.wording.figures.byEmployer}\n${byEmployer.text}` };
}

function listByPlace(
  { figures, takeHome }: Record<"figures" | "takeHome", readonly SourcedFigure[]>,
  engine: Engine,
): CitedText | undefined {
  const { per, currencyNotStated } = engine.wording.figures;
  const described = describeFigures(figures, engine);
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
  const isPlain = [one.level, one.note].every((field) => field === NOT_STATED);
  const isWhole = [one.place, one.period, one.date].every((field) => field !== NOT_STATED);
  return isPlain && isWhole && ["kind" as const, ...SHARED].every((field) => one[field] === other[field]);
}

const SHARED = ["role", "period", "currency", "date"] as const;
const OF_ONE_SUBJECT = [...SHARED, "place", "employer", "level", "note"] as const;

function otherChoices(
  { role, subject }: { readonly role: Entity; readonly subject?: Entity },
  engine: Engine,
): Choice[] {
  const { salaryAt } = engine.wording.cards;
  const own = new Set(
    subject ? findFigures({ subject: subject.id }, engine).map(({ figure }) => subjectOf(figure)) : [],
  );
  const subjects = findFigures({ role: role.id }, engine)
    .filter(isMoney)
    .map(({ figure }) => subjectOf(figure));
  return [...new Set(subjects)]
    .filter((name) => !own.has(name))
    .map((name) => ({
      label: salaryAt(role.name, name),
      run: { command: "salary", values: { role: role.name, place: name } },
    }));
}

const subjectOf = ({ employer, place }: Figure): string => (employer === NOT_STATED ? place : employer);
