import { NOT_STATED, type Figure } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
import { onceForEach } from "../knowledge/once-for-each.ts";
import { capitalised } from "../languages/capitalised.ts";
import type { Wording } from "../languages/wording.ts";
import type { EntityFinder } from "../query/entities.ts";
import type { Entry } from "../retrieval/entries.ts";
import { onceByEntry, onceForEntries } from "./by-entry.ts";
import { citationOf } from "./cite.ts";
import type { Engine } from "./engine.ts";
import { groupBy } from "./group-by.ts";
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
export const allFigures: (engine: Engine) => readonly SourcedFigure[] = onceForEntries((engine) => {
  const figures = figuresByEntry(engine);
  return engine.entries.flatMap((entry) => figures(entry) ?? []);
});

const figuresByEntry = onceByEntry<readonly SourcedFigure[]>(
  (entries) =>
    new Map(entries.map((entry) => [entry, entry.snippet.figures.map((figure) => ({ figure, entry }))])),
);

/** The ids of the entities that a field of a figure names, and of those they are part of. */
export const idsInField = (field: string, engine: Engine): readonly string[] =>
  namedInField(field, engine).flatMap(({ id, partOf }) => [id, ...partOf]);

// The fields of many figures are alike, and thousands of servers share those of the built-in documents.
function namedInField(field: string, engine: Engine): readonly Entity[] {
  const { entities } = engine.reader;
  const known = namedByField(entities);
  const named =
    known.get(field) ??
    (engine.below && namedInFields(engine.below).get(field)) ??
    entities.find(field).flatMap(({ candidates }) => candidates);
  known.set(field, named);
  return named;
}

const namedByField = onceForEach<EntityFinder, Map<string, readonly Entity[]>>(() => new Map());

/** What the fields of all figures name, by what they print. */
const namedInFields = onceForEntries((engine): ReadonlyMap<string, readonly Entity[]> => {
  const fields = allFigures(engine).flatMap(({ figure }) => [
    figure.role,
    ...FIELDS.map((field) => figure[field]),
  ]);
  return new Map(fields.map((field) => [field, namedInField(field, engine)]));
});

/** The figures that a filter leaves. */
export function findFigures(filter: FigureFilter, engine: Engine): SourcedFigure[] {
  const names = (field: string): readonly string[] => idsInField(field, engine);
  return allFigures(engine).filter(({ figure }) => {
    if (filter.kinds && !filter.kinds.includes(figure.kind)) return false;
    if (filter.role && !names(figure.role).includes(filter.role)) return false;
    return !filter.subject || FIELDS.some((field) => names(figure[field]).includes(filter.subject ?? ""));
  });
}

/** True for kinds of figures that count things; the others are money. */
export function isCount(kind: string): boolean {
  return /opening|vacanc|posting|jobs?$/i.test(kind);
}

/** The money kinds; the others count things. */
export function isMoney({ figure }: SourcedFigure): boolean {
  return !isCount(figure.kind);
}

/** Writes figures so that each keeps its currency, period, place and date: a list for subjects of one figure, else groups. */
export function describeFigures(
  figures: readonly SourcedFigure[],
  { wording }: Pick<Engine, "wording">,
): CitedText | undefined {
  const [first, ...others] = distinctCitations(figures);
  if (!first) return undefined;
  const groups = [...groupBySubject(figures, wording)];
  const single = groups.length > 1 && groups.every(([, group]) => group.length === 1);
  return {
    heading: undefined,
    text: single
      ? groups.map(([subject, [only]]) => (only ? describeLine(subject, only, wording) : "")).join("\n")
      : groups.map(([subject, group]) => describeGroup(subject, group, wording)).join("\n\n"),
    citations: [first, ...others],
    snippets: [...new Set(figures.map(({ entry }) => entry.snippet.id))],
  };
}

// "- Capgemini, DevOps engineer: $137k (median), period not stated, January 2023"
function describeLine(subject: string, sourced: SourcedFigure, wording: Wording): string {
  const { figure } = sourced;
  const [name = ""] = subject.split("|");
  return `- ${name}, ${roleWithLevel(figure)}: ${describeAmount(figure)}, ${circumstances(sourced, wording).join(", ")}`;
}

/** What a group of figures must agree on, since it is said once for all of them. */
const CIRCUMSTANCES = ["place", "period", "currency", "date"] as const;

function groupBySubject(
  figures: readonly SourcedFigure[],
  wording: Wording,
): ReadonlyMap<string, readonly SourcedFigure[]> {
  return groupBy(figures, ({ figure }) => {
    const named = [figure.employer, figure.platform, figure.place].find((name) => name !== NOT_STATED);
    const alike = CIRCUMSTANCES.map((field) => figure[field]);
    return [named ?? wording.figures.allPlaces, roleWithLevel(figure), ...alike].join("|");
  });
}

/** The role a figure holds for, with its level where one is stated. */
export function roleWithLevel({ role, level }: Figure): string {
  return level === NOT_STATED ? role : `${role} (${level})`;
}

function describeGroup(subject: string, group: readonly SourcedFigure[], wording: Wording): string {
  const [sourced] = group;
  if (!sourced) return "";
  const [name = ""] = subject.split("|");
  const amounts = group.map(({ figure }) => `- ${capitalised(figure.kind)}: ${describeAmount(figure)}`);
  return `**${name}** — ${[roleWithLevel(sourced.figure), ...circumstances(sourced, wording)].join(", ")}\n${amounts.join("\n")}`;
}

// Where, how often paid, in what currency, and when: what the source leaves out is said.
function circumstances(sourced: SourcedFigure, { figures }: Wording): string[] {
  const { figure } = sourced;
  const isPlaced =
    [figure.employer, figure.platform].some((name) => name !== NOT_STATED) && figure.place !== NOT_STATED;
  return [
    ...(isPlaced ? [figure.place] : []),
    ...(isMoney(sourced)
      ? [figure.period === NOT_STATED ? figures.periodNotStated : figures.per(figure.period)]
      : []),
    ...(isMoney(sourced) && figure.currency === NOT_STATED ? [figures.currencyNotStated] : []),
    ...(figure.date === NOT_STATED ? [] : [figure.date]),
  ];
}

/** The amount as printed, with its currency and what the source says of it. */
export function describeAmount({ amount, currency, note }: Figure): string {
  const printed =
    currency === NOT_STATED || amount.text.includes(currency) ? amount.text : `${amount.text} ${currency}`;
  return note === NOT_STATED ? printed : `${printed} (${note})`;
}

/** The sections that figures come from, each once. */
export function distinctCitations(figures: readonly SourcedFigure[]): Citation[] {
  const bySection = new Map<string, Citation>();
  for (const { entry } of figures) {
    bySection.set(`${entry.document.id}|${entry.section.heading}`, citationOf(entry));
  }
  return [...bySection.values()];
}

/** The places and employers that have a figure, of the role where one is given, in the glossary's order. */
export function figureSubjects(engine: Engine, role?: Entity): Entity[] {
  const ids = new Set(
    findFigures(role ? { role: role.id } : {}, engine).flatMap(({ figure }) =>
      [figure.place, figure.employer].flatMap((name) => namedInField(name, engine).map(({ id }) => id)),
    ),
  );
  return engine.namedEntities.filter(
    ({ id, kind }) => ids.has(id) && (kind === "place" || kind === "employer"),
  );
}
