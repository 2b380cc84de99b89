import { sql, Migrator, type Kysely } from "kysely";
import { DatabaseRefusal } from "./database-refusal.ts";
import { MIGRATIONS } from "./migrations.ts";

/** Where Kysely notes which migrations were run. */
const NOTED_IN = "kysely_migration";

/**
 * Brings a database to the tables of this version; in PostgreSQL behind an advisory lock, in SQLite by a transaction
 * that is busy while another process has it. Throws DatabaseRefusal for a database that a newer version has changed.
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  await refuseNewer(db);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function refuseNewer<T>(db: Kysely<T>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === NOTED_IN)) return;
  const { rows } = await sql<{ readonly name: string }>`select name from ${sql.table(NOTED_IN)}`.execute(db);
  const unknown = rows.map(({ name }) => name).filter((name) => !Object.hasOwn(MIGRATIONS, name));
  if (unknown.length === 0) return;
  throw new DatabaseRefusal(
    `The database was changed by a newer version of Rolecall (${unknown.join(", ")}): start that version, or restore a copy from before. Nothing was changed.`,
  );
}
