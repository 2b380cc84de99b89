import type { ModerationWording } from "./moderation/wording.ts";
import type { Named } from "./named.ts";

export type { Named };

export interface CommandWording<Option extends string = string> extends Named {
  /** What it does in one line of a phone, beside its name. */
  readonly brief: string;
  readonly options: Readonly<Record<Option, Named>>;
}

/** Every command with its options, by the names that handlers know them by. */
interface CommandsWording {
  readonly ask: CommandWording<"question">;
  readonly role: CommandWording<"name" | "topic">;
  readonly skills: CommandWording<"role">;
  readonly salary: CommandWording<"role" | "place" | "year">;
  readonly path: CommandWording<"role">;
  readonly cert: CommandWording<"name">;
  readonly compare: CommandWording<"first" | "second" | "topic">;
  readonly topics: CommandWording<never>;
  readonly sources: CommandWording<never>;
  readonly help: CommandWording<never>;
}

/** Kinds of named things, as the glossary has them. */
type KindId =
  | "role"
  | "certification"
  | "tool"
  | "language"
  | "place"
  | "employer"
  | "organization"
  | "law"
  | "platform"
  | "degree";

/** The topics of a role's card. */
export const CARD_TOPICS = [
  "definition",
  "responsibilities",
  "skills",
  "certifications",
  "salary",
  "outlook",
  "becoming",
] as const;

/** What a certification's card shows. */
export type CertificationFacetId =
  | "definition"
  | "content"
  | "prerequisites"
  | "exam"
  | "score"
  | "cost"
  | "renewal";

/** The steps on the way into a role and on from it. */
export type PathStepId = "entry" | "learning" | "certificates" | "next";

export type CardTopicId = (typeof CARD_TOPICS)[number];

/** What documents are compared by, besides what they call their own figures. */
export type MeasureId =
  | "salary"
  | "examFee"
  | "retakeFee"
  | "maintenanceFee"
  | "examQuestions"
  | "examMinutes"
  | "examHours"
  | "validYears"
  | "experienceYears";

interface CardsWording {
  readonly headings: Readonly<Record<CardTopicId, string>>;
  /** Of a certification's card; `more` heads what else is said of it. */
  readonly facets: Readonly<Record<CertificationFacetId | "more", string>>;
  /** `DevOps engineer: salary`, the title of one topic; `about` narrows it to a place or an employer. */
  readonly title: (name: string, heading: string, about?: string) => string;
  /** `Salary: DevOps engineer`, one side of a comparison. */
  readonly side: (heading: string, name: string) => string;
  /** `Salary: both`. */
  readonly bothSides: (heading: string) => string;
  /** `DevOps engineer and DevSecOps engineer`. */
  readonly pair: (first: string, second: string) => string;
  readonly notStated: (name: string) => string;
  /** The button that goes on to the salaries elsewhere. */
  readonly salaryAt: (role: string, place: string) => string;
}

/** The way into a role. */
interface PathsWording {
  readonly title: (role: string) => string;
  readonly steps: Readonly<Record<PathStepId, string>>;
  /** As something that documents may say nothing on; `roles` as `refusals.roles` has them. */
  readonly into: (roles: string) => string;
  /** `Not stated: …`; `steps` as they are headed. */
  readonly unstated: (steps: readonly string[]) => string;
}

/** What is asked back. */
interface ClarificationsWording {
  readonly whichOfThese: string;
  /** Beside answers to other questions of the message. */
  readonly unsure: (question: string) => string;
  readonly unknownName: (typed: string) => string;
  /** `covered` are the kinds that the documents know; `undefined` when they know every meaning. */
  readonly meanings: (
    label: string,
    meanings: readonly { readonly name: string; readonly kind: string }[],
    covered: readonly string[] | undefined,
  ) => string;
}

