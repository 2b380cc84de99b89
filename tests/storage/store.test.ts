import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/guilds/guild-settings.ts";
import type { Store } from "../../src/guilds/store.ts";
import type { DatabaseAddress } from "../../src/storage/database.ts";
import { openStore } from "../../src/storage/open-store.ts";
import { describeEngines } from "./support/engines.ts";
import { document, gap, GUILD, OTHER_GUILD, QUOTA } from "./support/samples.ts";

const add = (store: Store, id: string, fields = {}) =>
  store.keepDocument(GUILD, document(id, fields), { replaces: false, quota: QUOTA });

describeEngines("the store", (engine) => {
  const open: Store[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((store) => store.stop()));
  });

  async function openNew(): Promise<{ readonly store: Store; readonly address: DatabaseAddress }> {
    const address = await engine.newDatabase();
    return { store: await openAgain(address), address };
  }

  async function openAgain(address: DatabaseAddress): Promise<Store> {
    const store = await openStore(address);
    open.push(store);
    return store;
  }

  describe("settings", () => {
    test("a server whose moderators decided nothing has the defaults, and nothing is kept of it", async () => {
      const { store } = await openNew();
      expect(await store.readState(GUILD)).toEqual({
        settings: DEFAULT_SETTINGS,
        documentsVersion: undefined,
      });
      expect(await store.listGuilds()).toEqual([]);
    });

    test("what was changed is there after the next start", async () => {
      const { store, address } = await openNew();
      const settings = {
        askPlaces: [
          { id: "200000000000000001", kind: "channel" },
          { id: "200000000000000002", kind: "forum" },
        ],
        replyStyle: "thread",
        askInterval: 180_000,
        helperRole: "300000000000000001",
        gapChannel: "200000000000000003",
        language: "es",
      } as const;
      const changed = await store.changeSettings(GUILD, () => settings);
      await store.stop();
      open.length = 0;
      const again = await openAgain(address);
      expect([changed.settings, (await again.readState(GUILD)).settings]).toEqual([settings, settings]);
    });

    test("an empty list of ask places is not the same as none", async () => {
      const { store } = await openNew();
      await store.changeSettings(GUILD, (settings) => ({ ...settings, askPlaces: [] }));
      expect((await store.readState(GUILD)).settings.askPlaces).toEqual([]);
    });

    test("twenty changes at once, from two processes, all count", async () => {
      const { store, address } = await openNew();
      const other = await openAgain(address);
      const ids = Array.from({ length: 20 }, (_, number) => String(200000000000000000n + BigInt(number)));
      await Promise.all(
        ids.map((id, number) =>
          (number % 2 === 0 ? store : other).changeSettings(GUILD, (settings) => ({
            ...settings,
            askPlaces: [...(settings.askPlaces ?? []), { id, kind: "channel" }],
          })),
        ),
      );
      const { settings } = await store.readState(GUILD);
      expect(settings.askPlaces?.map(({ id }) => id)).toEqual(ids);
    });

    test("a change that throws changes nothing", async () => {
      const { store } = await openNew();
      await store.changeSettings(GUILD, (settings) => ({ ...settings, language: "es" }));
      const failing = store.changeSettings(GUILD, () => {
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("the database failed");
      expect((await store.readState(GUILD)).settings.language).toBe("es");
    });
  });

  describe("documents", () => {
    test("a document is kept as it was uploaded, with what the moderator gave", async () => {
      const { store, address } = await openNew();
      const kept = document("handbook", {
        url: "https://example.org/handbook",
        text: "# Handbook 🎓\r\n\nÜber 'quotes', \"more\" and \\ signs; drop table document;--\n",
        given: { title: "Handbook", published: "2026-10-01" },
      });
      await store.keepDocument(GUILD, kept, { replaces: false, quota: QUOTA });
      const again = await openAgain(address);
      expect(await again.readDocument(GUILD, "handbook")).toEqual(kept);
      expect((await again.readDocuments(GUILD)).documents).toEqual([kept]);
    });

    test("documents are listed without their texts, in the order of their ids", async () => {
      const { store } = await openNew();
      await add(store, "b");
      await add(store, "a");
      const { text: _, given: __, reading: ___, ...summary } = document("a");
      expect((await store.listDocuments(GUILD)).map(({ id }) => id)).toEqual(["a", "b"]);
      expect((await store.listDocuments(GUILD))[0]).toEqual(summary);
    });

    test("a document is in the place of another only when that is asked for", async () => {
      const { store } = await openNew();
      await add(store, "a");
      expect(await add(store, "a", { title: "Another" })).toEqual({ kind: "taken" });
      expect((await store.readDocument(GUILD, "a"))?.title).toBe("Title of a");
      const replaced = { replaces: true, quota: QUOTA };
      expect(await store.keepDocument(GUILD, document("b"), replaced)).toEqual({ kind: "missing" });
      expect(await store.keepDocument(GUILD, document("a", { title: "Another" }), replaced)).toEqual({
        kind: "kept",
      });
      expect((await store.listDocuments(GUILD)).map(({ title }) => title)).toEqual(["Another"]);
    });

    test("a server keeps no more than its quota, and the refusal says how much it would be", async () => {
      const { store } = await openNew();
      const quota = { documents: 2, snippets: 25 };
      const keep = (id: string, snippets: number, replaces = false) =>
        store.keepDocument(GUILD, document(id, { snippets }), { replaces, quota });
      await keep("a", 10);
      expect(await keep("b", 16)).toEqual({ kind: "too-many", documents: 2, snippets: 26 });
      await keep("b", 15);
      expect(await keep("c", 0)).toEqual({ kind: "too-many", documents: 3, snippets: 25 });
      expect(await keep("a", 11, true)).toEqual({ kind: "too-many", documents: 2, snippets: 26 });
      expect(await keep("a", 9, true)).toEqual({ kind: "kept" });
      expect((await store.listDocuments(GUILD)).map(({ snippets }) => snippets)).toEqual([9, 15]);
    });

    test("a quota holds when two processes add at once", async () => {
      const { store, address } = await openNew();
      const other = await openAgain(address);
      const ids = Array.from({ length: 12 }, (_, number) => `document-${number}`);
      const kept = await Promise.all(
        ids.map((id, number) =>
          (number % 2 === 0 ? store : other).keepDocument(GUILD, document(id), {
            replaces: false,
            quota: { documents: 5, snippets: 5_000 },
          }),
        ),
      );
      expect(kept.filter(({ kind }) => kind === "kept")).toHaveLength(5);
      expect(await store.listDocuments(GUILD)).toHaveLength(5);
    });

    test("a removed document is given back", async () => {
      const { store } = await openNew();
      await add(store, "a");
      expect(await store.removeDocument(GUILD, "a")).toEqual(document("a"));
      expect(await store.removeDocument(GUILD, "a")).toBeUndefined();
      expect(await store.listDocuments(GUILD)).toEqual([]);
    });

    test("the version of a server's documents changes with them and with nothing else", async () => {
      const { store } = await openNew();
      const version = async () => (await store.readState(GUILD)).documentsVersion;
      await store.changeSettings(GUILD, (settings) => settings);
      expect(await version()).toBeUndefined();
      await add(store, "a");
      const first = await version();
      await store.changeSettings(GUILD, (settings) => ({ ...settings, language: "es" }));
      expect(await version()).toBe(first);
      expect((await store.readDocuments(GUILD)).version).toBe(first);
      await store.removeDocument(GUILD, "a");
      expect(await version()).not.toBe(first);
    });

    test("a server sees only its own documents", async () => {
      const { store } = await openNew();
      await add(store, "a");
      expect(await store.listDocuments(OTHER_GUILD)).toEqual([]);
      expect(await store.readDocument(OTHER_GUILD, "a")).toBeUndefined();
      expect(await store.removeDocument(OTHER_GUILD, "a")).toBeUndefined();
      expect(await store.listDocuments(GUILD)).toHaveLength(1);
    });
  });

  describe("gaps", () => {
    test("counts of the same gap are added up, week by week", async () => {
      const { store } = await openNew();
      await store.countGaps([gap(), gap({ count: 2 }), gap({ week: "2026-W46" })]);
      await store.countGaps([gap({ topic: "unknown" })]);
      expect((await store.readGaps(GUILD, "2026-W47")).map(({ topic, count }) => [topic, count])).toEqual([
        ["unknown", 1],
        ["visa", 3],
      ]);
      expect(await store.readGaps(GUILD, "2026-W46")).toHaveLength(3);
    });

    test("forty counts at once, from two processes, all count", async () => {
      const { store, address } = await openNew();
      const other = await openAgain(address);
      const counts = Array.from({ length: 40 }, (_, number) => (number % 2 === 0 ? store : other));
      await Promise.all(counts.map((each) => each.countGaps([gap(), gap({ topic: "age" })])));
      expect((await store.readGaps(GUILD, "2026-W01")).map(({ count }) => count)).toEqual([40, 40]);
    });

    test("counts of before a week are purged", async () => {
      const { store } = await openNew();
      await store.countGaps([
        gap({ week: "2025-W47" }),
        gap({ week: "2025-W46" }),
        gap({ guildId: OTHER_GUILD, week: "2024-W01" }),
      ]);
      await store.purgeGaps("2025-W47");
      expect((await store.readGaps(GUILD, "2000-W01")).map(({ week }) => week)).toEqual(["2025-W47"]);
      expect(await store.listGuilds()).toEqual([GUILD]);
    });
  });

  test("nothing is left of a server that is forgotten, and all of the others", async () => {
    const { store } = await openNew();
    for (const guildId of [GUILD, OTHER_GUILD]) {
      await store.changeSettings(guildId, (settings) => ({
        ...settings,
        askPlaces: [{ id: "1", kind: "channel" }],
      }));
      await store.keepDocument(guildId, document("a"), { replaces: false, quota: QUOTA });
      await store.countGaps([gap({ guildId })]);
    }
    await store.forget(GUILD);
    expect(await store.listGuilds()).toEqual([OTHER_GUILD]);
    expect(await store.readState(GUILD)).toEqual({ settings: DEFAULT_SETTINGS, documentsVersion: undefined });
    expect(await store.readDocuments(GUILD)).toEqual({ version: undefined, documents: [] });
    expect(await store.readGaps(GUILD, "2000-W01")).toEqual([]);
    expect(await store.listDocuments(OTHER_GUILD)).toHaveLength(1);
  });

  describe("departures", () => {
    test("a server is gone since the day on which it was first missed, until it is found again", async () => {
      const { store } = await openNew();
      const found = { here: [OTHER_GUILD], gone: [GUILD] };
      expect([...(await store.noteDepartures(found, "2026-11-01"))]).toEqual([[GUILD, "2026-11-01"]]);
      expect([...(await store.noteDepartures(found, "2026-11-05"))]).toEqual([[GUILD, "2026-11-01"]]);
      await store.noteDepartures({ here: [GUILD], gone: [] }, "2026-11-06");
      expect([...(await store.noteDepartures(found, "2026-11-07"))]).toEqual([[GUILD, "2026-11-07"]]);
    });

    test("ten thousand servers are noted at once", async () => {
      const { store } = await openNew();
      const gone = Array.from({ length: 10_000 }, (_, number) => String(10n ** 18n + BigInt(number)));
      expect((await store.noteDepartures({ here: gone, gone }, "2026-11-01")).size).toBe(10_000);
    });
  });

  test("a reading is kept only for the text that was read", async () => {
    const { store } = await openNew();
    await add(store, "a");
    const reading = { by: "another reader", json: "{}" };
    await store.keepReading(GUILD, { id: "a", text: "something else" }, reading);
    expect((await store.readDocument(GUILD, "a"))?.reading).toEqual(document("a").reading);
    await store.keepReading(GUILD, document("a"), reading);
    expect((await store.readDocument(GUILD, "a"))?.reading).toEqual(reading);
  });

  test("the thresholds chosen last for a server are kept as exactly as they were chosen", async () => {
    const { store } = await openNew();
    const chosen = { answerFrom: 0.1 + 0.2, clarifyFrom: 1 / 3 };
    await store.keepCalibration(GUILD, { of: "documents", policy: chosen });
    expect(await store.readCalibration(GUILD)).toBeUndefined();
    await add(store, "a");
    await store.keepCalibration(GUILD, { of: "documents", policy: { answerFrom: 0, clarifyFrom: 0 } });
    await store.keepCalibration(GUILD, { of: "other documents", policy: chosen });
    expect(await store.readCalibration(GUILD)).toEqual({ of: "other documents", policy: chosen });
    expect(await store.readCalibration(OTHER_GUILD)).toBeUndefined();
    await store.forget(GUILD);
    await add(store, "a");
    expect(await store.readCalibration(GUILD)).toBeUndefined();
  });

  test("the words of a removed document are in no file any more", async () => {
    const { store, address } = await openNew();
    if (address.kind !== "sqlite") return;
    const words = "zanzibarquokka";
    await store.keepDocument(GUILD, document("a", { text: words.repeat(500) }), {
      replaces: false,
      quota: QUOTA,
    });
    expect(filesHold(address.file, words)).toBe(true);
    await store.removeDocument(GUILD, "a");
    expect(filesHold(address.file, words)).toBe(false);
  });

  test("eight processes that start at once on an empty database all come up", async () => {
    const address = await engine.newDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openAgain(address)));
    await Promise.all(stores.map((store) => store.countGaps([gap()])));
    expect((await stores[0]?.readGaps(GUILD, "2026-W01"))?.map(({ count }) => count)).toEqual([8]);
  });
});

function filesHold(file: string, words: string): boolean {
  const files = readdirSync(dirname(file)).map((name) => join(dirname(file), name));
  return files.some((each) => readFileSync(each).includes(words));
}
