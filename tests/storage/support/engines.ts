import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import type { DatabaseAddress } from "../../../src/storage/database.ts";
import { startPostgres, type Postgres } from "./postgres.ts";

/** Where an engine makes new databases for a test. */
export interface Engine {
  readonly kind: DatabaseAddress["kind"];
  readonly newDatabase: () => Promise<DatabaseAddress>;
  /** Every text of four characters and more in all that the engine has on the disk, its logs of changes included. */
  readonly textsOnDisk: () => Promise<ReadonlySet<string>>;
}

/** Runs the same facts on SQLite on disk and on a real PostgreSQL server. */
export function describeEngines(name: string, facts: (engine: Engine) => void): void {
  describe(`${name}, on SQLite`, () => {
    const folder = mkdtempSync(join(tmpdir(), "rolecall-sqlite-"));
    let files = 0;
    afterAll(() => rmSync(folder, { recursive: true }));
    facts({
      kind: "sqlite",
      newDatabase: async () => {
        files += 1;
        return { kind: "sqlite", file: join(folder, "data", `${files}.sqlite`) };
      },
      textsOnDisk: async () => textsIn(folder),
    });
  });
  describe(`${name}, on PostgreSQL`, () => {
    let server: Postgres | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    }, START);
    afterAll(async () => await server?.stop(), START);
    facts({
      kind: "postgres",
      newDatabase: async () => {
        if (server === undefined) throw new Error("PostgreSQL has not started");
        return { kind: "postgres", url: await server.createDatabase() };
      },
      textsOnDisk: async () => {
        await server?.writeOut();
        return textsIn(server?.folder ?? "");
      },
    });
  });
}

function textsIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
  return new Set(files.flatMap((file) => readFileSync(file, "latin1").match(/[ -~]{4,}/g) ?? []));
}

const START = 60_000;