/** Why nothing answers. Roles are in the singular as documents write them. */
interface RefusalsWording {
  readonly noSection: (unsaid: readonly string[]) => string;
  readonly noSectionOn: (topics: readonly string[]) => string;
  readonly noSectionFor: (names: readonly string[], unsaid: readonly string[]) => string;
  readonly nothingOn: (names: readonly string[], covered: readonly string[]) => string;
  readonly covers: (roles: readonly string[]) => string;
  readonly noQuestion: (roles: readonly string[]) => string;
  readonly onlyEnglish: string;
  readonly onlyEnglishOn: (roles: readonly string[]) => string;
  readonly sameNames: (name: string) => string;
  readonly noSalary: (role: string, subject: string) => string;
  /** No figure tells what a role earns; `role` as `roles` writes it, here and below. */
  readonly noPay: (role: string) => string;
  /** No figure is dated in `year`; `years` are those that there are, the first one first. */
  readonly noSalaryIn: (asked: {
    readonly role: string;
    readonly subject: string | undefined;
    readonly year: string;
    readonly years: readonly string[];
  }) => string;
  readonly noYear: (typed: string) => string;
  /** `having` are places and employers with figures, `more` how many there are besides. */
  readonly noSalaryAt: (subject: string, having: readonly string[], more: number) => string;
  /** `sought` is what the option takes. */
  readonly namedOtherwise: (name: string, sought: string) => string;
  readonly sought: Readonly<Record<"role" | "topic" | "certification" | "place" | "entity", string>>;
  /** What `nothingOn` can name besides names. */
  readonly roles: (role: string) => string;
  readonly beside: (first: string, second: string) => string;
  readonly topicOf: (heading: string, role: string) => string;
  readonly earningsAt: (role: string, subject: string) => string;
  readonly typed: (text: string) => string;
}

/** Figures in an order; measure and circumstances are the documents' words. */
export interface OrderWords {
  readonly end: "highest" | "lowest";
  /** Things are many or few; money is high or low. */
  readonly isCount: boolean;
  readonly measure: string;
  /** Role, period, currency and date. */
  readonly circumstances: string;
}

export interface FiguresWording {
  readonly allPlaces: string;
  readonly byEmployer: string;
  /** What a figure was before: its kind as printed, and `May 2024: 124,910 USD; May 2023: …`. */
  readonly earlier: (kind: string, amounts: string) => string;
  readonly per: (period: string) => string;
  readonly periodNotStated: string;
  readonly currencyNotStated: string;
  readonly dateNotStated: string;
  /** `Boston: 11,682.75, the second highest salary (…).` */
  readonly standing: (figures: string, position: number, order: OrderWords) => string;
  /** What stands over a list. */
  readonly ordered: (order: OrderWords) => string;
  readonly first: (order: OrderWords) => string;
  /** `threshold` is what the member wrote, such as `over 120k`. */
  readonly meeting: (threshold: string, order: OrderWords) => string;
  readonly unordered: (order: OrderWords) => string;
  readonly noneIs: (threshold: string, period: string | undefined) => string;
  /** `stated` is the documents' period, where they state one. */
  readonly otherPeriod: (threshold: string, period: string, stated: string | undefined) => string;
  readonly otherCurrency: (threshold: string) => string;
  readonly more: (count: number) => string;
}

interface ChartsWording {
  /** `DevOps engineer: salary by place`; role and measure are the documents' words. */
  readonly title: (
    role: string | undefined,
    measure: string,
    by: "place" | "employer" | "platform" | "date",
  ) => string;
  /** Two measures beside each other. */
  readonly measures: (measures: readonly string[]) => string;
  /** What a reader hears first who does not see the picture. */
  readonly described: (title: string, unit: string) => string;
  readonly more: (count: number) => string;
  readonly shown: (count: number, all: number) => string;
  readonly source: (documents: string) => string;
}

interface OverviewsWording {
  readonly roles: string;
  readonly topics: string;
  readonly certifications: string;
  readonly places: string;
  readonly sources: string;
  readonly by: (author: string) => string;
  /** How many, and when they were read, where that is to be said. */
  readonly sections: (count: number, retrieved: string | undefined) => string;
  /** The heading over the publishers of further documents. */
  readonly moreSources: (count: number) => string;
  readonly help: string;
  readonly howToAsk: string;
  readonly commands: string;
}

interface CitationsWording {
  readonly source: (section: string, origin: string) => string;
  readonly publisherNotStated: string;
  readonly dateNotStated: string;
  /** Beside a document of a server that states no date; `date` is as a reader says it. */
  readonly added: (date: string) => string;
  /** The month from 1 to 12. */
  readonly month: (month: number, year: string) => string;
  /** Beside text in another language than this one; ISO 639-1 codes. */
  readonly textIn: (languages: readonly string[]) => string;
}

/** What may no longer hold, beside its date. */
interface AgesWording {
  /** `over 18 months old`; at least two. */
  readonly overMonths: (months: number) => string;
  readonly overYears: (years: number) => string;
  /** The same of figures that are of another date than their document. */
  readonly figures: (age: string) => string;
}

