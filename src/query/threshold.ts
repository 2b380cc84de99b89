import { periodIn, readAmount, type PrintedAmount } from "../knowledge/amounts.ts";

/** An amount that figures must be over or under, as a question sets it. */
export interface AskedThreshold {
  /** As an answer says it: `over 120k`. */
  readonly words: string;
  readonly above: number | undefined;
  readonly below: number | undefined;
  /** True when the amount itself counts too: "at least". */
  readonly isInclusive: boolean;
  readonly currency: string | undefined;
  /** `month`, `year`…; left out where the question leaves it open. */
  readonly period?: string;
  /** The question without the threshold. */
  readonly rest: string;
}

type Side = "above" | "below";

/** What stands before an amount; longer forms first. */
const SIDES: readonly { readonly form: RegExp; readonly side: Side; readonly isInclusive: boolean }[] = [
  { form: /\b(?:no more than|not more than|at most|up to|max(?:imum)?)/i, side: "below", isInclusive: true },
  { form: /\b(?:no less than|not less than|at least|min(?:imum)?)/i, side: "above", isInclusive: true },
  {
    form: /\b(?:more than|higher than|greater than|bigger than|above|over|north of|upwards of|exceed(?:s|ing)?|beyond)/i,
    side: "above",
    isInclusive: false,
  },
  {
    form: /\b(?:less than|lower than|smaller than|cheaper than|fewer than|under|below|south of)/i,
    side: "below",
    isInclusive: false,
  },
];

const AMOUNT = "(?:(?:US|A|C)?[$€£¥₹] ?)?\\d[\\d,.]*(?: ?(?:k|m)\\b)?(?: ?[$€£¥₹])?";
const BETWEEN = new RegExp(`\\bbetween (${AMOUNT}) (?:and|to) (${AMOUNT})`, "i");
/** "120k or more", "120k+". */
const OR_MORE = new RegExp(`(${AMOUNT})(?:\\+| (?:or|and) (?:more|over|above|up))(?!\\w)`, "i");
const PERIOD =
  /(?:\/|\bper |\ban? |\beach )?\b(?:month(?:ly)?|year(?:ly)?|annual(?:ly)?|annum|week(?:ly)?|day|daily|hour(?:ly)?|yr|mo)\b/gi;
const ONE_SIDED = SIDES.map(({ form, ...side }) => ({
  ...side,
  form: new RegExp(`${form.source} (${AMOUNT})`, "i"),
}));
const SHORT_PERIODS: Readonly<Record<string, string>> = { yr: "year", mo: "month" };

/** The threshold that a question sets: "over 120k", "at least $5,000 a month", "between 1,000 and 2,000". */
export function thresholdOf(question: string): AskedThreshold | undefined {
  return between(question) ?? oneSided(question) ?? orMore(question);
}

function between(question: string): AskedThreshold | undefined {
  const [found, low = "", high = ""] = BETWEEN.exec(question) ?? [];
  const [from, to] = [readTyped(low), readTyped(high)];
  if (found === undefined || !from || !to) return undefined;
  return {
    words: `between ${typed(low)} and ${typed(high)}`,
    above: from.amount.low,
    below: to.amount.low,
    isInclusive: true,
    currency: from.currency ?? to.currency,
    ...without(found, question),
  };
}

function oneSided(question: string): AskedThreshold | undefined {
  for (const { form, ...side } of ONE_SIDED) {
    const [found, amount = ""] = form.exec(question) ?? [];
    const threshold = found === undefined ? undefined : buildThreshold({ ...side, found, amount, question });
    if (threshold) return threshold;
  }
  return undefined;
}

function orMore(question: string): AskedThreshold | undefined {
  const [found, amount = ""] = OR_MORE.exec(question) ?? [];
  if (found === undefined) return undefined;
  return buildThreshold({ side: "above", isInclusive: true, found, amount, question });
}

/** How a threshold is said back. */
const SAID = { above: ["over", "at least"], below: ["under", "at most"] } as const;

function buildThreshold(set: {
  readonly side: Side;
  readonly isInclusive: boolean;
  readonly found: string;
  readonly amount: string;
  readonly question: string;
}): AskedThreshold | undefined {
  const { side, isInclusive, found, amount, question } = set;
  const printed = readTyped(amount);
  if (!printed) return undefined;
  return {
    words: `${SAID[side][isInclusive ? 1 : 0]} ${typed(amount)}`,
    above: side === "above" ? printed.amount.low : undefined,
    below: side === "below" ? printed.amount.low : undefined,
    isInclusive,
    currency: printed.currency,
    ...without(found, question),
  };
}

// "11,000." at the end of a sentence.
const typed = (amount: string): string => amount.replace(/[.,]+$/, "");

// Where a point divides thousands, "11.500" is no eleven and a half.
const readTyped = (amount: string): PrintedAmount | undefined =>
  readAmount(typed(amount).replace(/\.(?=\d{3}(?!\d))/g, ","));

function without(found: string, question: string): { readonly period?: string; readonly rest: string } {
  const others = question.replace(found, " ");
  const written = others.match(PERIOD)?.[0];
  const period = written === undefined ? undefined : periodOf(written);
  return { rest: others.replace(PERIOD, " "), ...(period !== undefined && { period }) };
}

function periodOf(written: string): string | undefined {
  return periodIn(written) ?? SHORT_PERIODS[/\w+$/.exec(written)?.[0]?.toLowerCase() ?? ""];
}
