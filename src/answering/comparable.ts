import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import type { Glossary } from "../knowledge/glossary.ts";
import { onceForEach } from "../knowledge/once-for-each.ts";
import type { Superlative } from "../query/query.ts";
import type { Engine } from "./engine.ts";
import { idsInField, isMoney, type SourcedFigure } from "./figures.ts";
import { groupBy } from "./group-by.ts";

/** What a figure is about, the narrowest first: an employer's figure at a place is the employer's. */
export const SUBJECTS = ["employer", "platform", "place", "role"] as const;

export type Subject = (typeof SUBJECTS)[number];

/** Figures that may be set in one order: one measure of one kind of subject, alike in all else, from one document. */
export interface Comparable {
  readonly subject: Subject;
  readonly figures: readonly [SourcedFigure, ...SourcedFigure[]];
}

/** What comparable figures must agree on. */
export const ALIKE = ["kind", "role", "level", "currency", "period", "date"] as const;
/** An order of fewer subjects is a comparison. */
const FEWEST = 3;

/** The groups of comparable figures with at least three subjects, in document order. */
export function groupComparable(figures: readonly SourcedFigure[]): Comparable[] {
  return [...groupBy(figures, keyOf).values()].flatMap((group) => {
    const [first, ...others] = withoutDoubles(group);
    const subject = first && subjectOf(first.figure);
    if (!first || !subject) return [];
    const names = new Set([first, ...others].map(({ figure }) => figure[subject]));
    return names.size < FEWEST ? [] : [{ subject, figures: [first, ...others] as const }];
  });
}

/** Which of its fields a figure is about; `undefined` when it names none. */
export function subjectOf(figure: Figure): Subject | undefined {
  return SUBJECTS.find((field) => figure[field] !== NOT_STATED);
}

function keyOf({ figure, entry }: SourcedFigure): string {
  const subject = subjectOf(figure);
  const alike = ALIKE.map((field) => (field === subject ? "" : figure[field]));
  return [entry.document.id, subject, ...alike].join("|");
}

// A document that prints a figure twice states it once.
function withoutDoubles(group: readonly SourcedFigure[]): SourcedFigure[] {
  const bySaid = new Map(group.toReversed().map((each) => [lineKey(each), each]));
  return group.filter((each) => bySaid.get(lineKey(each)) === each);
}

function lineKey({ figure }: SourcedFigure): string {
  const subject = subjectOf(figure);
  return `${subject ? figure[subject] : ""}|${figure.amount.low}|${figure.amount.high}`;
}

/** Orders figures by amount; ties keep the documents' order. The highest ranges are those that reach highest. */
export function orderFigures(figures: readonly SourcedFigure[], end: Superlative): readonly SourcedFigure[] {
  return figures.toSorted(end === "lowest" ? byLowest : byHighest);
}

const byLowest = (
  { figure: { amount: a } }: SourcedFigure,
  { figure: { amount: b } }: SourcedFigure,
): number => a.low - b.low || a.high - b.high;

const byHighest = (
  { figure: { amount: a } }: SourcedFigure,
  { figure: { amount: b } }: SourcedFigure,
): number => b.high - a.high || b.low - a.low;

/** True for what is paid rather than earned: of it the least is the best. */
export function isCost(sourced: SourcedFigure): boolean {
  return (
    isMoney(sourced) && /\b(?:costs?|rents?|rental|prices?|expenses?|fees?)\b/i.test(sourced.figure.kind)
  );
}

/** True for places that hold other places: a state beside cities is no equal. */
export function isRegion(place: string, engine: Engine): boolean {
  const [first] = idsInField(place, engine);
  return first !== undefined && placesOfOthers(engine.knowledge.glossary).has(first);
}

const placesOfOthers = onceForEach(
  ({ entities }: Glossary): ReadonlySet<string> => new Set(entities.flatMap(({ partOf }) => partOf)),
);
