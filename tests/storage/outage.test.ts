import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import BetterSqlite3 from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StoreError, type Store } from "../../src/guilds/store.ts";
import { openStore } from "../../src/storage/open-store.ts";
import { startPostgres, type Postgres } from "./support/postgres.ts";
import { startProxy, type Proxy } from "./support/proxy.ts";
import { document, GUILD } from "./support/samples.ts";

const TIMEOUT = 60_000;

const speak = (store: Store, language: string) =>
  store.changeSettings(GUILD, (settings) => ({ ...settings, language }));
const spoken = async (store: Store) => (await store.readState(GUILD)).settings.language;

describe("a PostgreSQL server that fails", () => {
  let server: Postgres | undefined;
  let proxy: Proxy | undefined;
  let store: Store | undefined;

  beforeAll(async () => {
    server = await startPostgres();
  }, TIMEOUT);
  afterAll(async () => await server?.stop());
  afterEach(async () => {
    await store?.stop();
    await proxy?.stop();
    proxy = undefined;
  });

  function started(): Postgres {
    if (server === undefined) throw new Error("PostgreSQL has not started");
    return server;
  }

  async function throughProxy(): Promise<{ readonly url: string; readonly proxy: Proxy }> {
    const address = new URL(await started().createDatabase());
    const opened = await startProxy(started().port);
    proxy = opened;
    address.port = String(opened.port);
    return { url: address.href, proxy: opened };
  }

  test("is used again when it is back, with all that was confirmed", { timeout: TIMEOUT }, async () => {
    const opened = await openStore({ kind: "postgres", url: await started().createDatabase() });
    store = opened;
    await speak(opened, "es");
    await started().kill();
    await expect(speak(opened, "en")).rejects.toThrow(StoreError);
    await started().start();
    expect(await spoken(opened)).toBe("es");
    await speak(opened, "en");
    expect(await spoken(opened)).toBe("en");
  });

  test(
    "loses no write that it confirmed when it is killed between two of them",
    { timeout: TIMEOUT },
    async () => {
      const opened = await openStore({ kind: "postgres", url: await started().createDatabase() });
      store = opened;
      let confirmed = -1;
      const writing = (async () => {
        for (let number = 0; number < 5_000; number += 1) {
          await opened.keepDocument(GUILD, document(`d${number}`, { snippets: 0 }), {
            replaces: false,
            quota: { documents: 10_000, snippets: 10 },
          });
          confirmed = number;
        }
      })();
      setTimeout(() => void started().kill(), 400);
      await expect(writing).rejects.toThrow(StoreError);
      await started().start();
      const held = new Set((await opened.listDocuments(GUILD)).map(({ id }) => id));
      expect(confirmed).toBeGreaterThan(10);
      for (let number = 0; number <= confirmed; number += 1) expect(held).toContain(`d${number}`);
    },
  );

  test("that hangs fails in seconds, and is used again when it answers", { timeout: TIMEOUT }, async () => {
    const { url, proxy: way } = await throughProxy();
    const kinds: string[] = [];
    const opened = await openStore({ kind: "postgres", url }, (kind) => kinds.push(kind));
    store = opened;
    await speak(opened, "es");
    way.hang();
    const start = performance.now();
    await expect(spoken(opened)).rejects.toThrow(StoreError);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(kinds).toEqual(["timeout"]);
    way.cut();
    way.mend();
    expect(await spoken(opened)).toBe("es");
  });

  test("and cannot be reached at the start is used as soon as it can", { timeout: TIMEOUT }, async () => {
    const { url, proxy: way } = await throughProxy();
    way.cut();
    const kinds: string[] = [];
    const opened = await openStore({ kind: "postgres", url }, (kind) => kinds.push(kind));
    store = opened;
    await expect(spoken(opened)).rejects.toThrow(StoreError);
    expect(kinds).toEqual(["unreachable"]);
    way.mend();
    await speak(opened, "es");
    expect(await spoken(opened)).toBe("es");
  });
});

describe("a file of SQLite that another process is writing", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "rolecall-busy-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("keeps nobody waiting but the one who writes, and is written when it is free", async () => {
    const file = join(folder, "rolecall.sqlite");
    const store = await openStore({ kind: "sqlite", file });
    await speak(store, "es");
    const other = new BetterSqlite3(file);
    other.exec("begin immediate");
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    const writing = speak(store, "en");
    expect(await spoken(store)).toBe("es");
    setTimeout(() => other.exec("rollback"), 500);
    await writing;
    clearInterval(ticking);
    other.close();
    expect(await spoken(store)).toBe("en");
    expect(ticks).toBeGreaterThan(20);
    await store.stop();
  });

  test("that is never free again fails the write in seconds", async () => {
    const file = join(folder, "rolecall.sqlite");
    const store = await openStore({ kind: "sqlite", file });
    const other = new BetterSqlite3(file);
    other.exec("begin immediate");
    await expect(speak(store, "en")).rejects.toThrow(StoreError);
    other.close();
    await speak(store, "es");
    expect(await spoken(store)).toBe("es");
    await store.stop();
  });
});
