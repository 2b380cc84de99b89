import type { Kysely, Migration } from "kysely";

/** The steps from an empty database to the tables of this version, by name; a step that was released never changes. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-guilds-documents-gaps": { up: createTables },
  "0002-calibrations": { up: createCalibrations },
};

async function createTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("guild")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("version", "text", (column) => column.notNull())
    .addColumn("documents_version", "text")
    .addColumn("has_ask_places", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("reply_style", "text", (column) => column.notNull().defaultTo("reply"))
    .addColumn("ask_interval", "integer")
    .addColumn("helper_role", "text")
    .addColumn("gap_channel", "text")
    .addColumn("language", "text")
    .execute();
  await db.schema
    .createTable("ask_place")
    .addColumn("guild_id", "text", (column) => column.notNull().references("guild.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("ask_place_key", ["guild_id", "id"])
    .execute();
  await createDocuments(db);
  await createGaps(db);
  await db.schema
    .createTable("departure")
    .addColumn("guild_id", "text", (column) => column.primaryKey())
    .addColumn("since", "text", (column) => column.notNull())
    .execute();
}

async function createDocuments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("document")
    .addColumn("guild_id", "text", (column) => column.notNull().references("guild.id").onDelete("cascade"))
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("file_name", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("url", "text")
    .addColumn("published", "text", (column) => column.notNull())
    .addColumn("added", "text", (column) => column.notNull())
    .addColumn("sections", "integer", (column) => column.notNull())
    .addColumn("snippets", "integer", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("given", "text", (column) => column.notNull())
    .addColumn("read_by", "text", (column) => column.notNull())
    .addColumn("reading", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("document_key", ["guild_id", "id"])
    .execute();
}

// Without a row in `guild`: a count waits for no lock of that row.
async function createGaps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("gap")
    .addColumn("guild_id", "text", (column) => column.notNull())
    .addColumn("week", "text", (column) => column.notNull())
    .addColumn("entity", "text", (column) => column.notNull())
    .addColumn("topic", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("gap_key", ["guild_id", "week", "entity", "topic", "reason"])
    .execute();
  await db.schema.createIndex("gap_week").on("gap").column("week").execute();
}

async function createCalibrations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("calibration")
    .addColumn("guild_id", "text", (column) => column.primaryKey().references("guild.id").onDelete("cascade"))
    .addColumn("of", "text", (column) => column.notNull())
    // As exact as in memory.
    .addColumn("answer_from", "double precision", (column) => column.notNull())
    .addColumn("clarify_from", "double precision", (column) => column.notNull())
    .execute();
}
