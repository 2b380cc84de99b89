/** A published text that answers are taken from. Dates are ISO (`2022-06-07`, `2023-01`, `2023`) or `not stated`. */
export interface Document {
  /** The file's name without its ending; unique in a knowledge folder. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: string;
  /** Address of the page, or `undefined` when the source states none. */
  readonly url: string | undefined;
  /** ISO 639-1 code, `en` where the file states none. */
  readonly language: string;
  readonly retrieved: string;
  /** The terms that the source states (`CC BY 4.0`); absent where it states none. */
  readonly license?: string;
  /** True where it answers only questions that name what its snippets are about; absent for articles. */
  readonly reference?: boolean;
  /** ISO day on which a server added it for itself; absent for the built-in documents. */
  readonly added?: string;
  readonly sections: readonly Section[];
}

/** The part of a document under one heading; text before the first heading is `(introduction)`. */
export interface Section {
  /** The heading exactly as the source prints it. */
  readonly heading: string;
  /** Address that opens at this section, or `undefined` when the document has none. */
  readonly url: string | undefined;
  readonly snippets: readonly Snippet[];
}

/** The unit of retrieval: a question, its answer, and the section it comes from. */
export interface Snippet {
  /** `<document id>/<number from 1 in document order>`: stable as long as the document's snippets keep their order. */
  readonly id: string;
  readonly question: string;
  readonly waysOfAsking: readonly string[];
  /** Markdown as Discord renders it: paragraphs, lists, and tables (rendered later for the face that shows them). */
  readonly answer: string;
  /** Topic ids, from the search card or recognised in the text. */
  readonly topics: readonly string[];
  /** Entity ids of the roles the snippet is about, from the search card or recognised in question and heading. */
  readonly roles: readonly string[];
  readonly figures: readonly Figure[];
  /** True when the snippet was cut from plain text rather than written by an author. */
  readonly derived: boolean;
}

/** What the source prints where a field is silent. */
export const NOT_STATED = "not stated";

/** One cell of a figures table: an amount that never travels without what it means. Text fields are as printed, or `not stated`. */
export interface Figure {
  /** What is measured: `salary`, `salary after taxes`, `rent`, `cost of living`, `take-home`, `job openings`… */
  readonly kind: string;
  readonly place: string;
  readonly employer: string;
  readonly platform: string;
  readonly role: string;
  readonly level: string;
  readonly amount: Amount;
  /** `$`, `USD`, `EUR`… as printed. */
  readonly currency: string;
  /** `month`, `year`… */
  readonly period: string;
  /** The date the figure holds for, as printed or the document's. */
  readonly date: string;
  /** `estimated`, `median`… */
  readonly note: string;
}

/** What a figure is told of besides its amount, in the order that messages list it. */
export const FIGURE_FACTS = [
  "kind",
  "place",
  "employer",
  "platform",
  "role",
  "level",
  "currency",
  "period",
  "date",
  "note",
] as const satisfies readonly Exclude<keyof Figure, "amount">[];

/** One of them. */
export type FigureFact = (typeof FIGURE_FACTS)[number];

/** An amount or a range, as printed and as numbers for filtering and ordering. */
export interface Amount {
  readonly text: string;
  readonly low: number;
  readonly high: number;
}
