import type { RefusalReason } from "../retrieval/refusal-reason.ts";
import type { Age } from "./ages.ts";
import type { Chart } from "./chart.ts";

/** The pointer a reader follows: document, section, date and the address that opens at the section. */
export interface Citation {
  /** Document id. */
  readonly document: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO date, or `not stated`. */
  readonly published: string;
  /** The section's heading exactly as the source prints it. */
  readonly section: string;
  readonly url: string | undefined;
  /** ISO day on which a server added the document for itself. */
  readonly added?: string;
  /** The document's licence, where it asks to be named beside what is taken from it. */
  readonly license?: string;
  /** The document's, as an ISO 639-1 code. */
  readonly language: string;
  /** Of what is cited, where it is older than its topic allows and no citation before says so. */
  readonly age?: Age;
}

/** At least one citation: an answer without one cannot be written. */
export type Cited = readonly [Citation, ...Citation[]];

/** Text that documents support, with the sections that support it. */
export interface CitedText {
  /** Names the part where a reply has several: a topic, a role, or the question it answers. */
  readonly heading: string | undefined;
  /** Markdown: paragraphs, `-` lists, pipe tables. Not escaped for a face and not shortened. */
  readonly text: string;
  readonly citations: Cited;
  /** Ids of the snippets the text comes from; none where it only sets statements of several beside each other. */
  readonly snippets: readonly string[];
  /** True for the second best section beside the best one: the first to go where there is little room. */
  readonly isSupplement?: boolean;
}

/** A part of a message that no section answers, beside parts that are answered. */
export interface Miss {
  readonly question: string;
  readonly reason: RefusalReason;
  /** One honest line for the member. */
  readonly text: string;
}

/** Something a member can do next: a label to show and the question or command that it runs. */
export interface Choice {
  /** A complete question, or the name of a topic; faces shorten it to what fits. */
  readonly label: string;
  readonly run: Invocation;
}

/** A command with the values of its options; what buttons, menus and suggestions run. */
export interface Invocation {
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly kind: "answer";
  /** True when nothing in the message asks, and it was taken for a question all the same. */
  readonly isGuess?: boolean;
  /** Title of a card or comparison; `undefined` for an answer to a question. */
  readonly title: string | undefined;
  readonly parts: readonly [CitedText, ...CitedText[]];
  readonly misses: readonly Miss[];
  /** One line on what a card would show and no document states; absent where all is stated. */
  readonly unstated?: string;
  /** Topic menu of a card; empty elsewhere. */
  readonly menu: readonly Choice[];
  /** Related questions that have a cited answer. */
  readonly related: readonly Choice[];
  /** Figures of the parts as bars, for faces that can show a picture; it says nothing that the parts do not. */
  readonly chart?: Chart;
}

export interface Clarification {
  readonly kind: "clarification";
  readonly text: string;
  readonly choices: readonly [Choice, ...Choice[]];
}

export type { RefusalReason };

export interface Refusal {
  readonly kind: "refusal";
  readonly reason: RefusalReason;
  /** One or two honest lines for the member. */
  readonly text: string;
  /** The nearest things that can be answered. */
  readonly suggestions: readonly Choice[];
}

/** What the bot knows and how to ask: about the bot and its documents, so it carries no citation. */
export interface Overview {
  readonly kind: "overview";
  readonly title: string;
  readonly parts: readonly OverviewPart[];
  readonly choices: readonly Choice[];
}

export interface OverviewPart {
  readonly heading: string | undefined;
  readonly text: string;
  /** Where what the heading names can be read. */
  readonly url?: string;
}

/** Everything a command or question can come to. */
export type Reply = Answer | Clarification | Refusal | Overview;
