import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import type { Wording } from "../languages/wording.ts";
import type { Engine } from "./engine.ts";
import { describeFigures, roleWithLevel, type SourcedFigure } from "./figures.ts";
import { groupBy } from "./group-by.ts";
import type { CitedText } from "./reply.ts";

/** Writes what is paid: a line for each job title where figures differ in nothing else but how they are measured, so that what they share is said once. */
export function describePay(figures: readonly SourcedFigure[], engine: Engine): CitedText | undefined {
  const described = describeFigures(figures, engine);
  const lines = linesByTitle(figures, engine.wording);
  return described && lines ? { ...described, text: lines.join("\n") } : described;
}

/** What figures of several job titles must agree on to share a head. */
const SHARED = ["place", "employer", "platform", "period", "currency", "date"] as const;

/** `Salary (median)`: what is measured, and how. */
const KIND = /^(?<measure>[^()]+?) \((?<way>[^()]+)\)$/;

const partOf = ({ kind }: Figure, part: "measure" | "way"): string | undefined =>
  KIND.exec(kind)?.groups?.[part];

function linesByTitle(figures: readonly SourcedFigure[], wording: Wording): readonly string[] | undefined {
  const titles = groupBy(figures, ({ figure }) => roleWithLevel(figure));
  const [sample] = figures;
  if (!sample || figures.length < 2 || !figures.every(({ figure }) => isAlike(figure, sample.figure)))
    return undefined;
  const lines = [...titles].map(([title, own]) => `- ${title}${lineOf(own.map(({ figure }) => figure))}`);
  return [headOf(sample.figure, wording), ...lines];
}

const isAlike = (one: Figure, other: Figure): boolean =>
  partOf(one, "measure") !== undefined &&
  partOf(one, "measure") === partOf(other, "measure") &&
  one.place !== NOT_STATED &&
  one.employer === NOT_STATED &&
  one.platform === NOT_STATED &&
  SHARED.every((field) => one[field] === other[field]);

// "**United States** — salary per year, USD, 2020 to 2022"
function headOf(figure: Figure, { figures }: Wording): string {
  const { place, period, currency, date } = figure;
  const measure = (partOf(figure, "measure") ?? "").toLowerCase();
  const facts = [
    period === NOT_STATED ? `${measure}, ${figures.periodNotStated}` : `${measure} ${figures.per(period)}`,
    currency === NOT_STATED ? figures.currencyNotStated : currency,
    date === NOT_STATED ? figures.dateNotStated : date,
  ];
  return `**${place}** — ${facts.join(", ")}`;
}

// " (43 answers): median 82,600, middle half 62,000–115,000"
function lineOf(figures: readonly Figure[]): string {
  const [note, ...others] = new Set(figures.map((figure) => figure.note));
  const isShared = others.length === 0 && note !== undefined && note !== NOT_STATED;
  const amounts = figures.map((figure) => {
    const own = isShared || figure.note === NOT_STATED ? "" : ` (${figure.note})`;
    return `${partOf(figure, "way") ?? ""} ${figure.amount.text}${own}`;
  });
  return `${isShared ? ` (${note})` : ""}: ${amounts.join(", ")}`;
}
