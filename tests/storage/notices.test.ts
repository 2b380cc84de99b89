import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Client } from "pg";
import type { Store } from "../../src/guilds/store.ts";
import { openStore } from "../../src/storage/open-store.ts";
import { startPostgres, type Postgres } from "./support/postgres.ts";
import { startProxy, type Proxy } from "./support/proxy.ts";
import { document, GUILD, OTHER_GUILD, QUOTA } from "./support/samples.ts";

const TIMEOUT = 60_000;
/** Milliseconds: at once, on a busy machine; and until a silent connection is found out and made again. */
const AT_ONCE = { timeout: 3_000, interval: 5 };
const IN_TIME = { timeout: 30_000, interval: 20 };

let server: Postgres;
const open: Store[] = [];
const ways: Proxy[] = [];

beforeAll(async () => {
  server = await startPostgres();
}, TIMEOUT);
afterAll(async () => await server.stop(), TIMEOUT);
afterEach(async () => {
  for (const way of ways) way.cut();
  await Promise.all(open.splice(0).map((store) => store.stop()));
  await Promise.all(ways.splice(0).map((way) => way.stop()));
}, TIMEOUT);

async function openAt(url: string): Promise<Store> {
  const store = await openStore({ kind: "postgres", url });
  open.push(store);
  return store;
}

/** A store that listens already, with what it has heard since. */
async function openListening(url: string) {
  const store = await openAt(url);
  const heard: (string | undefined)[] = [];
  const failures: unknown[] = [];
  store.watch({ onChange: (guildId) => heard.push(guildId), onFailure: (error) => failures.push(error) });
  await expect.poll(() => heard, IN_TIME).toEqual([undefined]);
  heard.length = 0;
  return { store, heard, failures };
}

async function throughProxy(url: string): Promise<{ readonly url: string; readonly way: Proxy }> {
  const way = await startProxy(server.port);
  ways.push(way);
  const address = new URL(url);
  address.port = String(way.port);
  return { url: address.href, way };
}

const speak = (store: Store, guildId = GUILD) =>
  store.changeSettings(guildId, (settings) => ({ ...settings, language: "es" }));

/** Every way in which a process changes a server, by name. */
const CHANGES: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  "settings are changed": (store) => speak(store),
  "a document is added": (store) =>
    store.keepDocument(GUILD, document("rules"), { replaces: false, quota: QUOTA }),
  "a document is replaced": (store) =>
    store.keepDocument(GUILD, document("rules", { text: "# New\n" }), { replaces: true, quota: QUOTA }),
  "a document is removed": (store) => store.removeDocument(GUILD, "rules"),
  "a server is forgotten": (store) => store.forget(GUILD),
};

describe("stores of several processes on one PostgreSQL", () => {
  test("hear of every change at once, of the server that it was made in and of no other", async () => {
    const url = await server.createDatabase();
    const { heard } = await openListening(url);
    const other = await openAt(url);
    for (const [name, change] of Object.entries(CHANGES)) {
      await change(other);
      await expect.poll(() => heard, { ...AT_ONCE, message: name }).toEqual([GUILD]);
      heard.length = 0;
    }
    await speak(other, OTHER_GUILD);
    await expect.poll(() => heard, AT_ONCE).toEqual([OTHER_GUILD]);
  });

  test("do not hear what they change themselves, what was given up, and what is in another database", async () => {
    const url = await server.createDatabase();
    const { store, heard } = await openListening(url);
    const other = await openAt(url);
    await speak(store);
    const giveUp = other.changeSettings(GUILD, () => {
      throw new Error("given up");
    });
    await expect(giveUp).rejects.toThrow("the database failed");
    await speak(await openAt(await server.createDatabase()));
    // What comes last has all that came before it behind it.
    await speak(other, OTHER_GUILD);
    await expect.poll(() => heard, AT_ONCE).toEqual([OTHER_GUILD]);
  });

  test("are not told of what was only read, counted, or read again by a newer program", async () => {
    const url = await server.createDatabase();
    const { heard } = await openListening(url);
    const other = await openAt(url);
    await other.readState(GUILD);
    await other.readDocuments(GUILD);
    await other.noteDepartures({ here: [], gone: [GUILD] }, "2026-11-22");
    await other.keepReading(GUILD, document("rules"), { by: "another", json: "{}" });
    await speak(other, OTHER_GUILD);
    await expect.poll(() => heard, AT_ONCE).toEqual([OTHER_GUILD]);
  });

  test("leave no connection behind when they stop", async () => {
    const url = await server.createDatabase();
    const { store } = await openListening(url);
    await store.stop();
    const client = new Client({ connectionString: url });
    await client.connect();
    const others =
      "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    await expect.poll(async () => (await client.query(others)).rowCount, AT_ONCE).toBe(0);
    await client.end();
  });
});

describe("a store whose ear is lost", () => {
  test(
    "takes everything as changed once PostgreSQL is back from the dead, and hears again",
    { timeout: TIMEOUT },
    async () => {
      const url = await server.createDatabase();
      const { heard, failures } = await openListening(url);
      await server.kill();
      await expect.poll(() => failures.length, IN_TIME).toBe(1);
      await server.start();
      await expect.poll(() => heard, IN_TIME).toEqual([undefined]);
      await speak(await openAt(url));
      await expect.poll(() => heard, AT_ONCE).toEqual([undefined, GUILD]);
      expect(failures).toHaveLength(1);
    },
  );

  test(
    "takes everything as changed that was changed while its connection was cut",
    { timeout: TIMEOUT },
    async () => {
      const url = await server.createDatabase();
      const { url: indirect, way } = await throughProxy(url);
      const { store, heard, failures } = await openListening(indirect);
      const other = await openAt(url);
      way.cut();
      await speak(other);
      expect(heard).toEqual([]);
      way.mend();
      await expect.poll(() => heard, IN_TIME).toEqual([undefined]);
      expect((await store.readState(GUILD)).settings.language).toBe("es");
      expect(failures).toHaveLength(1);
      await speak(other);
      await expect.poll(() => heard, AT_ONCE).toEqual([undefined, GUILD]);
    },
  );

  test("finds out by itself that its connection has gone silent", { timeout: TIMEOUT }, async () => {
    const { url, way } = await throughProxy(await server.createDatabase());
    const { heard, failures } = await openListening(url);
    way.hang();
    await expect.poll(() => failures.length, IN_TIME).toBe(1);
    way.mend();
    await expect.poll(() => heard, IN_TIME).toEqual([undefined]);
  });
});
