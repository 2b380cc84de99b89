import type { Amount } from "./document.ts";

/** What a cell such as `$150k–$200k/year` or `164k job openings` states. */
export interface PrintedAmount {
  readonly amount: Amount;
  /** The sign or code in the cell, `undefined` when it prints none. */
  readonly currency: string | undefined;
  readonly period: string | undefined;
  /** Words after the amount, which say what is counted; empty when there are none. */
  readonly unit: string;
}

const SIGN = "(?:US\\$|A\\$|C\\$|[$€£¥₹])";
const CODE = "(?:USD|EUR|GBP|CHF|CAD|AUD|INR|JPY|BRL|MXN|COP|SEK|NOK|DKK|PLN|SGD|NZD)";
const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const SCALE = "(?:k|K|M|m|bn|B)(?![A-Za-z])";

const SIDE = (name: string): string =>
  `(?<${name}Sign>${SIGN}|${CODE} )?\\s?(?<${name}>${NUMBER})\\s?(?<${name}Scale>${SCALE})?`;

const PATTERN = new RegExp(
  `^(?:[~≈]\\s?)?${SIDE("low")}(?:\\s*(?:–|—|-|to)\\s*${SIDE("high")})?\\+?` +
    `(?:\\s?(?<code>${CODE}|${SIGN}))?(?:\\s?(?:/|per |an? )\\s?(?<period>year|month|week|day|hour|annum))?(?<unit>[ %].*)?$`,
);

const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** Reads an amount or a range at the start of a cell; `undefined` when the cell starts with none. */
export function readAmount(cell: string): PrintedAmount | undefined {
  const found = PATTERN.exec(cell.trim())?.groups;
  if (found === undefined) return undefined;
  const low = numberOf(
    found["low"],
    found["lowScale"] ?? (found["high"] === undefined ? undefined : found["highScale"]),
  );
  const high = found["high"] === undefined ? low : numberOf(found["high"], found["highScale"]);
  if (high < low) return undefined;
  const unit = (found["unit"] ?? "").trim();
  return {
    amount: {
      text: cell
        .trim()
        .slice(0, cell.trim().length - unit.length)
        .trim(),
      low,
      high,
    },
    currency: (found["lowSign"] ?? found["highSign"] ?? found["code"])?.trim(),
    period: found["period"],
    unit,
  };
}

/** True for a cell that states nothing: empty, a dash or `not stated`. */
export function isSilent(cell: string): boolean {
  return /^(?:[-–—*]?|n\/a|not stated)$/i.test(cell.trim());
}

/** The currency that a column head prints, as in `Salary (USD)`. */
export function currencyIn(head: string): string | undefined {
  return new RegExp(`\\b${CODE}\\b|${SIGN}`).exec(head)?.[0];
}

/** The period that a column head prints, as in `Monthly salary` or `Pay per year`. */
export function periodIn(head: string): string | undefined {
  return PERIODS.find(([pattern]) => pattern.test(head))?.[1];
}

const PERIODS: readonly (readonly [pattern: RegExp, period: string])[] = [
  [/\bmonth(?:ly)?\b/i, "month"],
  [/\b(?:year(?:ly)?|annual(?:ly)?|annum)\b/i, "year"],
  [/\bweek(?:ly)?\b/i, "week"],
  [/\b(?:day|daily)\b/i, "day"],
  [/\bhour(?:ly)?\b/i, "hour"],
];

function numberOf(digits = "", scale = ""): number {
  const factor = FACTORS[scale.slice(0, 1).toLowerCase()] ?? 1;
  return Number((Number(digits.replaceAll(",", "")) * factor).toFixed(6));
}
