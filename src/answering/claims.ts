import { NOT_STATED, type Amount, type Figure } from "../knowledge/document.ts";
import { onceForEach } from "../knowledge/once-for-each.ts";
import type { MeasureId } from "../languages/wording.ts";
import type { EntityFinder } from "../query/entities.ts";
import type { Entry } from "../retrieval/entries.ts";
import { dateOf } from "./ages.ts";
import { qualifiersIn } from "./claim-words.ts";
import { isCost } from "./comparable.ts";
import type { Engine } from "./engine.ts";
import { isCount, roleWithLevel, type SourcedFigure } from "./figures.ts";

/** An amount that a document states, and what it is of. */
export interface Claim {
  readonly entry: Entry;
  /** What it is an amount of: claims of equal keys can be held against each other. */
  readonly key: string;
  /** What it is stated of, as documents or the glossary write it. */
  readonly names: readonly string[];
  /** A measure that the bot has a word for, or the document's own words. */
  readonly measure: { readonly id: MeasureId } | { readonly printed: string };
  readonly amount: Amount;
  /** As printed or ISO, or `not stated`. */
  readonly date: string;
  /** The figure, or the sentence that states it. */
  readonly said: Figure | string;
}

/** What makes claims comparable. Ids and words are in no order. */
export interface Meaning {
  readonly measure: string;
  /** Entity ids, or the words of names that the glossary lacks. */
  readonly about: readonly string[];
  readonly currency: string;
  readonly period: string;
  readonly qualifiers: readonly string[];
}

/** The key of claims that mean the same. */
export function keyOf({ measure, about, currency, period, qualifiers }: Meaning): string {
  const unit = `${CURRENCIES.get(currency.toUpperCase()) ?? currency.toUpperCase()}|${period}`;
  return [measure, sorted(about), unit, sorted(qualifiers)].join("|");
}

const sorted = (words: readonly string[]): string => [...new Set(words)].toSorted().join(",");

const CURRENCIES = new Map([
  ["$", "USD"],
  ["US$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["₹", "INR"],
]);

/** What a figure of a table claims; `undefined` when it leaves open of what it is. */
export function claimOfFigure({ figure, entry }: SourcedFigure, engine: Engine): Claim | undefined {
  const isOfRole = !isCost({ figure, entry });
  const measure = measureOf(figure.kind);
  if (measure === "" || (isOfRole && figure.role === NOT_STATED)) return undefined;
  const fields = [figure.employer, figure.platform, figure.place, ...(isOfRole ? [figure.role] : [])];
  const stated = fields.filter((field) => field !== NOT_STATED);
  if (stated.length === 0) return undefined;
  const key = keyOf({
    measure,
    about: [...stated.flatMap((name) => namesIn(name, engine)), ...placesAround(figure, entry, engine)],
    currency: isCount(figure.kind) || figure.currency === NOT_STATED ? "" : figure.currency,
    period: figure.period === NOT_STATED ? "" : figure.period.replace("annum", "year"),
    qualifiers: narrowing(figure, entry),
  });
  const date = figure.date === NOT_STATED ? dateOf(entry.document) : figure.date;
  const names = [...stated.slice(0, isOfRole ? -1 : undefined), ...(isOfRole ? [roleWithLevel(figure)] : [])];
  const isSalary = measure === "salary";
  return {
    entry,
    key,
    names,
    measure: isSalary ? { id: "salary" } : { printed: figure.kind },
    amount: figure.amount,
    date,
    said: figure,
  };
}

const PERIOD_WORDS =
  /\b(?:per|an?|yearly|annual|annum|year|monthly|month|weekly|week|daily|day|hourly|hour)\b/g;
const SALARY = /^(?:salar(?:y|ies)|pay|wages?|earnings)$/;

/** What a kind of figures measures, without how often it is paid and which of its values it is. */
function measureOf(kind: string): string {
  const words = kind
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, " ")
    .replaceAll(PERIOD_WORDS, " ")
    .replaceAll(/\b(?:average|mean|median|typical|estimated|usd|eur|gbp)\b/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return SALARY.test(words) ? "salary" : words;
}

function narrowing(figure: Figure, { section, snippet }: Entry): readonly string[] {
  const own = [figure.level, figure.note].filter((text) => text !== NOT_STATED);
  const folded = own.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const known = qualifiersIn([figure.kind, ...own, ...(snippet.derived ? [section.heading] : [])].join(". "));
  return [...folded.filter((word) => qualifiersIn(word).length === 0), ...known];
}

// A plain article says above a table where its figures are of.
function placesAround(
  figure: Figure,
  { section, snippet, document }: Entry,
  engine: Engine,
): readonly string[] {
  const isPlaced = figure.place !== NOT_STATED || figure.employer !== NOT_STATED;
  return isPlaced || !snippet.derived ? [] : placesIn(`${section.heading}. ${document.title}`, engine);
}

/** What a name means: the ids of its entities, or its own words where the glossary does not know all of it. */
function namesIn(name: string, { reader: { entities } }: Engine): readonly string[] {
  return remember({ text: name, as: "name" }, entities, () => {
    const mentions = entities.find(name);
    const rest = mentions.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), name);
    const isKnown = mentions.length > 0 && !/[\p{L}\p{N}]/u.test(rest);
    return isKnown
      ? mentions.flatMap(({ candidates }) => candidates.map(({ id }) => id))
      : [name.toLowerCase()];
  });
}

function placesIn(text: string, { reader: { entities } }: Engine): readonly string[] {
  return remember({ text, as: "place" }, entities, () => {
    const candidates = entities.find(text).flatMap((mention) => mention.candidates);
    return candidates.filter(({ kind }) => kind === "place" || kind === "employer").map(({ id }) => id);
  });
}

// The fields and headings of many figures are alike.
function remember(
  { text, as }: { readonly text: string; readonly as: "name" | "place" },
  entities: EntityFinder,
  workOut: () => readonly string[],
): readonly string[] {
  const known = namesByText(entities);
  const found = known.get(`${as} ${text}`) ?? workOut();
  known.set(`${as} ${text}`, found);
  return found;
}

const namesByText = onceForEach<EntityFinder, Map<string, readonly string[]>>(() => new Map());
