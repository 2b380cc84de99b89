import { Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";
import { codeOf, type Database } from "./database.ts";
import { impatientSocket } from "./impatient-socket.ts";
import { announce, listen } from "./postgres-notices.ts";

/** Connections of a process at most; a bot of 2,500 servers needs two or three. */
const CONNECTIONS = 5;
/** Milliseconds: to wait for a connection, for the answer to a statement, and until a silent connection is given up. */
const CONNECT_TIMEOUT = 2_000;
const STATEMENT_TIMEOUT = 4_000;
const SILENCE = 5_000;
/** An unused connection is closed in time before it counts as silent. */
const IDLE = 3_000;

/** Opens a PostgreSQL server; connections are made when they are first needed. */
export function openPostgres(url: string): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: "rolecall",
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    idleTimeoutMillis: IDLE,
    statement_timeout: STATEMENT_TIMEOUT,
    stream: () => impatientSocket(SILENCE),
  });
  const own = new Set<number>();
  // A connection that breaks fails its statement, and the pool makes another one when it is needed.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    own.add(numberOf(client));
  });
  pool.on("remove", (client) => own.delete(numberOf(client)));
  pool.on("error", () => undefined);
  return {
    db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    isBusy: (error) => BUSY.has(codeOf(error)),
    // Its vacuum does that by itself.
    wipe: async () => undefined,
    announce,
    listen: (watcher) => listen({ url, isOwn: (number) => own.has(number), watcher }),
    explain,
  };
}

/** The number of the server's process that serves a connection, by which its notices are told from those of others. */
const numberOf = (client: object): number =>
  "processID" in client && typeof client.processID === "number" ? client.processID : 0;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: serialization failure, deadlock, lock not available. */
const BUSY = new Set(["40001", "40P01", "55P03"]);

const MENDED_BY = new Map([
  ["28P01", "check its user and password."],
  ["28000", "check its user, and that the server lets it in from here."],
  ["3D000", "create the database, or name another one."],
  ["42501", "let its user create tables in the schema public."],
]);

function explain(error: unknown): string | undefined {
  const mend = MENDED_BY.get(codeOf(error));
  if (mend === undefined || !(error instanceof Error)) return undefined;
  return `The PostgreSQL database of DATABASE_URL cannot be used (${error.message}): ${mend}`;
}
