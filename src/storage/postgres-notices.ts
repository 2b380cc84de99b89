import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { sql, type Transaction } from "kysely";
import { Client } from "pg";
import { inTime } from "../guilds/in-time.ts";
import type { Watcher } from "../guilds/store.ts";
import { impatientSocket } from "./impatient-socket.ts";
import type { Tables } from "./tables.ts";

/** What processes tell each other by: https://www.postgresql.org/docs/current/sql-notify.html */
const CHANNEL = "rolecall_changed";

/** Milliseconds: to wait for a connection, between two proofs that it is alive, and until a silent one is given up. */
const CONNECT_TIMEOUT = 2_000;
const PROOF = 3_000;
const SILENCE = 7_000;
/** Milliseconds before a connection is made again: at first, and at most while that fails again and again. */
const SHORTEST = 250;
const LONGEST = 10_000;
/** Milliseconds that a connection has to say goodbye. */
const FAREWELL = 500;

/** Tells all who listen of a server when the transaction is committed; nothing but its id. */
export async function announce(trx: Transaction<Tables>, guildId: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${guildId})`.execute(trx);
}

interface ListenOptions {
  readonly url: string;
  /** Whether the number of a server's process is that of a connection of this program. */
  readonly isOwn: (processId: number) => boolean;
  readonly watcher: Watcher;
}

/** Listens on a connection of its own, and on another one whenever it breaks; what is returned ends it. */
export function listen(options: ListenOptions): () => Promise<void> {
  const ending = new AbortController();
  const ended = listenAgain(options, ending.signal);
  return async () => {
    ending.abort();
    await ended;
  };
}

async function listenAgain(options: ListenOptions, ending: AbortSignal): Promise<void> {
  const { onChange, onFailure } = options.watcher;
  let pause = SHORTEST;
  let isHeard = true;
  while (!ending.aborted) {
    const start = performance.now();
    const error: unknown = await listenOnce(options, ending, () => {
      isHeard = true;
      // What was told while nobody listened is lost.
      onChange(undefined);
    }).catch((reason: unknown) => reason);
    if (isHeard && !ending.aborted) onFailure(error);
    isHeard = false;
    pause = performance.now() - start > LONGEST ? SHORTEST : Math.min(pause * 2, LONGEST);
    await wait(pause * (1 - Math.random() / 2), undefined, { signal: ending }).catch(() => undefined);
  }
}

/** Listens until the connection breaks, or somebody ends it; rejects then. */
async function listenOnce(
  { url, isOwn, watcher }: ListenOptions,
  ending: AbortSignal,
  onListening: () => void,
): Promise<never> {
  const socket = impatientSocket(SILENCE);
  const client = new Client({
    connectionString: url,
    application_name: "rolecall",
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    stream: () => socket,
  });
  const lost = loss(client, ending);
  client.on("notification", ({ processId, payload }) => {
    if (payload !== undefined && payload !== "" && !isOwn(processId)) watcher.onChange(payload);
  });
  const begin = async (): Promise<never> => {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    onListening();
    return await proveAlive(client, lost.signal);
  };
  try {
    return await Promise.race([begin(), lost.rejection]);
  } finally {
    lost.forget();
    await close(client, socket);
  }
}

/** A signal that a connection is lost, by whatever cause, or is no longer wanted. */
function loss(client: Client, ending: AbortSignal) {
  const lost = new AbortController();
  const end = (cause: unknown): void => lost.abort(cause);
  client.on("error", end).on("end", () => end(new Error("PostgreSQL ended the connection")));
  ending.addEventListener("abort", end);
  const rejection = once(lost.signal, "abort").then((): never => {
    throw lost.signal.reason;
  });
  // A connection that cannot be made fails by itself before anybody waits for this.
  rejection.catch(() => undefined);
  return { signal: lost.signal, rejection, forget: () => ending.removeEventListener("abort", end) };
}

/** Asks again and again, since a connection that only listens would not notice that it is dead; rejects when it is. */
async function proveAlive(client: Client, lost: AbortSignal): Promise<never> {
  for (;;) {
    await wait(PROOF, undefined, { signal: lost });
    // The next one is not sent before this one is answered: sending would keep a dead socket awake.
    await client.query("select 1");
  }
}

async function close(client: Client, socket: Socket): Promise<void> {
  const ended = client.end().catch(() => undefined);
  await inTime(ended, { patience: FAREWELL, otherwise: () => undefined });
  socket.destroy();
}
