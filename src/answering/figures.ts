import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import { entityIdsIn } from "../query/entities.ts";
import type { Entry } from "../retrieval/entries.ts";
import { citationOf } from "./cite.ts";
import type { Engine } from "./engine.ts";
import type { Citation, CitedText } from "./reply.ts";

/** A figure and the entry it comes from. */
export interface SourcedFigure {
  readonly figure: Figure;
  readonly entry: Entry;
}

/** What figures are asked for; what is left out does not matter. Ids are entity ids. */
export interface FigureFilter {
  readonly role?: string;
  /** A place, employer or platform. */
  readonly subject?: string;
  readonly kinds?: readonly string[];
}

/** What a figure is about, as entity ids; not part of what a source prints. */
const FIELDS = ["place", "employer", "platform"] as const;

/** Every figure of the documents, in document order. */
export function allFigures({ index }: Engine): SourcedFigure[] {
  return index.entries.flatMap((entry) => entry.snippet.figures.map((figure) => ({ figure, entry })));
}

/** The figures that a filter leaves. */
export function findFigures(filter: FigureFilter, engine: Engine): SourcedFigure[] {
  const names = (text: string): string[] => entityIdsIn(text, engine.reader.entities);
  return allFigures(engine).filter(({ figure }) => {
    if (filter.kinds && !filter.kinds.includes(figure.kind)) return false;
    if (filter.role && !names(figure.role).includes(filter.role)) return false;
    return !filter.subject || FIELDS.some((field) => names(figure[field]).includes(filter.subject ?? ""));
  });
}

/** The money kinds; the others count things. */
export function isMoney({ figure }: SourcedFigure): boolean {
  return !/opening|vacanc|posting|jobs?$/i.test(figure.kind);
}

/** Writes figures so that each keeps its currency, period, place and date: a group of lines for each subject. */
export function describeFigures(figures: readonly SourcedFigure[], heading?: string): CitedText | undefined {
  const citations = distinctCitations(figures);
  const [first, ...others] = citations;
  if (!first) return undefined;
  return {
    heading,
    text: [...groupBySubject(figures)].map(([subject, group]) => describeGroup(subject, group)).join("\n\n"),
    citations: [first, ...others],
    snippets: [...new Set(figures.map(({ entry }) => entry.snippet.id))],
  };
}

function groupBySubject(figures: readonly SourcedFigure[]): Map<string, SourcedFigure[]> {
  const groups = new Map<string, SourcedFigure[]>();
  for (const each of figures) {
    const { figure } = each;
    const named = [figure.employer, figure.platform, figure.place].find((name) => name !== NOT_STATED);
    const key = `${named ?? "All places"}|${roleWithLevel(figure)}|${figure.period}|${figure.date}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

function roleWithLevel({ role, level }: Figure): string {
  return level === NOT_STATED ? role : `${role} (${level})`;
}

function describeGroup(subject: string, group: readonly SourcedFigure[]): string {
  const figure = group[0]?.figure;
  if (!figure) return "";
  const [name = ""] = subject.split("|");
  const where = figure.employer !== NOT_STATED && figure.place !== NOT_STATED ? figure.place : undefined;
  const money = group.some(isMoney);
  const facts = [
    roleWithLevel(figure),
    where,
    money ? (figure.period === NOT_STATED ? "period not stated" : `per ${figure.period}`) : undefined,
    money && figure.currency === NOT_STATED ? "currency not stated" : undefined,
    figure.date,
  ].filter((fact) => fact !== undefined && fact !== NOT_STATED);
  const amounts = group.map(({ figure: each }) => `- ${capitalised(each.kind)}: ${describeAmount(each)}`);
  return `**${name}** — ${facts.join(", ")}\n${amounts.join("\n")}`;
}

/** The amount as printed, with its currency and what the source says of it. */
export function describeAmount({ amount, currency, note }: Figure): string {
  const printed =
    currency === NOT_STATED || amount.text.includes(currency) ? amount.text : `${amount.text} ${currency}`;
  return note === NOT_STATED ? printed : `${printed} (${note})`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function distinctCitations(figures: readonly SourcedFigure[]): Citation[] {
  const bySection = new Map<string, Citation>();
  for (const { entry } of figures) {
    bySection.set(`${entry.document.id}|${entry.section.heading}`, citationOf(entry));
  }
  return [...bySection.values()];
}
