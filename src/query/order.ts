import { superlativeOf } from "./form.ts";
import type { Superlative } from "./query.ts";

/** Which things of an order are asked for: its end ("the highest"), one place in it, so many of its first, or all. */
export type Pick =
  | { readonly kind: "end" }
  | { readonly kind: "position"; readonly position: number }
  | { readonly kind: "first"; readonly count: number }
  | { readonly kind: "all" };

/** An order that a question asks for. */
export interface AskedOrder {
  /** Where the order begins; `undefined` where the question leaves it open ("rank the cities"). */
  readonly end: Superlative | undefined;
  /** True for "best" and "worst": of costs the best are the lowest. */
  readonly isByMerit: boolean;
  readonly pick: Pick;
  /** The question without the words that ask for the order. */
  readonly rest: string;
}

const END =
  "(?:(?:most|least) (?:expensive|affordable|costly)|highest|most|best|top|biggest|largest|greatest|richest|priciest|dearest|costliest|maximum|max|lowest|least|cheapest|smallest|worst|fewest|poorest|bottom|minimum|min)";
const MERIT = /\b(?:best|worst)\b/gi;

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const NUMBER = `(?:\\d{1,2}|${NUMBERS.join("|")})(?![\\w%]|[.,]\\d)`;
const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
];
const ORDINAL = `(?:${ORDINALS.join("|")}|\\d{1,2}(?:st|nd|rd|th))`;

/** "second highest", "number two", "comes third". */
const POSITIONS = [
  new RegExp(`\\b(${ORDINAL})[ -]${END}\\b`, "i"),
  new RegExp(`(?:\\bnumber |\\bno\\. ?|#)(${NUMBER})`, "i"),
  new RegExp(
    `\\b(?:comes?|is|are|ranks?|ranked|in|on) (?:the )?(${ORDINAL})(?: place)?(?! [a-z]+ing\\b)\\b`,
    "i",
  ),
];
/** "of the top five cities" says which cities are meant, not how many are asked for. */
const AMONG_FIRST = new RegExp(
  `\\b(?:of|among|in|from|for) (?:the |those |these )?(?:top|best) ${NUMBER}`,
  "gi",
);
/** "top 3", "the three cheapest", "which two cities … most". */
const COUNTS = [
  new RegExp(`\\b${END}[ -](${NUMBER})`, "i"),
  new RegExp(`\\b(${NUMBER}) ${END}\\b`, "i"),
  new RegExp(`\\b(?:which|what) (${NUMBER})(?= \\w+ .*\\b${END}\\b)`, "i"),
];
const RANKS =
  /\b(?:rank(?:s|ed|ing|ings)?|sort(?:ed)?|order(?:ed)?(?=.*\bby\b)|in order of|from \w+ to \w+)\b/gi;

/** Which order a question asks for, and how much of it; `undefined` when it asks for none. */
export function orderOf(question: string): AskedOrder | undefined {
  const text = question.replace(AMONG_FIRST, " ");
  const pick = pickOf(text);
  if (!pick) return undefined;
  const end = superlativeOf(text);
  return {
    end,
    isByMerit: end !== undefined && superlativeOf(text.replace(MERIT, "")) === undefined,
    pick,
    rest: withoutOrder(text),
  };
}

function pickOf(text: string): Pick | undefined {
  const position = numberIn(text, POSITIONS);
  if (position !== undefined) return { kind: "position", position };
  const count = numberIn(text, COUNTS);
  if (count !== undefined) return { kind: "first", count };
  if (text.search(RANKS) >= 0) return { kind: "all" };
  return superlativeOf(text) === undefined ? undefined : { kind: "end" };
}

function numberIn(text: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.[1]?.toLowerCase();
    if (found !== undefined) return valueOf(found);
  }
  return undefined;
}

function valueOf(word: string): number | undefined {
  const spelled = Math.max(NUMBERS.indexOf(word), ORDINALS.indexOf(word)) + 1;
  const value = spelled > 0 ? spelled : Number.parseInt(word, 10);
  return value > 0 ? value : undefined;
}

function withoutOrder(text: string): string {
  const patterns = [...POSITIONS, ...COUNTS, RANKS, new RegExp(`\\b${END}\\b`, "gi")];
  return patterns.reduce((rest, pattern) => rest.replace(pattern, " "), text);
}
