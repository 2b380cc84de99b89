import type { Entity } from "../knowledge/glossary.ts";
import { askedAmount } from "./amount.ts";
import type { Analyzer } from "./analyzer.ts";
import type { Before } from "./before.ts";
import { divideMessage, questionInFull, writeOut } from "./divide-message.ts";
import type { EntityFinder } from "./entities.ts";
import { comparesThings, superlativeOf, topicsOfForm } from "./form.ts";
import { foreignLanguage } from "./language.ts";
import type { Query, QueryPart, Unit } from "./query.ts";
import { correctSpelling, readText, type Reading } from "./read-text.ts";
import type { ReadingTools } from "./reading-tools.ts";

/** What reading a question needs; built once for a knowledge folder. */
export interface Reader {
  readonly analyzer: Analyzer;
  readonly entities: EntityFinder;
  /** Understands a message; `before` is what was said before, for a follow-up. Never throws. */
  understand(message: string, before?: Before): Query;
  /** The last question of a message with all that it leaves to what was said before; what was asked before when it asks nothing. */
  inFull(message: string, before?: Before): string;
}

/** Most questions one message gets answers to. */
const MOST_PARTS = 3;

/** Builds the reader that reads with some tools. */
export function buildReader(tools: ReadingTools): Reader {
  return {
    analyzer: tools.analyzer,
    entities: tools.entities,
    understand: (message, before) => understand(message, before, tools),
    inFull: (message, before) => questionInFull(message, before, tools),
  };
}

function understand(message: string, before: Before | undefined, tools: ReadingTools): Query {
  const written = writeOut(message, tools);
  const language = foreignLanguage(written, tools);
  if (language !== undefined) return { language, parts: [] };
  const text = tools.slang(correctSpelling(written, tools));
  const divided = divideMessage(text, before, tools);
  if (divided === undefined) return { language: undefined, parts: [] };
  const { asks, told, isAsked } = divided;
  const context = told.map(({ reading }) => reading);
  const readings = joinSlight(readEach(asks, tools));
  const isShort = context.flatMap(({ units }) => units).length <= SHORT_STORY;
  const saysNothing = readings.every(isSlight);
  const asked = readings
    .map((reading) =>
      saysNothing || (isShort && leansBack(reading)) ? tellMore(reading, context, tools) : reading,
    )
    .map((reading) => nameHere(reading, context));
  const parts: QueryPart[] = [];
  for (const each of asked) {
    const around = [...parts.toReversed(), ...context];
    const reading = nameIt(each, around);
    parts.push(
      buildPart({
        reading,
        isAsked,
        roles: rolesOf(reading, around),
        context: around.flatMap(({ units }) => units),
      }),
    );
  }
  return { language: undefined, parts };
}

// "does it pay more than devops?" sets what was asked about before beside the one role that it names.
function rolesOf(
  reading: AskedReading,
  around: readonly { readonly roles: readonly Entity[] }[],
): readonly Entity[] {
  const named = firstRoles([reading, ...around]);
  const setsBeside = comparesThings(reading.text, []) && PRONOUN.test(reading.text);
  return setsBeside && reading.roles.length === 1 ? [...named, ...firstRoles(around)] : named;
}

/** Units told around a question that may be part of what is asked. */
const SHORT_STORY = 6;
/** Below this sum of rarities a part with a pronoun asks about what was told. */
const LEANING = 1.2;
const PRONOUN = /\b(?:it|its|that|this|they|them|their|those|these|there|he|she|i)\b/i;

function leansBack({ text, units }: AskedReading): boolean {
  const said = units
    .filter(({ entities }) => entities.length === 0)
    .reduce((sum, { rarity }) => sum + rarity, 0);
  const names = units.filter(({ entities }) => entities.some(({ kind }) => kind !== "role"));
  return PRONOUN.test(text) && names.length === 0 && said < LEANING;
}

/** Below this sum of rarities, and without a name, a part says too little to be asked by itself. */
const SLIGHT = 0.6;

function* readEach(asks: readonly string[], tools: ReadingTools): Generator<AskedReading> {
  for (const ask of asks) yield { text: ask, ...readText(ask, tools) };
}

