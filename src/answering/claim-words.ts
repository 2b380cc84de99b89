import { readAmount } from "../knowledge/amounts.ts";
import type { Amount } from "../knowledge/document.ts";
import type { EntityKind } from "../knowledge/glossary.ts";
import type { MeasureId } from "../languages/wording.ts";

/** What a clause states: one amount of one measure. */
export interface Statement {
  readonly measure: MeasureId;
  /** The kind of thing that it must be stated of. */
  readonly of: EntityKind;
  readonly amount: Amount;
  /** As printed; empty where it is no money, or prints none. */
  readonly currency: string;
  readonly period: string;
}

interface Measure {
  readonly id: MeasureId;
  readonly of: EntityKind;
  /** The clause speaks of the measure. */
  readonly says: RegExp;
  /** What makes it another measure. */
  readonly unlike?: RegExp;
  /** Group 1, and group 2 of a range, where it is no money. */
  readonly counted?: RegExp;
}

const COST = /\b(?:costs?|fees?|prices?|priced)\b/i;
const EXAM = /\b(?:exam|test|candidates?)\b/i;
const COUNT = "(\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)";
const OTHER_COST =
  /\b(?:training|trainings|courses?|bootcamps?|renewals?|renew|maintenance|annual|yearly|retakes?|resits?|applications?|memberships?|stud(?:y|ies)|materials?|practice|books?|class|classes|labs?|tuition|subscriptions?|tools?|licen[cs]es?)\b/i;
const PRACTICE = /\b(?:practice|mock|sample|unscored|course|training)\b/i;

/** The first that a clause speaks of is meant. */
const MEASURES: readonly Measure[] = [
  { id: "retakeFee", of: "certification", says: /\b(?:retake|resit)\b.*\b(?:costs?|fees?|prices?)\b/i },
  {
    id: "maintenanceFee",
    of: "certification",
    says: /\b(?:maintenance|renewal)\b.*\b(?:costs?|fees?|prices?)\b/i,
  },
  { id: "examFee", of: "certification", says: COST, unlike: OTHER_COST },
  {
    id: "salary",
    of: "role",
    says: /\b(?:salar(?:y|ies)|earns?|earnings|pays?|paid|wages?|makes?)\b/i,
    unlike: COST,
  },
  {
    id: "examQuestions",
    of: "certification",
    says: EXAM,
    unlike: PRACTICE,
    counted: new RegExp(
      `\\b${COUNT}(?:\\s?(?:–|-|to)\\s?${COUNT})? (?:multiple[- ]choice )?questions\\b`,
      "gi",
    ),
  },
  {
    id: "examMinutes",
    of: "certification",
    says: EXAM,
    unlike: PRACTICE,
    counted: new RegExp(`\\b${COUNT}(?:\\s?(?:–|-|to)\\s?${COUNT})?[ -]minutes?\\b`, "gi"),
  },
  {
    id: "examHours",
    of: "certification",
    says: EXAM,
    unlike: PRACTICE,
    counted: new RegExp(`\\b${COUNT}(?:\\s?(?:–|-|to)\\s?${COUNT})?[ -]hours?\\b`, "gi"),
  },
  {
    id: "validYears",
    of: "certification",
    says: /\b(?:valid|expires?|validity)\b/i,
    counted: new RegExp(`\\b${COUNT}(?:\\s?(?:–|-|to)\\s?${COUNT})?[ -]years?\\b`, "gi"),
  },
  {
    id: "experienceYears",
    of: "certification",
    says: /\b(?:needs?|requires?|required|must have)\b.*\bexperience\b/i,
    counted: new RegExp(`\\b${COUNT}(?:\\s?(?:–|-|to)\\s?${COUNT})?\\+? years?\\b`, "gi"),
  },
];

/** What was, will or may be, or is set against something else, states nothing that holds. */
const UNCERTAIN =
  /\b(?:if|unless|used to|formerly|previously|older|earlier|before|was|were|until|will|would|could|may|might|rose|fell|grew|increase[sd]?|raised?|saves?|saved|off|compared|versus|vs|instead|difference|extra|additional|another|million|billion|between|depending|varies|example|not|never|free)\b/i;

/** What every amount that can be read has about it. */
const AMOUNT =
  /[$€£¥₹]\s?\d|\d\s?[€£]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|INR|SGD)\b|\b(?:questions|minutes?|hours?|years?)\b/;

/** False for a text that states no amount; a quick look that spares reading it. */
export function mayState(text: string): boolean {
  return AMOUNT.test(text);
}

