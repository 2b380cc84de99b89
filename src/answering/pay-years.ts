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

/** The same command for other years, those nearest to `year` first. */
export function yearChoices(
  asked: { readonly role: Entity; readonly subject?: Entity; readonly year?: number },
  years: readonly number[],
  { wording }: Engine,
): readonly Choice[] {
  const { role, subject, year } = asked;
  const near = years
    .filter((each) => each !== year)
    .toSorted((one, other) => (year === undefined ? 0 : Math.abs(one - year) - Math.abs(other - year)));
  return near.map((each) => ({
    label: wording.cards.salaryAt(role.name, [...(subject ? [subject.name] : []), each].join(", ")),
    run: {
      command: "salary",
      values: { role: role.name, ...(subject && { place: subject.name }), year: String(each) },
    },
  }));
}
