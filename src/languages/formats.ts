type TimeUnit = "second" | "minute" | "hour" | "day";

/** How a language writes lists, numbers of things, times, months and the names of languages. */
export interface Formats {
  /** `a, b and c`. */
  readonly all: (items: readonly string[]) => string;
  /** `a, b or c`. */
  readonly any: (items: readonly string[]) => string;
  /** True where the language says one thing of this number. */
  readonly isOne: (count: number) => boolean;
  /** Such as `5 minutes`. */
  readonly time: (count: number, unit: TimeUnit) => string;
  /** Milliseconds in the largest unit that they are a whole number of: `90 minutes`, `1 day`; to the second. */
  readonly span: (milliseconds: number) => string;
  /** Milliseconds in the largest unit of which there are two at least, else in minutes: `119 minutes`, `47 hours`, `2 days`. */
  readonly roughly: (milliseconds: number) => string;
  /** The month from 1 to 12 by its name. */
  readonly month: (month: number) => string;
  /** Languages by their ISO 639-1 codes. */
  readonly languages: (codes: readonly string[]) => string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = [
  ["day", DAY],
  ["hour", HOUR],
  ["minute", MINUTE],
] as const;

/** The formats of a locale, such as `es`. Each formatter is made when it is first used: making one takes long. */
export function formatsOf(locale: string): Formats {
  const conjunction = onFirstUse(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const disjunction = onFirstUse(() => new Intl.ListFormat(locale, { type: "disjunction" }));
  const plurals = onFirstUse(() => new Intl.PluralRules(locale));
  const months = onFirstUse(() => new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }));
  const names = onFirstUse(() => new Intl.DisplayNames(locale, { type: "language" }));
  const units = new Map<TimeUnit, Intl.NumberFormat>();
  const all = (items: readonly string[]): string => conjunction().format(items);
  const time = (count: number, unit: TimeUnit): string => {
    const made =
      units.get(unit) ?? new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
    units.set(unit, made);
    return made.format(count);
  };
  return {
    all,
    any: (items) => disjunction().format(items),
    time,
    span: (milliseconds) => {
      const seconds = Math.round(milliseconds / 1000);
      const [unit, length] = UNITS.find(([, each]) => seconds > 0 && seconds % each === 0) ?? ["second", 1];
      return time(seconds / length, unit);
    },
    roughly: (milliseconds) => {
      const seconds = milliseconds / 1000;
      const [unit, length] = UNITS.find(([, each]) => seconds >= 2 * each) ?? ["minute", MINUTE];
      return time(Math.floor(seconds / length), unit);
    },
    isOne: (count) => plurals().select(count) === "one",
    month: (month) => months().format(Date.UTC(2000, month - 1)),
    languages: (codes) => all(codes.map((code) => names().of(code) ?? code)),
  };
}

function onFirstUse<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