/** Where documents state different amounts of the same thing. */
interface ConflictsWording {
  /** Over what they state, beside an answer. */
  readonly heading: string;
  readonly measures: Readonly<Record<MeasureId, string>>;
  readonly more: (count: number) => string;
}

/** For those who keep the documents: what to look at again. */
interface UpkeepWording {
  readonly stale: string;
  /** When something counts as old. */
  readonly limits: string;
  readonly noneStale: string;
  readonly ofSections: (count: number, all: number) => string;
  /** Beside a date of publication that is not stated. */
  readonly read: (date: string) => string;
  readonly conflicts: string;
  /** What the bot does about conflicts. */
  readonly both: string;
  readonly noConflicts: string;
}

/** What stands over, or in, a list of things to do next. */
interface PromptsWording {
  readonly showTopic: string;
  readonly related: string;
  readonly choose: string;
  readonly canAnswer: string;
  readonly tryOne: string;
  readonly leftOut: (count: number) => string;
}

/** What the bot says about itself on Discord. */
interface NoticesWording {
  readonly outdated: string;
  readonly unreadable: string;
  /** A message to find an answer to has no text. */
  readonly wordless: string;
  readonly apology: (reference: string) => string;
  readonly tooSoon: (milliseconds: number) => string;
  /** `url` leads to the answer. */
  readonly answeredAlready: (url: string) => string;
  /** `member` is a mention. */
  readonly suggestedFor: (member: string) => string;
  /** `url` leads to the message that is answered, where the answer is no reply to it. */
  readonly postedBy: (member: string, url?: string) => string;
  readonly automatic: string;
  /** In three lines, for a server that the bot was added to; `channels` are the names of its ask channels. */
  readonly welcome: (channels: readonly string[]) => string;
  /** The same for the bot's profile; at most 400 characters. */
  readonly profile: string;
  readonly notYours: string;
  readonly mayNotPost: string;
  readonly mayNotCall: string;
  readonly posted: string;
  readonly noOthers: string;
  readonly chooseAnother: string;
  /** What is posted for moderators; `place` is a link or a channel. */
  readonly sharedFrom: (place: string) => string;
  readonly questionGone: string;
  /** Moderators cannot be reached as they wished. */
  readonly notShared: string;
  /** `role` and `member` are mentions; `url` leads to the question, where others see it. */
  readonly calling: (role: string, member: string, url?: string) => string;
  readonly calledAlready: (milliseconds: number) => string;
  readonly nobodyToCall: string;
  readonly thanks: string;
  readonly thanksAgain: string;
  readonly whatWasWrong: string;
  /** `fault` is one of `faults`. */
  readonly noted: (fault: string) => string;
  readonly faults: Readonly<Record<"wrong-topic" | "out-of-date" | "incomplete", string>>;
}

/** Buttons, and the entry of a message's menu. */
interface ControlsWording {
  readonly dismiss: string;
  readonly more: string;
  readonly helpful: string;
  readonly unhelpful: string;
  readonly post: string;
  readonly notThis: string;
  readonly share: string;
  readonly shared: string;
  readonly call: string;
  readonly called: string;
  /** 1 to 32 characters. */
  readonly findAnswer: string;
}

/** Every fixed text that the bot says in one language; all else comes from the documents, in theirs. */
export interface Wording {
  /** ISO 639-1. */
  readonly language: string;
  /** Discord's locales: https://docs.discord.com/developers/reference#locales. */
  readonly locales: readonly string[];
  readonly commands: CommandsWording;
  /** The options that every command has on Discord. */
  readonly options: { readonly hide: Named; readonly to: Named };
  readonly cards: CardsWording;
  readonly paths: PathsWording;
  readonly kinds: Readonly<Record<KindId, string>>;
  readonly clarifications: ClarificationsWording;
  readonly refusals: RefusalsWording;
  readonly figures: FiguresWording;
  readonly charts: ChartsWording;
  readonly overviews: OverviewsWording;
  readonly citations: CitationsWording;
  readonly ages: AgesWording;
  readonly conflicts: ConflictsWording;
  readonly upkeep: UpkeepWording;
  readonly prompts: PromptsWording;
  readonly controls: ControlsWording;
  readonly notices: NoticesWording;
  readonly moderation: ModerationWording;
}
