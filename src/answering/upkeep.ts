import { NOT_STATED, type Document } from "../knowledge/document.ts";
import { writeAge } from "./ages.ts";
import type { Claim } from "./claims.ts";
import { findConflicts, type Conflict } from "./conflicts.ts";
import { writeDate, writeDocumentDate } from "./dates.ts";
import type { Engine } from "./engine.ts";
import { groupBy } from "./group-by.ts";
import type { Overview, OverviewPart } from "./reply.ts";
import { nameClaim, sayTogether } from "./say-claim.ts";
import { listStale, type StaleDocument } from "./stale.ts";

/** Which documents an overview is of; all when left out. */
export interface UpkeepScope {
  /** Document ids. */
  readonly documents?: readonly string[] | undefined;
}

/** The documents with sections older than their topics allow on the day `today` (ISO), for those who keep them. */
export function composeStale(engine: Engine, today: string, { documents }: UpkeepScope = {}): Overview {
  const { upkeep } = engine.wording;
  const stale = listStale(engine, today).filter(
    ({ document }) => !documents || documents.includes(document.id),
  );
  const parts = ownFirst(stale).map((each) => describeStale(each, engine));
  const found = stale.length > 0 ? upkeep.limits : upkeep.noneStale;
  return {
    kind: "overview",
    title: upkeep.stale,
    parts: [{ heading: undefined, text: found }, ...parts],
    choices: [],
  };
}

// "Boot.dev, January 2023 (over 3 years old)", and which sections.
function describeStale({ document, sections, age }: StaleDocument, { wording }: Engine): OverviewPart {
  const ages = new Set(sections.map((each) => writeAge(each.age, wording)));
  const isAlike = ages.size === 1;
  const names = sections.map(({ section, age: own }) =>
    isAlike ? `- ${section.heading}` : `- ${section.heading} (${writeAge(own, wording)})`,
  );
  const lines = [
    isAlike ? `${originOf(document, wording)} (${writeAge(age, wording)})` : originOf(document, wording),
    wording.upkeep.ofSections(sections.length, document.sections.length),
    ...names,
  ];
  return headed(document, lines.join("\n"));
}

function originOf(document: Document, wording: Engine["wording"]): string {
  const { publisher, published, retrieved, added } = document;
  const { publisherNotStated } = wording.citations;
  const isRead = published === NOT_STATED && added === undefined;
  const read = isRead ? `, ${wording.upkeep.read(writeDate(retrieved, wording))}` : "";
  const date = `${writeDocumentDate(document, wording)}${read}`;
  if (publisher === NOT_STATED && added !== undefined) return date;
  return `${publisher === NOT_STATED ? publisherNotStated : publisher}, ${date}`;
}

// A moderator can mend those of the server.
const ownFirst = (stale: readonly StaleDocument[]): readonly StaleDocument[] => [
  ...stale.filter(({ document }) => document.added !== undefined),
  ...stale.filter(({ document }) => document.added === undefined),
];

/** What documents differ on, by the documents: their sections, and what each states with its date, the newest first. */
export function composeConflicts(engine: Engine, { documents }: UpkeepScope = {}): Overview {
  const { upkeep } = engine.wording;
  const conflicts = findConflicts(engine).filter(
    ({ claims }) => !documents || claims.some(({ entry }) => documents.includes(entry.document.id)),
  );
  const groups = groupBy(conflicts, ({ claims }) =>
    claims.map(({ entry }) => entry.document.title).join(" / "),
  );
  const parts = [...groups].map(([heading, group]) => ({ heading, text: describeConflicts(group, engine) }));
  const found = conflicts.length > 0 ? upkeep.both : upkeep.noConflicts;
  return {
    kind: "overview",
    title: upkeep.conflicts,
    parts: [{ heading: undefined, text: found }, ...parts],
    choices: [],
  };
}

/** More conflicts of the same documents are counted only; a message has room for some 4,000 characters. */
const LISTED = 10;

function describeConflicts(conflicts: readonly Conflict[], { wording }: Engine): string {
  const shown = conflicts.slice(0, LISTED);
  const left = conflicts.length - shown.length;
  return [
    ...new Set(shown.flatMap(({ claims }) => claims.map(placeOf))),
    ...shown.map((conflict) => `- ${sayConflict(conflict, wording)}`),
    ...(left > 0 ? [wording.conflicts.more(left)] : []),
  ].join("\n");
}

function placeOf({ entry: { document, section } }: Claim): string {
  const url = section.url ?? document.url;
  return `${document.title} › ${section.heading}${url === undefined ? "" : `: ${url}`}`;
}

function sayConflict({ claims }: Conflict, wording: Engine["wording"]): string {
  const [line, ...others] = sayTogether(claims, wording);
  return others.length === 0
    ? (line ?? "")
    : [`${nameClaim(claims[0], wording)}.`, line, ...others].join(" ");
}

function headed({ title, url }: Document, text: string): OverviewPart {
  return { heading: title, text, ...(url !== undefined && { url }) };
}
