import type { DecisionPolicy } from "../retrieval/decision.ts";
import type { GuildSettings } from "./guild-settings.ts";

/** The database does not answer, or not in time. Nothing of what was to be written is written, as far as is known. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** Settings with the versions of what a server has, which change with every change. */
export interface GuildState {
  readonly settings: GuildSettings;
  /** Of the server's documents; `undefined` while it never had one. */
  readonly documentsVersion: string | undefined;
}

/** What is kept of a document beside its text. */
export interface DocumentSummary {
  /** Unique in its server. */
  readonly id: string;
  /** Name of the file as it was uploaded. */
  readonly fileName: string;
  readonly title: string;
  /** Address that citations lead to, or `undefined` when none was given. */
  readonly url: string | undefined;
  /** ISO date, or `not stated`. */
  readonly published: string;
  /** ISO day on which it was added or replaced. */
  readonly added: string;
  readonly sections: number;
  readonly snippets: number;
}

/** What a moderator gives in the place of what the text says of itself. */
export interface GivenFacts {
  readonly title?: string;
  readonly url?: string;
  /** ISO date. */
  readonly published?: string;
}

/** What a text was read as, so that it need not be read again. */
export interface StoredReading {
  /** Names the program and the glossary that read it: another one may read otherwise. */
  readonly by: string;
  readonly json: string;
}

/** A server's document: its text as it was uploaded. */
export interface StoredDocument extends DocumentSummary {
  readonly text: string;
  readonly given: GivenFacts;
  readonly reading: StoredReading;
}

/** A server's documents of one version, in the order of their ids. */
export interface GuildDocuments {
  readonly version: string | undefined;
  readonly documents: readonly StoredDocument[];
}

/** How much a server may keep. */
export interface Quota {
  readonly documents: number;
  readonly snippets: number;
}

/** What came of keeping a document. */
export type Kept =
  | { readonly kind: "kept" }
  /** The server has a document with this id, or has none to replace. */
  | { readonly kind: "taken" | "missing" }
  /** What the server would have. */
  | { readonly kind: "too-many"; readonly documents: number; readonly snippets: number };

/** A counted miss, or a counted complaint: never text, never a member. */
export interface Gap {
  readonly guildId: string;
  /** ISO week, such as `2026-W47`. */
  readonly week: string;
  /** Id of an entity, or `unknown`. */
  readonly entity: string;
  /** Id of a topic, or `unknown`. */
  readonly topic: string;
  readonly reason: string;
}

export interface CountedGap extends Gap {
  readonly count: number;
}

/** Who is told of what other processes change. */
export interface Watcher {
  /** A server that another process has changed; `undefined` when it may be any, as changes may have been missed. */
  readonly onChange: (guildId: string | undefined) => void;
  /** Told once when changes cannot be heard of any more; `onChange` is told when they can again. */
  readonly onFailure: (error: unknown) => void;
}

/** The thresholds that were chosen for a server's documents. */
export interface Calibration {
  /** Names the documents, and the program and built-in documents beside which they were chosen. */
  readonly of: string;
  readonly policy: DecisionPolicy;
}

/** Where what servers decided and added is kept. Every method throws StoreError when the database fails. */
export interface Store {
  readState(guildId: string): Promise<GuildState>;
  /** Changes settings in one step, so that two moderators at once do not undo each other; returns the new ones. */
  changeSettings(guildId: string, change: (settings: GuildSettings) => GuildSettings): Promise<GuildState>;

  readDocuments(guildId: string): Promise<GuildDocuments>;
  listDocuments(guildId: string): Promise<readonly DocumentSummary[]>;
  /** `undefined` when the server has no such document. */
  readDocument(guildId: string, id: string): Promise<StoredDocument | undefined>;
  /** Adds a document, or puts it in the place of the one with its id; nothing changes where the quota is exceeded. */
  keepDocument(
    guildId: string,
    document: StoredDocument,
    options: { readonly replaces: boolean; readonly quota: Quota },
  ): Promise<Kept>;
  /** Keeps what a document's text is read as now; a document that is gone or has another text is left as it is. */
  keepReading(
    guildId: string,
    document: Pick<StoredDocument, "id" | "text">,
    reading: StoredReading,
  ): Promise<void>;
  /** Returns what was removed; `undefined` when the server has no such document. */
  removeDocument(guildId: string, id: string): Promise<StoredDocument | undefined>;

  /** `undefined` when none was kept. */
  readCalibration(guildId: string): Promise<Calibration | undefined>;
  /** Keeps it in the place of the one before; a server of which nothing else is kept has none. */
  keepCalibration(guildId: string, calibration: Calibration): Promise<void>;

  countGaps(gaps: readonly CountedGap[]): Promise<void>;
  /** The counts of a server from a week on. */
  readGaps(guildId: string, fromWeek: string): Promise<readonly CountedGap[]>;
  /** Deletes the counts of all servers before a week. */
  purgeGaps(beforeWeek: string): Promise<void>;

  /** Deletes all that is kept of a server. */
  forget(guildId: string): Promise<void>;
  /** Notes servers that the bot was found in, and not; gives the ISO days since when it is missing from each of the latter. */
  noteDepartures(
    found: { readonly here: readonly string[]; readonly gone: readonly string[] },
    today: string,
  ): Promise<ReadonlyMap<string, string>>;
  /** Servers of which something is kept. */
  listGuilds(): Promise<readonly string[]>;
  /** Tells of the changes of other processes, where the database can, until the store stops. */
  watch(watcher: Watcher): void;
  /** Finishes what was begun and closes the database. */
  stop(): Promise<void>;
}
