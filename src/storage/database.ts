import type { Kysely, Transaction } from "kysely";
import type { Watcher } from "../guilds/store.ts";
import type { Tables } from "./tables.ts";

/** Where the data is: a file of SQLite, or a PostgreSQL server. */
export type DatabaseAddress =
  | { readonly kind: "sqlite"; readonly file: string }
  | { readonly kind: "postgres"; readonly url: string };

/** An open database of either engine. */
export interface Database {
  readonly db: Kysely<Tables>;
  /** Whether an error says that somebody else is in the way, so that the same may work a moment later. */
  readonly isBusy: (error: unknown) => boolean;
  /** Leaves nothing of what was deleted in the files, where the engine lets it be told so. */
  readonly wipe: () => Promise<void>;
  /** Tells other processes of a change of a server as soon as the transaction is committed, where the engine can. */
  readonly announce: (trx: Transaction<Tables>, guildId: string) => Promise<void>;
  /** Tells of what other processes announce, until what is returned is called. */
  readonly listen: (watcher: Watcher) => () => Promise<void>;
  /** What the operator has to mend; `undefined` for an error that may pass by itself. */
  readonly explain: (error: unknown) => string | undefined;
}

/** The code that SQLite, PostgreSQL and the network give their errors. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
