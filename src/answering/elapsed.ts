/** A day of the calendar; months from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ISO = /^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?$/;

/**
 * The last day that a date can mean: 31 December 2023 for `2023`. Reads ISO dates and what sources print (`January 2023`,
 * `Q1 2023`, `2022/23`, `enero de 2023`); `undefined` where no year stands.
 */
export function lastDayOf(date: string): Day | undefined {
  const iso = ISO.exec(date);
  if (iso) {
    const [year, month, day] = iso.slice(1).map(Number);
    return year && month ? { year, month, day: day || daysOf(year, month) } : undefined;
  }
  const year = lastYearIn(date);
  if (year === undefined) return undefined;
  const month = lastMonthIn(date);
  return { year, month, day: daysOf(year, month) };
}

/** Whole months that have surely gone by between the end of a date and an ISO day; 0 for a date that is not over. */
export function monthsSince(last: Day, today: string): number {
  const now = lastDayOf(today);
  if (!now) throw new Error(`"${today}" is no day.`);
  const isShort = now.day < last.day && now.day < daysOf(now.year, now.month);
  return Math.max(0, monthNumber(now) - monthNumber(last) - (isShort ? 1 : 0));
}

/** Orders days, the later one first. */
export function laterFirst(one: Day, other: Day): number {
  return monthNumber(other) - monthNumber(one) || other.day - one.day;
}

/** Orders dates by the last day that they can mean, the later one first; a date that tells none goes last. */
export function laterDateFirst(one: string, other: string): number {
  const [first, second] = [lastDayOf(one), lastDayOf(other)];
  if (first && second) return laterFirst(first, second);
  return Number(second !== undefined) - Number(first !== undefined);
}

/** Months since the year 0; equal for days of one month. */
export function monthNumber({ year, month }: Day): number {
  return year * MONTHS + month;
}

const MONTHS = 12;

const daysOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** `2023`, and `2022/23` or `2022–2023`, which end in 2023. */
const YEAR = /(?<!\d)(?<year>(?:19|20)\d{2})(?:\s?[/–-]\s?(?<end>\d{2})(?!\d))?(?!\d)/g;

/** Every year that a date can mean, the first one first: 2020, 2021 and 2022 for `2020 to 2022`; none where no year stands. */
export function yearsIn(date: string): readonly number[] {
  const iso = ISO.exec(date)?.[1];
  const printed = iso === undefined ? printedYears(date) : [Number(iso)];
  if (printed.length === 0) return [];
  const first = Math.min(...printed);
  return Array.from({ length: Math.max(...printed) - first + 1 }, (_, at) => first + at);
}

function lastYearIn(text: string): number | undefined {
  return yearsIn(text).at(-1);
}

const printedYears = (text: string): readonly number[] =>
  Array.from(text.matchAll(YEAR), ({ groups }) => {
    const { year = "", end } = groups ?? {};
    const last = end === undefined ? 0 : Number(year.slice(0, -end.length) + end);
    return [Number(year), ...(last > Number(year) ? [last] : [])];
  }).flat();

const NAMES = [
  "january february march april may june july august september october november december",
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
].map((names) => names.split(" "));

/** A shorter beginning of a month's name is no abbreviation of it. */
const FEWEST_LETTERS = 3;

// A month counts only where it is the only one: of "March to May 2023" the year's end is sure.
function lastMonthIn(text: string): number {
  const quarter = /\bq([1-4])\b/i.exec(text)?.[1];
  if (quarter) return Number(quarter) * (MONTHS / 4);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [month, another] = words.flatMap(monthOf);
  return month === undefined || another !== undefined ? MONTHS : month;
}

function monthOf(word: string): number[] {
  const at = NAMES.map((names) => names.findIndex((name) => name.startsWith(word)));
  const found = at.find((position) => position >= 0);
  return word.length < FEWEST_LETTERS || found === undefined ? [] : [found + 1];
}
