/** The kinds of named things that questions ask about. */
export const ENTITY_KINDS = [
  "role",
  "certification",
  "tool",
  "language",
  "place",
  "employer",
  "organization",
  "law",
  "platform",
  "degree",
] as const;

export type EntityKind = (typeof ENTITY_KINDS)[number];

/** Kinds of which one is not another: what holds for Houston or for one certificate holds for no other. */
export const EXCLUSIVE_KINDS: ReadonlySet<EntityKind> = new Set([
  "place",
  "employer",
  "platform",
  "certification",
]);

/** A named thing and every way members write it. */
export interface Entity {
  /** `<kind>:<slug of the name>`. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  /** Abbreviations, expansions, spellings; without the name itself. */
  readonly aliases: readonly string[];
  /** Who issues a certification, where the glossary says so. */
  readonly issuer?: string;
  /** Ids of the entities of the same kind that this one lies in: a city's state and country. */
  readonly partOf: readonly string[];
}

/** Something that questions are about (salary, skills, visas…), whether or not a document covers it. */
export interface Topic {
  readonly id: string;
  readonly name: string;
  /** Words and phrases that ask about the topic, lower case. */
  readonly words: readonly string[];
}

/** Words that mean the same to a member: the first is what documents write. */
export type WordGroup = readonly [string, ...string[]];

/** Shared vocabulary of questions and documents: content, loaded from `glossary.md`. */
export interface Glossary {
  readonly entities: readonly Entity[];
  readonly topics: readonly Topic[];
  readonly wordGroups: readonly WordGroup[];
}
