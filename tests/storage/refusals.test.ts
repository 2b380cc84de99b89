import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { DatabaseRefusal } from "../../src/storage/database-refusal.ts";
import { openPostgres } from "../../src/storage/postgres.ts";
import { openSqlite } from "../../src/storage/sqlite.ts";
import { openStore } from "../../src/storage/open-store.ts";
import type { DatabaseAddress } from "../../src/storage/database.ts";
import { describeEngines } from "./support/engines.ts";
import { startPostgres, type Postgres } from "./support/postgres.ts";

async function refusalOf(address: DatabaseAddress): Promise<string> {
  const opened = await openStore(address).catch((error: unknown) => error);
  return opened instanceof DatabaseRefusal ? opened.message : `no refusal: ${String(opened)}`;
}

describeEngines("a database that a newer version has changed", (engine) => {
  test("is refused with a message that names the change, and stays as it is", async () => {
    const address = await engine.newDatabase();
    await (await openStore(address)).stop();
    const { db } = address.kind === "sqlite" ? openSqlite(address.file) : openPostgres(address.url);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-votes', '2030')`.execute(db);
    expect(await refusalOf(address)).toBe(
      "The database was changed by a newer version of Rolecall (9999-votes): start that version, or restore a copy from before. Nothing was changed.",
    );
    const { rows } = await sql`select name from kysely_migration order by name`.execute(db);
    expect(rows).toEqual([
      { name: "0001-guilds-documents-gaps" },
      { name: "0002-calibrations" },
      { name: "9999-votes" },
    ]);
    await db.destroy();
  });
});

describe("a database that cannot be used", () => {
  const folder = mkdtempSync(join(tmpdir(), "rolecall-refused-"));
  let server: Postgres | undefined;
  let url = "";
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
  }, 60_000);
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  test("because the file is something else is refused with its name", async () => {
    const file = join(folder, "notes.txt");
    writeFileSync(file, "These are my notes, and no database at all. ".repeat(50));
    expect(await refusalOf({ kind: "sqlite", file })).toBe(
      `The database ${file} cannot be used (file is not a database): give Rolecall a folder that it may write to with DATA_DIR, or another file with DATABASE_URL=sqlite:<file>. A broken file is best replaced by its last copy.`,
    );
  });

  test("because its folder is a file is refused with its name", async () => {
    const file = join(folder, "notes.txt", "rolecall.sqlite");
    expect(await refusalOf({ kind: "sqlite", file })).toContain(`The database ${file} cannot be used (`);
  });

  test("because PostgreSQL knows no such database says what to do, and not the password", async () => {
    const other = new URL(url);
    other.pathname = "/nowhere";
    expect(await refusalOf({ kind: "postgres", url: other.href })).toBe(
      'The PostgreSQL database of DATABASE_URL cannot be used (database "nowhere" does not exist): create the database, or name another one.',
    );
  });

  test("because PostgreSQL refuses the password says so, and not the password", async () => {
    const other = new URL(url);
    other.password = "hunter2";
    expect(await refusalOf({ kind: "postgres", url: other.href })).toBe(
      'The PostgreSQL database of DATABASE_URL cannot be used (password authentication failed for user "rolecall"): check its user and password.',
    );
  });
});
