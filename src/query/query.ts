import type { Entity, Topic } from "../knowledge/glossary.ts";
import type { AskedAmount } from "./amount.ts";

/** A question as understood: its parts in order. No parts: nothing in the message asks. */
export interface Query {
  /** ISO 639-3 code of a language that is not the documents', else `undefined`; such a query has no parts. */
  readonly language: string | undefined;
  readonly parts: readonly QueryPart[];
}

/** One thing that is asked. */
export interface QueryPart {
  /** False when nothing in the message asks and the whole of it is taken for a question: it needs more evidence. */
  readonly isAsked: boolean;
  /** The member's words, normalised. */
  readonly text: string;
  /** What the part asks about: names and content words. Each must be found in an answer's snippet, or speaks against it. */
  readonly units: readonly Unit[];
  /** What the rest of the message tells; it helps to choose and never speaks against an answer. */
  readonly context: readonly Unit[];
  /** Question words and the like: they tell phrasings apart. */
  readonly askingTerms: readonly string[];
  /** The other words that say nothing by themselves: they tell phrasings apart too. */
  readonly fillerTerms: readonly string[];
  /** True when the part itself names its roles. */
  readonly namesRole: boolean;
  /** Roles that documents are about: those asked about here, else in the rest of the message, else in the question before. */
  readonly roles: readonly Entity[];
  /** Ids of the topics asked about, by words or by the question's form. */
  readonly topics: readonly string[];
  readonly compares: boolean;
  /** The kind of amount asked for; an answer without one is none. */
  readonly amount: AskedAmount | undefined;
  readonly superlative: Superlative | undefined;
}

export type Superlative = "highest" | "lowest";

/** A name or a content word of a question. */
export interface Unit {
  /** As the member wrote it. */
  readonly label: string;
  /** Search terms. Of a name any stands for it; of a phrase all do. */
  readonly terms: readonly string[];
  /** What a name may mean; empty for a word or phrase. */
  readonly entities: readonly Entity[];
  /** Topics that the word or phrase asks about. */
  readonly topics: readonly Topic[];
  /** 0 (says nothing) to 1 (says everything): how much using the word says. */
  readonly rarity: number;
}
