import { NOT_STATED } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
import type { Entry } from "../retrieval/entries.ts";
import { isOfArticle } from "../retrieval/shelf.ts";
import { citeSnippet } from "./cite.ts";
import { writeDate, writeDocumentDate } from "./dates.ts";
import { composeEarlier, originOf, splitByRelease, type ByRelease } from "./earlier-figures.ts";
import { laterDateFirst } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import type { SourcedFigure } from "./figures.ts";
import { groupBy } from "./group-by.ts";
import type { CitedText } from "./reply.ts";
import { findTopicEntries } from "./topic-entries.ts";
import { cardTopic } from "./topic-questions.ts";

/** What one publisher states of a role's pay. */
export interface PaySource {
  /** Of its newest figures, as printed; else its document's. */
  readonly date: string;
  readonly text: CitedText;
  /** What it stated before, where it did. */
  readonly before: CitedText | undefined;
  /** Empty for a source that states in words only whom it counts the role with. */
  readonly releases: ByRelease;
}

/** Writes the current figures of one source; `undefined` where there is nothing to write of them. */
export type Describe = (current: readonly SourcedFigure[], engine: Engine) => CitedText | undefined;

/** The figures of each publisher by itself, none mixed with another's. `figures` are the latest first, and so are the sources. */
export function listPaySources(
  figures: readonly SourcedFigure[],
  describe: Describe,
  engine: Engine,
): readonly PaySource[] {
  return [...groupBy(figures, ({ entry }) => originOf(entry)).values()].flatMap((own): PaySource[] => {
    const releases = splitByRelease(own);
    const [newest] = releases.current;
    const described = describe(releases.current, engine);
    if (!newest || !described) return [];
    const { date } = newest.figure;
    const text = headed(withLead(described, releases.current), { entry: newest.entry, date }, engine);
    return [{ date, releases, text, before: composeEarlier(releases, engine) }];
  });
}

/** What reference documents of other publishers than those of `figures` say of the pay of this role alone: whom they count it with. */
export function listCountedWith(
  role: Entity,
  figures: readonly SourcedFigure[],
  engine: Engine,
): readonly PaySource[] {
  const stated = new Set(figures.map(({ entry }) => originOf(entry)));
  const asked = { role, topic: "salary", question: cardTopic("salary", engine).question(role.name) };
  const entries = findTopicEntries(asked, engine)
    .map(({ entry }) => entry)
    .filter((entry) => isOnPayOf(role, entry) && !stated.has(originOf(entry)));
  return [...groupBy(entries, originOf).values()].flatMap(([entry]): PaySource[] => {
    if (!entry) return [];
    const { published } = entry.document;
    const text = headed(citeSnippet(entry), { entry, date: published }, engine);
    return [{ date: published, text, before: undefined, releases: { current: [], earlier: [] } }];
  });
}

/** Sources in the order that they are shown: the latest first. */
export function latestFirst(sources: readonly PaySource[]): readonly PaySource[] {
  return sources.toSorted((one, other) => laterDateFirst(one.date, other.date));
}

function isOnPayOf({ id }: Entity, entry: Entry): boolean {
  const { roles, figures } = entry.snippet;
  return !isOfArticle(entry) && figures.length === 0 && roles.length === 1 && roles[0] === id;
}

// "US Bureau of Labor Statistics, May 2025"; without the date where the text says it.
function headed(
  text: CitedText,
  { entry: { document }, date }: { readonly entry: Entry; readonly date: string },
  { wording }: Engine,
): CitedText {
  const name = document.publisher === NOT_STATED ? document.title : document.publisher;
  const written = date === NOT_STATED ? writeDocumentDate(document, wording) : writeDate(date, wording);
  return { ...text, heading: text.text.includes(written) ? name : `${name}, ${written}` };
}

// What a table is of, where the words above it print none of its amounts: who was asked, and how few answered.
function withLead(text: CitedText, figures: readonly SourcedFigure[]): CitedText {
  const leads = [...new Set(figures.map(({ entry }) => entry))].flatMap((entry) => leadOf(entry, figures));
  return { ...text, text: [...new Set(leads), text.text].join("\n\n") };
}

function leadOf(entry: Entry, figures: readonly SourcedFigure[]): readonly string[] {
  const [lead = ""] = entry.snippet.answer.split("\n\n");
  const isTable = /^[|-]/.test(lead);
  if (isOfArticle(entry) || isTable || figures.some(({ figure }) => lead.includes(figure.amount.text)))
    return [];
  return [lead];
}
