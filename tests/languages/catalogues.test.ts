import { describe, expect, test } from "vitest";
import { ENGLISH } from "../../src/languages/english.ts";
import { LANGUAGES, wordingFor } from "../../src/languages/languages.ts";
import type { CommandWording, Named, OrderWords, Wording } from "../../src/languages/wording.ts";

/** A command, a group, or a subcommand. */
type Moderated = Named & { readonly options?: Readonly<Record<string, Named>> };

type Args = readonly unknown[];
type Text = string | ((...args: Args) => string);

/** Every text of a catalogue by its key, such as `commands.ask.name`. */
function textsOf(value: unknown, key: string): [string, Text][] {
  if (typeof value === "string") return [[key, value]];
  if (typeof value === "function") return [[key, (...args) => String(Reflect.apply(value, undefined, args))]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, key === "" ? name : `${key}.${name}`));
}

/** The facts of a language; all else is text. */
function catalogueOf(wording: Wording): ReadonlyMap<string, Text> {
  const { language: _, locales: __, ...texts } = wording;
  return new Map(textsOf(texts, ""));
}

const ORDER: OrderWords = { end: "highest", isCount: false, measure: "salary", circumstances: "per month" };
const ORDERS = {
  end: { ...ORDER, end: "lowest" },
  isCount: { ...ORDER, isCount: true },
  measure: { ...ORDER, measure: "rent" },
  circumstances: { ...ORDER, circumstances: "per year" },
};

/** What a text with parameters is tried with, and again with each of them changed. */
interface Sample {
  readonly base: Args;
  readonly changed: Readonly<Record<string, Args>>;
}

const one = (parameter: string, base: unknown, changed: unknown): Sample => ({
  base: [base],
  changed: { [parameter]: [changed] },
});

const two = (first: string, second: string): Sample => ({
  base: ["Ada", "Ben"],
  changed: { [first]: ["Cid", "Ben"], [second]: ["Ada", "Cid"] },
});

const MEANINGS = [
  { name: "Ada", kind: "tool" },
  { name: "Ben", kind: "place" },
];

const inOrder = (...names: readonly (keyof typeof ORDERS)[]): Sample["changed"] =>
  Object.fromEntries(names.map((name) => [name, [ORDERS[name]]]));

const QUOTA = { documents: 50, snippets: 5_000 };

