import type { Transaction } from "kysely";
import type { Store } from "../guilds/store.ts";
import { StoreError } from "../guilds/store.ts";
import { attempt } from "./attempt.ts";
import { keepCalibration, readCalibration } from "./calibration-rows.ts";
import type { Database, DatabaseAddress } from "./database.ts";
import { DatabaseRefusal } from "./database-refusal.ts";
import { keepDocument, keepReading, listDocuments, readDocuments, removeDocument } from "./document-rows.ts";
import { noteDepartures } from "./departure-rows.ts";
import { addGaps, readGaps } from "./gap-rows.ts";
import { kindOf, type ErrorKind } from "./error-kind.ts";
import { migrate } from "./migrate.ts";
import { hold, readState, writeSettings } from "./settings-rows.ts";
import type { Tables } from "./tables.ts";

/**
 * Opens the store over a database and brings its tables up to date. A server that cannot be reached now is reached
 * later: until then every method throws StoreError, of which `onFailure` is told first. Throws DatabaseRefusal for what
 * the operator must mend.
 */
export async function openStore(
  address: DatabaseAddress,
  onFailure: OnFailure = () => undefined,
): Promise<Store> {
  const database = await open(address);
  const isReady = prepare(database);
  try {
    await isReady();
  } catch (error) {
    const refusal = refusalOf(error, database);
    if (refusal === undefined) return buildStore(database, { isReady, onFailure });
    await database.db.destroy();
    throw refusal;
  }
  return buildStore(database, { isReady, onFailure });
}

/** Told of each failure of the database, and what kind it was. */
type OnFailure = (kind: ErrorKind) => void;

// The one that is not used is not loaded.
async function open(address: DatabaseAddress): Promise<Database> {
  if (address.kind === "sqlite") return (await import("./sqlite.ts")).openSqlite(address.file);
  return (await import("./postgres.ts")).openPostgres(address.url);
}

function refusalOf(error: unknown, { explain }: Database): DatabaseRefusal | undefined {
  const cause = error instanceof StoreError ? error.cause : error;
  if (cause instanceof DatabaseRefusal) return cause;
  const message = explain(cause);
  return message === undefined ? undefined : new DatabaseRefusal(message, { cause });
}

/** Brings the tables up to date once; an attempt that fails is made again when the tables are next needed. */
function prepare(database: Database): () => Promise<void> {
  let prepared: Promise<void> | undefined;
  return async () => {
    prepared ??= attempt(database, () => migrate(database.db));
    try {
      await prepared;
    } catch (error) {
      prepared = undefined;
      throw error;
    }
  };
}

/** What the store's methods reach the database by. */
interface Way {
  readonly db: Database["db"];
  readonly read: <T>(act: () => Promise<T>) => Promise<T>;
  readonly write: <T>(act: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;
  /** Writes with the server held, and tells other processes of it. */
  readonly change: <T>(guildId: string, act: (trx: Transaction<Tables>) => Promise<T>) => Promise<T>;
  readonly announce: Database["announce"];
  readonly wipe: Database["wipe"];
}

interface Hooks {
  readonly isReady: () => Promise<void>;
  readonly onFailure: OnFailure;
}

function buildStore(database: Database, { isReady, onFailure }: Hooks): Store {
  const { db, announce, wipe } = database;
  const ears: (() => Promise<void>)[] = [];
  const read: Way["read"] = async (act) => {
    try {
      await isReady();
      return await attempt(database, act);
    } catch (error) {
      onFailure(kindOf(error));
      throw error;
    }
  };
  const write: Way["write"] = (act) => read(() => db.transaction().execute(act));
  const change: Way["change"] = (guildId, act) =>
    write(async (trx) => {
      await hold(trx, guildId);
      const result = await act(trx);
      await announce(trx, guildId);
      return result;
    });
  const way = { db, read, write, change, announce, wipe };
  return {
    ...settingsOver(way),
    ...documentsOver(way),
    ...calibrationsOver(way),
    ...countsOver(way),
    ...guildsOver(way),
    watch: (watcher) => void ears.push(database.listen(watcher)),
    stop: async () => {
      await Promise.all(ears.splice(0).map((close) => close()));
      await db.destroy();
    },
  };
}

const settingsOver = ({ db, read, change }: Way): Pick<Store, "readState" | "changeSettings"> => ({
  readState: (guildId) => read(() => readState(db, guildId)),
  changeSettings: (guildId, alter) =>
    change(guildId, async (trx) => {
      await writeSettings(trx, guildId, alter((await readState(trx, guildId)).settings));
      return await readState(trx, guildId);
    }),
});

type OfDocuments =
  | "readDocuments"
  | "listDocuments"
  | "readDocument"
  | "keepDocument"
  | "keepReading"
  | "removeDocument";

const documentsOver = ({ db, read, change, wipe }: Way): Pick<Store, OfDocuments> => ({
  // The version first: documents that change meanwhile are then read again.
  readDocuments: (guildId) =>
    read(async () => ({
      version: (await readState(db, guildId)).documentsVersion,
      documents: await readDocuments(db, guildId),
    })),
  listDocuments: (guildId) => read(() => listDocuments(db, guildId)),
  readDocument: (guildId, id) => read(async () => (await readDocuments(db, guildId, id))[0]),
  keepDocument: (guildId, document, options) =>
    change(guildId, (trx) => keepDocument(trx, guildId, { document, ...options })),
  keepReading: (guildId, document, reading) => read(() => keepReading(db, guildId, { ...document, reading })),
  removeDocument: async (guildId, id) => {
    const removed = await change(guildId, (trx) => removeDocument(trx, guildId, id));
    await wipe();
    return removed;
  },
});

const calibrationsOver = ({ db, read }: Way): Pick<Store, "readCalibration" | "keepCalibration"> => ({
  readCalibration: (guildId) => read(() => readCalibration(db, guildId)),
  keepCalibration: (guildId, calibration) => read(() => keepCalibration(db, guildId, calibration)),
});

const countsOver = ({ db, read, write }: Way): Pick<Store, "countGaps" | "readGaps" | "purgeGaps"> => ({
  countGaps: (gaps) => write((trx) => addGaps(trx, gaps)),
  readGaps: (guildId, fromWeek) => read(() => readGaps(db, guildId, fromWeek)),
  purgeGaps: (beforeWeek) =>
    read(async () => void (await db.deleteFrom("gap").where("week", "<", beforeWeek).execute())),
});

const guildsOver = ({
  db,
  read,
  write,
  announce,
  wipe,
}: Way): Pick<Store, "forget" | "noteDepartures" | "listGuilds"> => ({
  forget: async (guildId) => {
    await write(async (trx) => {
      await forget(trx, guildId);
      await announce(trx, guildId);
    });
    await wipe();
  },
  noteDepartures: (found, today) => write((trx) => noteDepartures(trx, found, today)),
  listGuilds: () => read(() => listGuilds(db)),
});

async function forget(trx: Transaction<Tables>, guildId: string): Promise<void> {
  await trx.deleteFrom("guild").where("id", "=", guildId).execute();
  await trx.deleteFrom("gap").where("guild_id", "=", guildId).execute();
  await trx.deleteFrom("departure").where("guild_id", "=", guildId).execute();
}

async function listGuilds(db: Database["db"]): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("guild")
    .select("id")
    .union(db.selectFrom("gap").select("guild_id as id"))
    .execute();
  return rows.map(({ id }) => id);
}