/** What a clause states; `undefined` unless it is sure and the only amount there. */
export function readStatement(clause: string): Statement | undefined {
  if (!mayState(clause)) return undefined;
  for (const { id, of, says, unlike, counted } of MEASURES) {
    if (!says.test(clause) || unlike?.test(clause)) continue;
    const printed = counted ? readCount(clause, counted) : readMoney(clause);
    if (printed) return UNCERTAIN.test(clause) ? undefined : { measure: id, of, ...printed };
  }
  return undefined;
}

type Printed = Pick<Statement, "amount" | "currency" | "period">;

const SIGN = "(?:US\\$|A\\$|C\\$|[$€£¥₹])";
const CODE = "(?:USD|EUR|GBP|CHF|CAD|AUD|INR|SGD)";
const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?\\s?(?:[kKM](?![A-Za-z]))?";
const MONEY = new RegExp(
  `(?:${SIGN}|${CODE} )\\s?${NUMBER}(?:\\s?(?:–|—|-|to)\\s?(?:${SIGN}|${CODE} )?\\s?${NUMBER})?(?: ${CODE}\\b)?|${NUMBER}\\s?(?:${CODE}\\b|[€£])`,
  "g",
);

function readMoney(clause: string): Printed | undefined {
  const [text, another] = clause.match(MONEY) ?? [];
  if (text === undefined || another !== undefined) return undefined;
  const printed = readAmount(text.replace(/[,\s]+$/, ""));
  // `1.199 €` may be a thousand or one.
  if (!printed || printed.unit !== "" || /\.\d{3}(?!\d)/.test(text)) return undefined;
  return { amount: printed.amount, currency: printed.currency ?? "", period: periodOf(clause) };
}

const PERIOD =
  /(?:\/|\bper |\ban? |\beach |\bevery )\s?(?<unit>year|annum|month|week|day|hour)\b|\b(?<word>annual|annually|yearly|monthly|weekly|daily|hourly)\b/i;
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:annu|year)/i, "year"],
  [/^month/i, "month"],
  [/^week/i, "week"],
  [/^da/i, "day"],
  [/^hour/i, "hour"],
];

/** How often what a text speaks of is paid; empty where it does not say. */
function periodOf(text: string): string {
  const { unit, word } = PERIOD.exec(text)?.groups ?? {};
  return UNITS.find(([pattern]) => pattern.test(unit ?? word ?? ""))?.[1] ?? "";
}

const SPELLED = "zero one two three four five six seven eight nine ten".split(" ");

function readCount(clause: string, counted: RegExp): Printed | undefined {
  const [found, another] = clause.matchAll(counted);
  if (!found || another) return undefined;
  const [text, low = "", high = low] = found;
  return { amount: { text, low: valueOf(low), high: valueOf(high) }, currency: "", period: "" };
}

function valueOf(word: string): number {
  const spelled = SPELLED.indexOf(word.toLowerCase());
  return spelled < 0 ? Number(word) : spelled;
}

/** Words that narrow what an amount is of, alike ones in one group; the first names the group. */
const QUALIFIERS: readonly (readonly [string, RegExp])[] = [
  ["average", /\b(?:averages?|averaged|mean)\b/i],
  ["entry", /\b(?:entry[- ]level|junior|beginners?|interns?|internships?|graduates?|new grads?)\b/i],
  ["senior", /\b(?:senior|experienced|veteran)\b/i],
  ["mid", /\bmid(?:[- ]?level|[- ]career)?\b/i],
  ["minimum", /\b(?:at least|minimum|min|from|start(?:s|ing)?|over|more than|above|lowest|bottom)\b/i],
  ["maximum", /\b(?:up to|at most|maximum|max|under|less than|below|highest|top|best)\b/i],
  ["about", /\b(?:about|around|roughly|approximately|approx|nearly|almost|close to|some)\b|~/i],
  ["net", /\b(?:net|after tax(?:es)?|take[- ]?home)\b/i],
  ["tax", /\b(?:plus|including|includes?|excluding|vat|tax|bundled?|package|with)\b/i],
  ...(
    "median typical typically usual usually percentile lead staff principal base total gross bonus stated estimated " +
    "nonmember nonmembers non-member non-members member members student students discount discounted early online remote remotely " +
    "freelance contract part-time full-time upgrade"
  )
    .split(" ")
    .map((word) => [word.replace(/s$/, ""), new RegExp(`(?<![\\w-])${word}\\b`, "i")] as const),
];

/** What narrows an amount that a text states, in a fixed order, each once. */
export function qualifiersIn(text: string): readonly string[] {
  const found = QUALIFIERS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  return [...new Set(found)].toSorted();
}
