import type { Before } from "./before.ts";
import { spellOut } from "./follow-up.ts";
import { normalizeText } from "./normalize.ts";
import { correctSpelling, readText, type Reading } from "./read-text.ts";
import type { ReadingTools } from "./reading-tools.ts";
import { findAsking } from "./sentences.ts";
import { tokenize } from "./tokenize.ts";

/** A message divided. */
export interface Divided {
  /** The sentences that ask, in order; what the first one left out stands in it. */
  readonly asks: readonly string[];
  /** Everything else that says something, in order. */
  readonly told: readonly Told[];
  /** False when nothing asks and what names something, or else the whole message, is taken for a question. */
  readonly isAsked: boolean;
}

interface Told {
  readonly text: string;
  readonly reading: Reading;
}

/** A message that asks nothing goes on from the question before only when it is this short, in words: "devops salary". */
const SHORT_MESSAGE = 4;

/**
 * Divides a corrected message and spells out its first question; those after it go on from that. `undefined` when it
 * says nothing.
 */
export function divideMessage(
  text: string,
  before: Before | undefined,
  tools: ReadingTools,
): Divided | undefined {
  const found = findAsking(text);
  const told = found.told
    .map((sentence): Told => ({ text: sentence, reading: readText(sentence, tools) }))
    .filter(({ reading }) => reading.units.length > 0);
  const [first, ...others] = found.asks;
  if (first !== undefined) {
    const full = told.length === 0 ? goOn(first, before, tools) : first;
    return { asks: [full, ...others], told, isAsked: true };
  }
  if (told.length === 0) return undefined;
  // Where nothing asks, what names something is meant; the rest is told around it.
  const naming = told.filter(({ reading }) => reading.units.some(({ entities }) => entities.length > 0));
  const meant = naming.length > 0 ? naming : told;
  const core = meant.map((sentence) => sentence.text).join(" ");
  const full = tokenize(core).length <= SHORT_MESSAGE ? goOn(core, before, tools) : core;
  return {
    asks: [full],
    told: told.filter((sentence) => !meant.includes(sentence)),
    isAsked: full !== core,
  };
}

function goOn(text: string, before: Before | undefined, tools: ReadingTools): string {
  if (before === undefined) return text;
  const { question, answer } = before;
  return spellOut(text, { question: correctEarlier(question, tools), answer: normalizeText(answer) }, tools);
}

/** The last question of a message with all that it leaves to what was said before; what was asked before when it asks nothing. */
export function questionInFull(message: string, before: Before | undefined, tools: ReadingTools): string {
  const divided = divideMessage(correctEarlier(message, tools), before, tools);
  const last = divided?.asks.at(-1);
  if (divided === undefined || last === undefined) return before?.question ?? "";
  const told = divided.told.map(({ text }) => text);
  const rest = [...told, ...divided.asks.slice(0, -1)].join(" ");
  return rest === "" ? last : spellOut(last, { question: rest, answer: "" }, tools);
}

/** More than this of one message is never read: no question is that long. */
const READ_CHARACTERS = 2_000;

/** The beginning of a message as plain text, chat spellings as words. */
export function writeOut(message: string, tools: ReadingTools): string {
  // A character may stand for a whole phrase.
  return tools.slang(normalizeText(message.slice(0, READ_CHARACTERS)).slice(0, READ_CHARACTERS));
}

/** Words that are corrected of what was said before; the guard against floods. */
const EARLIER_CORRECTIONS = 5;

const correctEarlier = (message: string, tools: ReadingTools): string =>
  tools.slang(correctSpelling(writeOut(message, tools), tools, EARLIER_CORRECTIONS));
