import { NOT_STATED, type Document } from "../knowledge/document.ts";
import type { Wording } from "../languages/wording.ts";
import type { Entry } from "../retrieval/entries.ts";
import { laterFirst, lastDayOf, monthNumber, monthsSince, type Day } from "./elapsed.ts";
import { isMoney } from "./figures.ts";

/** How old something is that is older than its topic allows. */
export interface Age {
  /** Whole months that have surely gone by. */
  readonly months: number;
  /** True when the figures are of another date than the document they stand in. */
  readonly isOfFigures: boolean;
}

/** Months after which pay and prices, and everything else, may no longer hold; Rolecall's own promise. */
const PRICES_MONTHS = 18;
const OTHER_MONTHS = 36;

/** Topics whose answers are amounts of money. */
const PRICE_TOPICS: ReadonlySet<string> = new Set([
  "salary",
  "bonus",
  "pay-by-level",
  "hourly-pay",
  "national-pay",
  "minimum-wage",
  "currency",
  "exam-cost",
  "voucher",
  "tuition",
  "tool-cost",
  "product-price",
]);

/** The age of what an entry says, on the day `today` (ISO); `undefined` when it is not old, or might not be. */
export function ageOf(entry: Entry, today: string): Age | undefined {
  const dated = dateOfEntry(entry);
  if (!dated) return undefined;
  const months = monthsSince(dated.last, today);
  const limit = isPriced(entry) ? PRICES_MONTHS : OTHER_MONTHS;
  return months < limit ? undefined : { months, isOfFigures: dated.isOfFigures };
}

/** The age that holds for all of some: the least one. */
export function leastAge(ages: readonly Age[]): Age | undefined {
  return ages.toSorted((one, other) => one.months - other.months)[0];
}

/** `over 3 years old`, for beside a date. */
export function writeAge({ months, isOfFigures }: Age, { ages }: Wording): string {
  const over = months < MONTHS_TOLD ? ages.overMonths(months) : ages.overYears(Math.floor(months / YEAR));
  return isOfFigures ? ages.figures(over) : over;
}

const YEAR = 12;
/** Two years and more are told in years. */
const MONTHS_TOLD = 2 * YEAR;

/** The date that a document goes by: when it was published, or else when it was read. */
export function dateOf({ published, retrieved }: Document): string {
  return published === NOT_STATED ? retrieved : published;
}

interface Dated {
  readonly last: Day;
  readonly isOfFigures: boolean;
}

// Figures of several dates are as old as the newest of them; a figure without a date is as old as its document.
function dateOfEntry({ snippet, document }: Entry): Dated | undefined {
  const own = lastDayOf(dateOf(document));
  const days = snippet.figures.map(({ date }) => lastDayOf(date) ?? own);
  const known = days.filter((day) => day !== undefined);
  const [newest] = known.toSorted(laterFirst);
  if (!newest || known.length < days.length) return own && { last: own, isOfFigures: false };
  const isOfFigures = own === undefined || monthNumber(own) !== monthNumber(newest);
  return { last: newest, isOfFigures };
}

/** What makes an amount of money pay or a price. */
const PRICED = /\b(?:costs?|fees?|prices?|priced|salar(?:y|ies)|earns?|earnings|pays?|paid|wages?)\b/i;
const MONEY = /[$€£¥₹]\s?\d|\d\s?(?:[$€£¥₹]|USD\b|EUR\b|GBP\b)/;

function isPriced(entry: Entry): boolean {
  const { figures, topics, answer } = entry.snippet;
  const [first = ""] = topics;
  if (figures.some((figure) => isMoney({ figure, entry })) || PRICE_TOPICS.has(first)) return true;
  return MONEY.test(answer) && (PRICED.test(answer) || topics.some((topic) => PRICE_TOPICS.has(topic)));
}
