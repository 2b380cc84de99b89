import { NOT_STATED } from "../knowledge/document.ts";
import type { Entity } from "../knowledge/glossary.ts";
import type { EntityFinder } from "../query/entities.ts";
import { onceByEntry, onceForEntries } from "./by-entry.ts";
import { claimOfFigure, type Claim } from "./claims.ts";
import { laterDateFirst } from "./elapsed.ts";
import type { Engine } from "./engine.ts";
import { printedClaims, type Naming } from "./printed-claims.ts";

/** Amounts of one thing on which documents differ. */
export interface Conflict {
  /** One of each document, the newest first. */
  readonly claims: readonly [Claim, Claim, ...Claim[]];
  /** Every other place of the same documents that states the same. */
  readonly repeated: readonly Claim[];
}

/**
 * Where documents state different amounts of the same thing: measure, names, level, currency, period and whatever else
 * narrows them are the same, and neither amount lies within the other. In document order; worked out on first use.
 */
export function findConflicts(engine: Engine): readonly Conflict[] {
  return found(engine).all;
}

/** The conflicts in which a snippet states a side. */
export function conflictsOf(snippetId: string, engine: Engine): readonly Conflict[] {
  return found(engine).bySnippet.get(snippetId) ?? [];
}

interface Found {
  readonly all: readonly Conflict[];
  readonly bySnippet: ReadonlyMap<string, readonly Conflict[]>;
}

const found = onceForEntries((engine): Found => {
  const all = engine.knowledge.documents.length < 2 ? [] : compare(listClaims(engine));
  const bySnippet = new Map<string, Conflict[]>();
  for (const conflict of all) {
    for (const id of new Set([...conflict.claims, ...conflict.repeated].map(snippetOf))) {
      bySnippet.set(id, [...(bySnippet.get(id) ?? []), conflict]);
    }
  }
  return { all, bySnippet };
});

const snippetOf = ({ entry }: Claim): string => entry.snippet.id;

// Figures come first, so that they stand for the sentences that repeat them.
function listClaims(engine: Engine): readonly Claim[] {
  const claims = claimsByEntry(engine);
  const listed = engine.entries.flatMap((entry) => claims(entry) ?? []);
  return [...listed.flatMap(({ ofFigures }) => ofFigures), ...listed.flatMap(({ printed }) => printed)];
}

interface EntryClaims {
  readonly ofFigures: readonly Claim[];
  readonly printed: readonly Claim[];
}

const claimsByEntry = onceByEntry<EntryClaims>((entries, engine) => {
  const namesIn = namingWith(engine.reader.entities);
  return new Map(
    entries.map((entry) => [
      entry,
      {
        ofFigures: entry.snippet.figures.flatMap((figure) => claimOfFigure({ figure, entry }, engine) ?? []),
        printed: printedClaims(entry, namesIn),
      },
    ]),
  );
});

// Headings, titles and answers are looked at several times over, and looking for names takes longer than all else.
function namingWith(entities: EntityFinder): Naming {
  const read = new Map<string, readonly Entity[]>();
  return (text) => {
    const names = read.get(text) ?? [...new Set(entities.find(text).flatMap(({ candidates }) => candidates))];
    read.set(text, names);
    return names;
  };
}

function compare(claims: readonly Claim[]): readonly Conflict[] {
  const conflicts = [...groupBy(claims, ({ key }) => key).values()].flatMap(
    (alike) => conflictIn(alike) ?? [],
  );
  const bySaid = new Map(conflicts.toReversed().map((conflict) => [saidBy(conflict), conflict]));
  return conflicts.filter((conflict) => bySaid.get(saidBy(conflict)) === conflict);
}

// A table and its rows say the same in other words.
const saidBy = ({ claims }: Conflict): string =>
  claims.map(({ entry, amount }) => `${entry.document.id} ${amount.low} ${amount.high}`).join("|");

function conflictIn(alike: readonly Claim[]): Conflict | undefined {
  const documents = [...groupBy(alike, ({ entry }) => entry.document.id).values()];
  if (documents.length < 2) return undefined;
  const sides = withoutReplaced(documents.flatMap((claims) => newestOf(claims) ?? []).toSorted(newerFirst));
  const [first, second, ...others] = sides;
  if (!first || !second || sides.every((side) => sides.every((other) => agrees(side, other))))
    return undefined;
  const repeated = alike.filter(
    (claim) => !sides.includes(claim) && sides.some((side) => repeats(claim, side)),
  );
  return { claims: [first, second, ...others], repeated };
}

// A publisher's figure of a later date takes the place of its earlier one, and does not contradict it.
function withoutReplaced(sides: readonly Claim[]): readonly Claim[] {
  return sides.filter((side, at) => !sides.slice(0, at).some((newer) => replaces(newer, side)));
}

function replaces(newer: Claim, older: Claim): boolean {
  const { publisher } = newer.entry.document;
  if (publisher === NOT_STATED || publisher !== older.entry.document.publisher) return false;
  const areFigures = typeof newer.said !== "string" && typeof older.said !== "string";
  return areFigures && laterDateFirst(newer.date, older.date) < 0;
}

const repeats = (claim: Claim, side: Claim): boolean =>
  claim.entry.document === side.entry.document && agrees(claim, side);

// A document that states several amounts of one date means something by it that its words do not tell.
function newestOf(claims: readonly Claim[]): Claim | undefined {
  const [newest, ...others] = claims.toSorted(newerFirst);
  const isSure = others.every((other) => agrees(other, newest) || other.date !== newest?.date);
  return isSure ? newest : undefined;
}

const newerFirst = (one: Claim, other: Claim): number => laterDateFirst(one.date, other.date);

/** Amounts this much apart are the same one, rounded. */
const ROUNDED = 0.005;

// An amount within a range does not contradict it.
function agrees({ amount: one }: Claim, other: Claim | undefined): boolean {
  return other !== undefined && (isWithin(one, other.amount) || isWithin(other.amount, one));
}

function isWithin(inner: Claim["amount"], outer: Claim["amount"]): boolean {
  return inner.low >= outer.low * (1 - ROUNDED) && inner.high <= outer.high * (1 + ROUNDED);
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
