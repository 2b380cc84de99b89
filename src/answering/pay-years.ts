import type { Entity } from "../knowledge/glossary.ts";
import { yearsIn } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import type { SourcedFigure } from "./figures.ts";
import type { Choice } from "./reply.ts";

/** A year as it is typed: four digits; `undefined` for anything else. */
export function readYear(typed: string): number | undefined {
  const text = typed.normalize("NFKC").trim();
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** The figures whose date can mean a year; all of them without one. */
export function ofYear(
  figures: readonly SourcedFigure[],
  year: number | undefined,
): readonly SourcedFigure[] {
  return figures.filter(({ figure }) => year === undefined || yearsIn(figure.date).includes(year));
}

/** The years that figures are of, each once, the latest first. */
export function yearsOf(figures: readonly SourcedFigure[]): readonly number[] {
  const years = new Set(figures.flatMap(({ figure }) => yearsIn(figure.date)));
  return [...years].toSorted((one, other) => other - one);
}

/** The same command for other years, those nearest to `year` first; of years that figures are of together, the last one. */
export function yearChoices(
  asked: { readonly role: Entity; readonly subject?: Entity; readonly year?: number },
  figures: readonly SourcedFigure[],
  { wording }: Engine,
): readonly Choice[] {
  const { role, subject, year } = asked;
  const spans = figures.map(({ figure }) => yearsIn(figure.date));
  const others = spans.filter((span) => year === undefined || !span.includes(year));
  const years = [...new Set(others.flatMap((span) => span.slice(-1)))].toSorted((one, other) =>
    year === undefined ? other - one : Math.abs(one - year) - Math.abs(other - year) || other - one,
  );
  return years.map((each) => ({
    label: wording.cards.salaryAt(role.name, [...(subject ? [subject.name] : []), each].join(", ")),
    run: {
      command: "salary",
      values: { role: role.name, ...(subject && { place: subject.name }), year: String(each) },
    },
  }));
}
