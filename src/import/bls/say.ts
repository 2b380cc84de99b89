import type { Wage } from "./wages.ts";

/**
 * The highest yearly wage that a release prints, in US dollars; `#` stands for it and more. From the notes of the files:
 * "a wage equal to or greater than $115.00 per hour or $239,200 per year". A release that is missing here states no bound.
 */
const HIGHEST_PRINTED: ReadonlyMap<number, string> = new Map([
  [2023, "239,200"],
  [2024, "239,200"],
]);

const NOT_STATED = "not stated";

/** A wage in a sentence: `129,180 USD`, `239,200 USD or more`, `not stated`. */
export function sayWage(wage: Wage, year: number): string {
  if (wage.kind === "amount") return `${wage.text} USD`;
  if (wage.kind === "none") return NOT_STATED;
  const highest = HIGHEST_PRINTED.get(year);
  return highest === undefined ? "more than the highest wage that BLS printed" : `${highest} USD or more`;
}

/** A wage in a table of figures: `129,180`, `239,200+`, `not stated`. */
export function writeWage(wage: Wage, year: number): string {
  if (wage.kind === "amount") return wage.text;
  const highest = wage.kind === "above" ? HIGHEST_PRINTED.get(year) : undefined;
  return highest === undefined ? NOT_STATED : `${highest}+`;
}

/** `29 percent more jobs`, `4 percent fewer jobs`, `as many jobs`; `percent` as printed: `29`, `-4`. */
export function sayChange(percent: string): string {
  const change = Number(percent);
  if (change === 0) return "about as many jobs";
  return `${Math.abs(change)} percent ${change > 0 ? "more" : "fewer"} jobs`;
}

/** `9 percent`, `-4 percent`. */
export function sayPercent(percent: string | undefined): string {
  return percent === undefined ? NOT_STATED : `${percent} percent`;
}