const MODERATION: Readonly<Record<string, Sample>> = {
  "moderation.settings.asks": {
    base: [["<#1>"]],
    changed: { places: [["<#1>", "<#2>"]], "places, when there are none": [[]] },
  },
  "moderation.settings.asksByName": {
    base: [["#careers"]],
    changed: { names: [["#careers", "#help"]], "names, when there are none": [[]] },
  },
  "moderation.settings.interval": {
    base: [120_000],
    changed: {
      milliseconds: [180_000],
      "milliseconds, when one minute": [60_000],
      "milliseconds, when seconds": [10_000],
      "milliseconds, when one second": [1_000],
      "milliseconds, when none": [0],
    },
  },
  "moderation.settings.intervalOfOperator": { base: [10_000], changed: { milliseconds: [0] } },
  "moderation.settings.language": {
    base: ["en"],
    changed: { language: ["es"], "none is chosen": [undefined] },
  },
  "moderation.settings.helperRole": {
    base: ["<@&1>"],
    changed: { role: ["<@&2>"], "role, when none is": [undefined] },
  },
  "moderation.settings.gapChannel": {
    base: ["<#1>"],
    changed: { channel: ["<#2>"], "channel, when none is": [undefined] },
  },
  "moderation.settings.askAdded": one("place", "<#1>", "<#2>"),
  "moderation.settings.askAlready": one("place", "<#1>", "<#2>"),
  "moderation.settings.askRemoved": one("place", "<#1>", "<#2>"),
  "moderation.settings.askNeither": one("place", "<#1>", "<#2>"),
  "moderation.settings.tooManyPlaces": one("most", 50, 60),
  "moderation.settings.mayNotSpeak": {
    base: ["<#1>", ["Ada"]],
    changed: { place: ["<#2>", ["Ada"]], permissions: ["<#1>", ["Ada", "Ben"]] },
  },
  "moderation.settings.mayNotMention": one("role", "<@&1>", "<@&2>"),
  "moderation.settings.forget.question": {
    base: [2],
    changed: { documents: [3], "documents, when one": [1] },
  },
  "moderation.knowledge.added": one("title", "Ada", "Ben"),
  "moderation.knowledge.replaced": one("title", "Ada", "Ben"),
  "moderation.knowledge.removed": one("title", "Ada", "Ben"),
  "moderation.knowledge.size": {
    base: [2, 5],
    changed: { sections: [3, 5], snippets: [2, 6], "one of each": [1, 1] },
  },
  "moderation.knowledge.dated": {
    base: ["2022", "2023"],
    changed: { published: ["2021", "2023"], added: ["2022", "2024"], "no date": [undefined, "2023"] },
  },
  "moderation.knowledge.more": one("count", 2, 3),
  "moderation.knowledge.used": {
    base: [2, 5, QUOTA],
    changed: {
      documents: [3, 5, QUOTA],
      snippets: [2, 6, QUOTA],
      quota: [2, 5, { documents: 60, snippets: 6_000 }],
    },
  },
  "moderation.knowledge.unreadable": one("fileName", "a.md", "b.md"),
  "moderation.knowledge.line": { base: [2, "Ada"], changed: { line: [3, "Ada"], message: [2, "Ben"] } },
  "moderation.knowledge.moreProblems": one("count", 2, 3),
  "moderation.knowledge.tooHard": one("fileName", "a.md", "b.md"),
  "moderation.knowledge.tooMany": {
    base: [2, 5, QUOTA],
    changed: {
      documents: [3, 5, QUOTA],
      snippets: [2, 6, QUOTA],
      quota: [2, 5, { documents: 60, snippets: 6_000 }],
    },
  },
  "moderation.knowledge.taken": one("title", "Ada", "Ben"),
  "moderation.knowledge.exported": { base: [2], changed: { count: [3], "count, when one": [1] } },
  "moderation.knowledge.tooLarge": {
    base: ["a.md", 1_048_576],
    changed: { fileName: ["b.md", 1_048_576], bytes: ["a.md", 2_097_152] },
  },
  "moderation.knowledge.notFetched": one("fileName", "a.md", "b.md"),
  "moderation.gaps.title": { base: [4], changed: { weeks: [5], "weeks, when one": [1] } },
  "moderation.gaps.none": { base: [4], changed: { weeks: [5], "weeks, when one": [1] } },
  "moderation.gaps.times": { base: [2], changed: { count: [3], "count, when one": [1] } },
  "moderation.gaps.reason": {
    base: ["entity-not-covered", 2],
    changed: { reason: ["topic-not-covered", 2], count: ["entity-not-covered", 3] },
  },
  "moderation.gaps.more": { base: [2], changed: { count: [3], "count, when one": [1] } },
  "moderation.status.title": one("channel", "<#1>", "<#2>"),
  "moderation.status.lacks": one("permissions", ["Ada"], ["Ada", "Ben"]),
  "moderation.status.waits": one("milliseconds", 60_000, 10_000),
  "moderation.status.builtIn": {
    base: [2, 5, "2022"],
    changed: {
      documents: [3, 5, "2022"],
      "documents, when one": [1, 5, "2022"],
      snippets: [2, 6, "2022"],
      newest: [2, 5, "2023"],
      "newest, when none is": [2, 5, undefined],
    },
  },
  "moderation.status.own": {
    base: [2, 5],
    changed: { documents: [3, 5], snippets: [2, 6], "one of each": [1, 1] },
  },
  "moderation.status.program": {
    base: ["1.0", "ab12", 300_000],
    changed: {
      version: ["1.1", "ab12", 300_000],
      knowledge: ["1.0", "cd34", 300_000],
      uptime: ["1.0", "ab12", 60_000],
      "uptime, when hours": ["1.0", "ab12", 10_800_000],
      "uptime, when days": ["1.0", "ab12", 259_200_000],
    },
  },
};

