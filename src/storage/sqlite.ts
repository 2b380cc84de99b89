import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { codeOf, type Database } from "./database.ts";
import { DatabaseRefusal } from "./database-refusal.ts";

/** Milliseconds that opening waits for another process; afterwards waiting is asynchronous, outside of SQLite. */
const OPEN_TIMEOUT = 5_000;

/** Nobody but the operator's own user reads what servers added. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/** https://sqlite.org/inmemorydb.html */
const IN_MEMORY = ":memory:";

/** Opens a file of SQLite, which is made when there is none. Throws DatabaseRefusal when it cannot be used. */
export function openSqlite(file: string): Database {
  const database = open(file);
  return {
    db: new Kysely({ dialect: new SqliteDialect({ database }) }),
    isBusy: (error) => /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(error)),
    // The log of changes still holds what was deleted; where a reader is in the way the next change empties it.
    wipe: async () => void database.pragma("wal_checkpoint(TRUNCATE)"),
    // Who writes to the file is one process; another one would see a change within the time that settings stay fresh.
    announce: async () => undefined,
    listen: () => async () => undefined,
    explain: (error) => (UNUSABLE.has(codeOf(error)) ? explain(file, error) : undefined),
  };
}

function open(file: string): BetterSqlite3.Database {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: OWN_FOLDER });
    // SQLite gives the file's rights to its logs of changes too; those of a file that is there stay.
    if (file !== IN_MEMORY) closeSync(openSync(file, "a", OWN_FILE));
    const database = new BetterSqlite3(file, { timeout: OPEN_TIMEOUT });
    // Readers do not wait for a writer, and what is confirmed is on the disk.
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // What is deleted is overwritten: a server that leaves leaves nothing.
    database.pragma("secure_delete = ON");
    // SQLite waits within the call, and all else with it.
    database.pragma("busy_timeout = 0");
    return database;
  } catch (error) {
    throw new DatabaseRefusal(explain(file, error), { cause: error });
  }
}

/** Errors that do not pass by themselves. */
const UNUSABLE = new Set([
  "SQLITE_NOTADB",
  "SQLITE_CORRUPT",
  "SQLITE_CANTOPEN",
  "SQLITE_READONLY",
  "SQLITE_PERM",
]);

function explain(file: string, error: unknown): string {
  const cause = error instanceof Error ? error.message : String(error);
  return `The database ${file} cannot be used (${cause}): give Rolecall a folder that it may write to with DATA_DIR, or another file with DATABASE_URL=sqlite:<file>. A broken file is best replaced by its last copy.`;
}