// "can't one person do it?" belongs to the question before it. No more is read than gets answers: reading takes long.
function joinSlight(readings: Iterable<AskedReading>): AskedReading[] {
  const groups: AskedReading[][] = [];
  let said = 0;
  for (const reading of readings) {
    const group = groups.at(-1);
    if (group && (isSlight(reading) || said < SLIGHT)) {
      group.push(reading);
      said = sayMore(said, reading);
    } else if (groups.length === MOST_PARTS) {
      break;
    } else {
      groups.push([reading]);
      said = sayMore(0, reading);
    }
  }
  return groups.map(joinAll);
}

// "what would be on it?" asks about what was told before, though not about the occasion: "cramming for an interview".
function tellMore(
  reading: AskedReading,
  context: readonly Reading[],
  { coveredTopics }: ReadingTools,
): AskedReading {
  const isCovered = ({ topics }: Unit): boolean =>
    topics.length === 0 || topics.some(({ id }) => coveredTopics.has(id));
  const told = context.map((each) => ({ ...each, text: "", units: each.units.filter(isCovered) }));
  return joinAll([reading, ...told]);
}

const HERE = /\bhere\b|\bmy (?:area|city|country|region|state|town)\b|\blocally\b/i;

const isPlace = ({ entities }: Unit): boolean =>
  entities.length > 0 && entities.every(({ kind }) => kind === "place");

// "i'm in Dayton, what does it pay here?" asks of the place that was told.
function nameHere(reading: AskedReading, context: readonly Reading[]): AskedReading {
  if (!HERE.test(reading.text) || reading.units.some(isPlace)) return reading;
  const places = context.flatMap(({ units }) => units.filter(isPlace)).slice(0, 1);
  return { ...reading, units: [...reading.units, ...places] };
}

const IT = /\b(?:it|its)\b/i;

const isCertification = ({ entities }: Unit): boolean =>
  entities.some(({ kind }) => kind === "certification");

// "how much is the CCNA and how long is it valid?" asks both of the one certificate.
function nameIt(reading: AskedReading, [last]: readonly { readonly units: readonly Unit[] }[]): AskedReading {
  const [only, ...others] = last?.units.filter(isCertification) ?? [];
  const isNamed = reading.units.some(({ entities }) => entities.length > 0);
  if (!only || others.length > 0 || isNamed || !IT.test(reading.text)) return reading;
  return { ...reading, units: [only, ...reading.units] };
}

const isSlight = (reading: AskedReading): boolean => sayMore(0, reading) < SLIGHT;

/** How much is said with a reading after what was said before it; without bound where it has a name. */
function sayMore(said: number, { units }: AskedReading): number {
  if (units.some(({ entities }) => entities.length > 0)) return Number.POSITIVE_INFINITY;
  return units.reduce((sum, { rarity }) => sum + rarity, said);
}

function joinAll(readings: readonly AskedReading[]): AskedReading {
  return {
    text: readings.map(({ text }) => text).reduce((before, text) => `${before} ${text}`.trim()),
    units: readings.flatMap(({ units }) => units),
    askingTerms: readings.flatMap(({ askingTerms }) => askingTerms),
    fillerTerms: readings.flatMap(({ fillerTerms }) => fillerTerms),
    roles: readings.flatMap(({ roles }) => roles),
    topics: readings.flatMap(({ topics }) => topics),
  };
}

function firstRoles(readings: readonly { readonly roles: readonly Entity[] }[]): readonly Entity[] {
  return readings.find(({ roles }) => roles.length > 0)?.roles ?? [];
}

function buildPart(input: {
  readonly isAsked: boolean;
  readonly reading: AskedReading;
  readonly roles: readonly Entity[];
  readonly context: readonly Unit[];
}): QueryPart {
  const { reading, isAsked, roles, context } = input;
  const { text, units, askingTerms, fillerTerms } = reading;
  return {
    isAsked,
    text,
    units,
    context,
    askingTerms,
    fillerTerms,
    namesRole: reading.roles.length > 0,
    roles: [...new Set(roles)],
    topics: [...new Set([...reading.topics, ...topicsOfForm(text)])],
    compares: comparesThings(
      text,
      units.filter(({ entities }) => entities.length > 0).map(({ label }) => label),
    ),
    superlative: superlativeOf(text),
    amount: askedAmount(text),
  };
}

interface AskedReading extends Reading {
  readonly text: string;
}
