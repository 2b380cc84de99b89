import type { Entity } from "../knowledge/glossary.ts";
import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import type { Chart } from "./chart.ts";
import { questionChoices } from "./choices.ts";
import { laterDateFirst, yearsIn } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import { findFigures, isMoney, type SourcedFigure } from "./figures.ts";
import { describePay } from "./job-titles.ts";
import { findPayChart } from "./pay-chart.ts";
import { composePayOverview } from "./pay-overview.ts";
import { latestFirst, listCountedWith, listPaySources, type PaySource } from "./pay-sources.ts";
import { ofYear, readYear, yearChoices, yearsOf } from "./pay-years.ts";
import { composeRoleTopic } from "./role-card.ts";
import { refuseNoYear, refusePlace, refuseUnpaid, refuseYear } from "./refusal.ts";
import type { Answer, Choice, CitedText, Refusal } from "./reply.ts";
import { composeTrendChart } from "./trend-chart.ts";

/** Whose pay is asked for: everywhere, or at one place or employer. */
interface OfRole {
  readonly role: Entity;
  readonly subject?: Entity;
}

/** The same of one year. */
interface OfYear extends OfRole {
  readonly year?: number;
}

/**
 * What the documents state that a role earns, everywhere or at one place or employer, each publisher's figures by
 * themselves and the latest first. `year`, as a member types it, leaves only what is dated in it. Figures stay as printed.
 */
export function composeSalary(asked: OfRole & { readonly year?: string }, engine: Engine): Answer | Refusal {
  const { year: typed, ...whose } = asked;
  if (typed === undefined) return composePay(whose, engine);
  const year = readYear(typed);
  if (year !== undefined) return composePay({ ...whose, year }, engine);
  return refuseNoYear(typed, yearChoices(whose, payOf(whose, engine), engine), engine);
}

/** The money figures of a role, the latest first. */
function payOf({ role, subject }: OfRole, engine: Engine): readonly SourcedFigure[] {
  return findFigures({ role: role.id, ...(subject && { subject: subject.id }) }, engine)
    .filter(isMoney)
    .toSorted((one, other) => laterDateFirst(one.figure.date, other.figure.date));
}

function composePay(asked: OfYear, engine: Engine): Answer | Refusal {
  const { role, subject, year } = asked;
  const figures = payOf(asked, engine);
  if (figures.length === 0 && subject)
    return refusePlace({ role, subject, others: otherChoices(asked, engine) }, engine);
  const describe = subject ? describePay : composePayOverview;
  const described = listPaySources(ofYear(figures, year), describe, engine);
  if (described.length === 0 && year === undefined) return composeRoleTopic(role, "salary", engine);
  const counted = subject ? [] : listCountedWith(role, figures, engine);
  const dated = counted.filter(({ date }) => year === undefined || yearsIn(date).includes(year));
  return composeSources(asked, latestFirst([...described, ...dated]), engine);
}

function composeSources(asked: OfYear, sources: readonly PaySource[], engine: Engine): Answer | Refusal {
  const { role, subject, year } = asked;
  const isAlone = sources.length === 1;
  const [first, ...others] = sources.flatMap(({ text, before }) => [
    isAlone ? { ...text, heading: undefined } : text,
    ...(before ? [before] : []),
  ]);
  const { cards } = engine.wording;
  if (!first) return refuseDated(asked, engine);
  const about = [...(subject ? [subject.name] : []), ...(year === undefined ? [] : [year])].join(", ");
  const chart = chartOf(sources, role, engine);
  return {
    kind: "answer",
    title: cards.title(role.name, cards.headings.salary, about === "" ? undefined : about),
    parts: [first, ...others],
    misses: [],
    menu: [],
    related: relatedTo(asked, sources, engine).slice(0, RELATED),
    ...(chart && { chart }),
  };
}

function refuseDated(asked: OfYear, engine: Engine): Refusal {
  const figures = payOf(asked, engine);
  const years = yearsOf(figures);
  const { role, subject, year } = asked;
  if (year === undefined || years.length === 0) return refuseUnpaid(role, engine);
  const others = yearChoices(asked, figures, engine);
  return refuseYear({ role, ...(subject && { subject }), year, years, others }, engine);
}

const RELATED = 3;

function chartOf(sources: readonly PaySource[], role: Entity, engine: Engine): Chart | undefined {
  const ofPlaces = findPayChart(
    sources.map(({ text }): CitedText => text),
    engine,
    role,
  );
  if (ofPlaces) return ofPlaces;
  for (const { releases } of sources) {
    const trend = composeTrendChart(releases, engine);
    if (trend) return trend;
  }
  return undefined;
}

function relatedTo(asked: OfYear, sources: readonly PaySource[], engine: Engine): readonly Choice[] {
  if (asked.year !== undefined) return yearChoices(asked, payOf(asked, engine), engine);
  if (asked.subject) return otherChoices(asked, engine);
  return questionChoices(sources.flatMap(({ releases }) => releases.current.map(({ entry }) => entry)));
}

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
