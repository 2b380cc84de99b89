/** How a language writes lists, numbers of things, months and the names of languages. */
export interface Formats {
  /** `a, b and c`. */
  readonly all: (items: readonly string[]) => string;
  /** `a, b or c`. */
  readonly any: (items: readonly string[]) => string;
  /** True where the language says one thing of this number. */
  readonly isOne: (count: number) => boolean;
  /** The month from 1 to 12 by its name. */
  readonly month: (month: number) => string;
  /** Languages by their ISO 639-1 codes. */
  readonly languages: (codes: readonly string[]) => string;
}

/** The formats of a locale, such as `es`. Each formatter is made when it is first used: making one takes long. */
export function formatsOf(locale: string): Formats {
  const conjunction = onFirstUse(() => new Intl.ListFormat(locale, { type: "conjunction" }));
  const disjunction = onFirstUse(() => new Intl.ListFormat(locale, { type: "disjunction" }));
  const plurals = onFirstUse(() => new Intl.PluralRules(locale));
  const months = onFirstUse(() => new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }));
  const names = onFirstUse(() => new Intl.DisplayNames(locale, { type: "language" }));
  const all = (items: readonly string[]): string => conjunction().format(items);
  return {
    all,
    any: (items) => disjunction().format(items),
    isOne: (count) => plurals().select(count) === "one",
    month: (month) => months().format(Date.UTC(2000, month - 1)),
    languages: (codes) => all(codes.map((code) => names().of(code) ?? code)),
  };
}

function onFirstUse<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