const SAMPLES: Readonly<Record<string, Sample>> = {
  "cards.title": {
    base: ["Ada", "Skills", "Dallas"],
    changed: {
      name: ["Ben", "Skills", "Dallas"],
      heading: ["Ada", "Salary", "Dallas"],
      about: ["Ada", "Skills", undefined],
    },
  },
  "cards.side": two("heading", "name"),
  "cards.bothSides": one("heading", "Skills", "Salary"),
  "cards.pair": two("first", "second"),
  "cards.notStated": one("name", "Ada", "Ben"),
  "cards.salaryAt": two("role", "place"),
  "paths.title": one("role", "Ada", "Ben"),
  "paths.into": one("roles", "Ada", "Ben"),
  "paths.unstated": {
    base: [["Ada"]],
    changed: { steps: [["Ada", "Ben"]] },
  },
  "clarifications.unsure": one("question", "Why?", "How?"),
  "clarifications.unknownName": one("typed", "ada", "ben"),
  "clarifications.meanings": {
    base: ["A", MEANINGS, ["tool"]],
    changed: {
      label: ["B", MEANINGS, ["tool"]],
      meanings: ["A", MEANINGS.slice(1), ["tool"]],
      covered: ["A", MEANINGS, ["place"]],
      "covered, when all are": ["A", MEANINGS, undefined],
    },
  },
  "refusals.noSection": { base: [["ada"]], changed: { unsaid: [["ben"]], "unsaid, when none is": [[]] } },
  "refusals.noSectionOn": one("topics", ["visas"], ["visas", "notice"]),
  "refusals.noSectionFor": {
    base: [["Ada"], ["retakes"]],
    changed: {
      names: [["Ada", "Ben"], ["retakes"]],
      unsaid: [["Ada"], ["visas"]],
      "unsaid, when nothing is": [["Ada"], []],
    },
  },
  "refusals.nothingOn": {
    base: [["Ada"], ["Nurse"]],
    changed: {
      names: [["Ada", "Ben"], ["Nurse"]],
      covered: [["Ada"], ["Nurse", "Baker"]],
      "covered, when none is": [["Ada"], []],
    },
  },
  "refusals.covers": one("roles", ["Nurse"], ["Nurse", "Baker"]),
  "refusals.noQuestion": one("roles", ["Nurse"], ["Nurse", "Baker"]),
  "refusals.onlyEnglishOn": one("roles", ["Nurse"], ["Nurse", "Baker"]),
  "refusals.sameNames": one("name", "Ada", "Ben"),
  "refusals.noSalary": two("role", "subject"),
  "refusals.noSalaryAt": {
    base: ["Berlin", ["Dallas"], 0],
    changed: {
      subject: ["Paris", ["Dallas"], 0],
      having: ["Berlin", ["Dallas", "Boston"], 0],
      "having, when none has": ["Berlin", [], 0],
      more: ["Berlin", ["Dallas"], 4],
    },
  },
  "refusals.noPay": one("role", "Nurse", "Baker"),
  "refusals.noSalaryIn": {
    base: [{ role: "Nurse", subject: undefined, year: "1999", years: ["2023"] }],
    changed: {
      role: [{ role: "Baker", subject: undefined, year: "1999", years: ["2023"] }],
      subject: [{ role: "Nurse", subject: "Berlin", year: "1999", years: ["2023"] }],
      year: [{ role: "Nurse", subject: undefined, year: "1998", years: ["2023"] }],
      years: [{ role: "Nurse", subject: undefined, year: "1999", years: ["2023", "2024"] }],
    },
  },
  "refusals.noYear": one("typed", "20x", "soon"),
  "refusals.namedOtherwise": two("name", "sought"),
  "refusals.roles": one("role", "Nurse", "Baker"),
  "refusals.beside": two("first", "second"),
  "refusals.topicOf": two("heading", "role"),
  "refusals.earningsAt": two("role", "subject"),
  "refusals.typed": one("text", "ada", "ben"),
  "figures.earlier": two("kind", "amounts"),
  "figures.per": one("period", "month", "sprint"),
  "figures.standing": {
    base: ["Dallas: 8", 2, ORDER],
    changed: {
      figures: ["Boston: 9", 2, ORDER],
      position: ["Dallas: 8", 3, ORDER],
      "position, when first": ["Dallas: 8", 1, ORDER],
      "position, beyond words": ["Dallas: 8", 11, ORDER],
      ...Object.fromEntries(Object.entries(ORDERS).map(([name, order]) => [name, ["Dallas: 8", 2, order]])),
    },
  },
  "figures.ordered": { base: [ORDER], changed: inOrder("end", "isCount", "measure", "circumstances") },
  "figures.first": { base: [ORDER], changed: inOrder("end", "isCount") },
  "figures.meeting": {
    base: ["over 5", ORDER],
    changed: {
      threshold: ["under 5", ORDER],
      isCount: ["over 5", ORDERS.isCount],
      measure: ["over 5", ORDERS.measure],
      circumstances: ["over 5", ORDERS.circumstances],
    },
  },
  "figures.unordered": { base: [ORDER], changed: inOrder("measure", "circumstances") },
  "figures.noneIs": {
    base: ["over 5", "month"],
    changed: {
      threshold: ["under 5", "month"],
      period: ["over 5", "year"],
      "no period": ["over 5", undefined],
    },
  },
  "figures.otherPeriod": {
    base: ["over 5", "month", "year"],
    changed: {
      threshold: ["under 5", "month", "year"],
      period: ["over 5", "week", "year"],
      stated: ["over 5", "month", "hour"],
      "stated, when nothing is": ["over 5", "month", undefined],
    },
  },
  "figures.otherCurrency": one("threshold", "over 5", "under 5"),
  "figures.more": one("count", 2, 3),
  "charts.title": {
    base: ["Ada", "salary", "place"],
    changed: {
      role: ["Ben", "salary", "place"],
      "role, when none is": [undefined, "salary", "place"],
      measure: ["Ada", "rent", "place"],
      "by, when employers": ["Ada", "salary", "employer"],
      "by, when platforms": ["Ada", "salary", "platform"],
    },
  },
  "charts.measures": {
    base: [["Ada", "Ben"]],
    changed: { measures: [["Ada", "Cid"]], "measures, when one": [["Ada"]] },
  },
  "charts.described": two("title", "unit"),
  "charts.more": one("count", 2, 3),
  "charts.shown": { base: [3, 11], changed: { count: [4, 11], all: [3, 12] } },
  "charts.source": one("documents", "Ada", "Ben"),
  "overviews.by": one("author", "Ada", "Ben"),
  "overviews.sections": {
    base: [2, "2022"],
    changed: { count: [3, "2022"], "count, when one": [1, "2022"], retrieved: [2, "2023"] },
  },
  "overviews.moreSources": one("count", 57, 58),
  "citations.source": two("section", "origin"),
  "citations.month": { base: [1, "2022"], changed: { month: [2, "2022"], year: [1, "2023"] } },
  "citations.textIn": one("languages", ["fr"], ["fr", "de"]),
  "ages.overMonths": one("months", 18, 19),
  "ages.overYears": one("years", 3, 4),
  "ages.figures": one("age", "old", "older"),
  "conflicts.more": { base: [2], changed: { count: [3], "count, when one": [1] } },
  "upkeep.ofSections": {
    base: [2, 5],
    changed: { count: [3, 5], all: [2, 6], "all, when one": [1, 1] },
  },
  "upkeep.read": one("date", "2022", "2023"),
  "prompts.leftOut": { base: [2], changed: { count: [3], "count, when one": [1] } },
  "notices.apology": one("reference", "ab12", "cd34"),
  "notices.tooSoon": {
    base: [3_000],
    changed: {
      milliseconds: [4_000],
      "milliseconds, when one second": [1_000],
      "milliseconds, when more than whole seconds": [3_001],
    },
  },
  "notices.answeredAlready": one("url", "https://discord.com/1", "https://discord.com/2"),
  "notices.suggestedFor": one("member", "<@1>", "<@2>"),
  "notices.postedBy": {
    base: ["<@1>", "https://discord.com/1"],
    changed: {
      member: ["<@2>", "https://discord.com/1"],
      url: ["<@1>", "https://discord.com/2"],
      "url, when none is": ["<@1>", undefined],
    },
  },
  "notices.welcome": {
    base: [["careers"]],
    changed: { channels: [["careers", "help"]], "channels, when there are none": [[]] },
  },
  "notices.noted": one("fault", "Ada", "Ben"),
  "notices.sharedFrom": one("place", "<#1>", "<#2>"),
  "notices.calling": {
    base: ["<@&1>", "<@2>", "https://discord.com/1"],
    changed: {
      role: ["<@&3>", "<@2>", "https://discord.com/1"],
      member: ["<@&1>", "<@3>", "https://discord.com/1"],
      url: ["<@&1>", "<@2>", "https://discord.com/2"],
      "url, when none is": ["<@&1>", "<@2>", undefined],
    },
  },
  "notices.calledAlready": {
    base: [120_000],
    changed: { milliseconds: [180_000], "milliseconds, when one minute": [60_000] },
  },
  "citations.added": one("date", "2022", "2023"),
  ...MODERATION,
};

/** Texts that a language writes as English does. */
const AS_IN_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  es: ["cards.title", "cards.side", "refusals.typed", "overviews.roles"],
};

/** What a language need not tell apart: a value is high or low in Spanish, whether it is money or a number. */
const NOT_TOLD_APART: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  es: {
    "figures.standing": ["isCount"],
    "figures.ordered": ["isCount"],
    "figures.first": ["isCount"],
    "figures.meeting": ["isCount"],
  },
};

/** Where a text lands on Discord, and how long it may be there. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^notices\.profile$/, 400],
  // https://docs.discord.com/developers/interactions/application-commands#application-command-object
  [/^(?:commands|options|moderation\.commands)\..*\.description$/, 100],
  [/^(?:commands|options|moderation\.commands)\..*\.name$/, 32],
  [/^moderation\.choices\./, 100],
  // https://docs.discord.com/developers/components/reference#button
  [/^cards\.(?:headings\.|salaryAt)/, 80],
  // https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
  [/^controls\.findAnswer$/, 32],
  // Below a refusal, two of them beside Dismiss; a phone cuts them after about this many.
  [/^controls\.(?:share|call)$/, 34],
  // Up to four of them stand in a row; Discord takes 80.
  [/^controls\./, 20],
  // Alt text: what a picture says in fixed words leaves room for its figures.
  [/^charts\./, 100],
  // https://docs.discord.com/developers/components/reference#string-select-select-option-structure
  [/^notices\.faults\./, 100],
  // https://docs.discord.com/developers/components/reference#string-select
  [/^prompts\.(?!leftOut)/, 150],
  // What the bot itself shows of a notice.
  [/^(?:notices|clarifications|refusals|moderation\.notices)\./, 600],
  // All of it stands in one message of 4,000 characters.
  [/^moderation\.privacy\./, 600],
];

const written = (key: string, text: Text): string =>
  typeof text === "string" ? text : text(...(SAMPLES[key]?.base ?? []));

const english = catalogueOf(ENGLISH);

describe.each(LANGUAGES.map((wording) => [wording.language, wording] as const))("%s", (language, wording) => {
  const catalogue = catalogueOf(wording);
  const all = [...catalogue].map(([key, text]) => ({ key, text }));
  const functions = all.filter(({ text }) => typeof text === "function").map(({ key }) => key);

  test("has every text and no other", () => {
    expect([...catalogue.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect(functions.toSorted()).toEqual(Object.keys(SAMPLES).toSorted());
  });

  test.each(all)("$key says something, in no more characters than fit", ({ key, text }) => {
    const said = written(key, text);
    const limit = LIMITS.find(([where]) => where.test(key))?.[1] ?? 2_000;
    expect(said.trim()).toBe(said);
    expect(said).not.toMatch(/^$|undefined|\[object|null|NaN| {2}/);
    expect(said.length).toBeLessThanOrEqual(limit);
  });

  test.each(functions)("%s says every one of its parameters", (key) => {
    const { base, changed } = SAMPLES[key] ?? { base: [], changed: {} };
    const text = catalogue.get(key);
    const say = (args: Args): string => (typeof text === "function" ? text(...args) : "");
    const ignored = Object.keys(changed).filter((name) => say(changed[name] ?? []) === say(base));
    expect(ignored).toEqual(NOT_TOLD_APART[language]?.[key] ?? []);
  });

  test.each(all.filter(() => wording !== ENGLISH))("$key is not left in English", ({ key, text }) => {
    const isEnglish = written(key, text) === written(key, english.get(key) ?? "");
    expect(isEnglish).toBe(AS_IN_ENGLISH[language]?.includes(key) ?? false);
  });

  test("names commands and options in lower case without spaces, each once beside the others", () => {
    const commands: readonly CommandWording[] = Object.values(wording.commands);
    const moderation = Object.entries<Moderated>({ ...wording.moderation.commands });
    const below = (parent: string): readonly Named[] =>
      moderation.flatMap(([key, named]) => (key.replace(/ ?[^ ]+$/u, "") === parent ? [named] : []));
    const levels: readonly (readonly Named[])[] = [
      [...commands, ...below("")],
      ...moderation.map(([key, { options = {} }]) => [...below(key), ...Object.values(options)]),
      ...commands.map(({ options }) => [...Object.values(options), ...Object.values(wording.options)]),
    ];
    for (const level of levels) {
      const names = level.map(({ name }) => name);
      expect(names.filter((name) => !/^[-_\p{Ll}\p{N}]+$/u.test(name))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test("has command names that its own texts know", () => {
    const commands = { ...wording.commands, ...wording.moderation.commands };
    const names = Object.values<Named>(commands).map(({ name }) => `/${name}`);
    const said = all.map(({ key, text }) => written(key, text)).join("\n");
    const mentioned = said.match(/(?<=[\s`])\/\p{L}+/gu) ?? [];
    expect(mentioned.filter((name) => !names.includes(name))).toEqual([]);
  });

  test("is what its locales get", () => {
    expect(wording.locales.map(wordingFor)).toEqual(wording.locales.map(() => wording));
  });
});

test.each([
  [1, "1 second"],
  [1_000, "1 second"],
  [1_001, "2 seconds"],
  [20_000, "20 seconds"],
])("%i milliseconds too soon are %s to wait", (milliseconds, wait) => {
  expect(ENGLISH.notices.tooSoon(milliseconds)).toBe(
    `That is faster than I answer. Please try again in ${wait}.`,
  );
});

test("no locale is spoken in two languages", () => {
  const locales = LANGUAGES.flatMap((wording) => wording.locales);
  expect(new Set(locales).size).toBe(locales.length);
});

test.each(["fr", "", "es-MX", null, undefined])(
  "the locale %s, which nobody speaks, gets English",
  (locale) => {
    expect(wordingFor(locale)).toBe(ENGLISH);
  },
);
