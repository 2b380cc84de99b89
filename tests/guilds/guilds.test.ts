import { describe, expect, test, vi } from "vitest";
import { createAssistant, type Assistant } from "../../src/guilds/assistant.ts";
import { createGuildDocuments } from "../../src/guilds/documents.ts";
import { createGuildAssistants } from "../../src/guilds/guild-assistants.ts";
import { DEFAULT_SETTINGS } from "../../src/guilds/guild-settings.ts";
import { createGuilds, type Guilds } from "../../src/guilds/guilds.ts";
import type { Store, Watcher } from "../../src/guilds/store.ts";
import type { ReadUpload } from "../../src/guilds/uploads.ts";
import { loadEngine, SHIPPED_FOLDER } from "../../src/load-engine.ts";
import { understand } from "../../src/uploads/understand.ts";
import { BROKEN, clubArticle, file } from "./support/articles.ts";
import { closeStores, GUILD, openInMemory, openUnreliable, OTHER_GUILD } from "./support/stores.ts";

closeStores();

const engine = await loadEngine(SHIPPED_FOLDER);
const assistant = createAssistant(engine);
const base = { engine, assistant };
const { glossary } = engine.knowledge;
const NOW = Date.UTC(2026, 10, 22, 9);
const WEEK = 7 * 24 * 60 * 60 * 1_000;

const read: ReadUpload = async (order) => understand(order);

/** Servers over a store, as the program puts them together. */
function guildsOver(store: Store) {
  const clock = { time: NOW };
  const failures: unknown[] = [];
  const now = (): number => clock.time;
  const onFailure = (error: unknown): void => void failures.push(error);
  const documents = createGuildDocuments({
    store,
    glossary: () => glossary,
    read,
    readBy: () => "this program",
    now,
  });
  const assistants = createGuildAssistants({
    base: () => base,
    load: (guildId) => documents.load(guildId),
    mostBytes: 1e9,
    onFailure,
  });
  const clocks = { now, elapsed: now };
  const guilds = createGuilds({ store, documents, base: () => base, assistants, ...clocks, onFailure });
  return { guilds, clock, failures };
}

/** A store in memory whose database tells of changes when the test does. */
async function openTelling() {
  const store = await openInMemory();
  const watchers: Watcher[] = [];
  return {
    store: { ...store, watch: (watcher: Watcher) => void watchers.push(watcher) },
    tell: (guildId: string | undefined) => watchers.forEach(({ onChange }) => onChange(guildId)),
  };
}

/** A machine under load may take a while. */
const PATIENCE = { timeout: 20_000, interval: 20 };

const club = (place = "Lisbon") => file("club.md", clubArticle(place));
const answer = (asked: Assistant): string => JSON.stringify(asked.ask("Where does the Zorblax Guild meet?"));
const GAP = { guildId: GUILD, entity: "role:devops-engineer", topic: "visa", reason: "topic-not-covered" };

/** On a busy machine it takes longer to build than a member waits. */
const waitForPorto = (guilds: Guilds): Promise<void> =>
  vi.waitFor(async () => expect(answer(await guilds.assistantOf(GUILD))).toContain("Porto"), PATIENCE);

describe("answers in a server", () => {
  test("come from a document as soon as it is uploaded, replaced, removed", async () => {
    const { guilds } = guildsOver(await openInMemory());
    expect(answer(await guilds.assistantOf(GUILD))).not.toContain("Lisbon");
    await guilds.documents.upload(GUILD, club());
    expect(answer(await guilds.assistantOf(GUILD))).toContain("Lisbon");
    await guilds.documents.upload(GUILD, club("Porto"), "our-club");
    expect(answer(await guilds.assistantOf(GUILD))).toContain("Porto");
    await guilds.documents.remove(GUILD, "our-club");
    expect(await guilds.assistantOf(GUILD)).toBe(assistant);
  });

  test("are over its documents and the built-in ones together", async () => {
    const { guilds } = guildsOver(await openInMemory());
    await guilds.documents.upload(GUILD, club());
    const own = await guilds.assistantOf(GUILD);
    expect(own.contents.documents).toBe(assistant.contents.documents + 1);
    expect(own.ask("What does a DevSecOps engineer do?").kind).toBe("answer");
  });

  test("come from the shared assistant outside of servers and where there are no own documents", async () => {
    const { guilds } = guildsOver(await openInMemory());
    await guilds.documents.upload(OTHER_GUILD, club());
    await guilds.changeSettings(GUILD, (settings) => ({ ...settings, language: "es" }));
    expect(await guilds.assistantOf(null)).toBe(assistant);
    expect(await guilds.assistantOf(GUILD)).toBe(assistant);
  });

  test("stay the same after a file with problems", async () => {
    const { guilds } = guildsOver(await openInMemory());
    await guilds.documents.upload(GUILD, club());
    const own = await guilds.assistantOf(GUILD);
    await guilds.documents.upload(GUILD, file("club.md", BROKEN), "our-club");
    expect(await guilds.assistantOf(GUILD)).toBe(own);
  });

  test("come from a document that another process took within a minute, and are never kept waiting for it", async () => {
    const store = await openInMemory();
    const { guilds, clock } = guildsOver(store);
    await guilds.documents.upload(GUILD, club());
    await guildsOver(store).guilds.documents.upload(GUILD, club("Porto"), "our-club");
    clock.time += 60_000;
    expect(answer(await guilds.assistantOf(GUILD))).toContain("Lisbon");
    await waitForPorto(guilds);
  });

  test("come from a document that another process took as soon as it is told of, and from none that it forgot", async () => {
    const { store, tell } = await openTelling();
    const { guilds } = guildsOver(store);
    const { guilds: elsewhere } = guildsOver(store);
    await guilds.documents.upload(GUILD, club());
    await guilds.documents.upload(OTHER_GUILD, club());
    const other = await guilds.assistantOf(OTHER_GUILD);
    await elsewhere.documents.upload(GUILD, club("Porto"), "our-club");
    tell(GUILD);
    await waitForPorto(guilds);
    await elsewhere.forget(GUILD);
    expect(answer(await guilds.assistantOf(GUILD))).toContain("Porto");
    tell(GUILD);
    expect(await guilds.assistantOf(GUILD)).toBe(assistant);
    expect(await guilds.assistantOf(OTHER_GUILD)).toBe(other);
  });

  test("come from what all servers have by now where a process may have missed a change", async () => {
    const { store, tell } = await openTelling();
    const { guilds } = guildsOver(store);
    const { guilds: elsewhere } = guildsOver(store);
    for (const guildId of [GUILD, OTHER_GUILD]) await guilds.documents.upload(guildId, club());
    const same = await guilds.assistantOf(OTHER_GUILD);
    await elsewhere.documents.upload(GUILD, club("Porto"), "our-club");
    tell(undefined);
    await waitForPorto(guilds);
    expect(await guilds.assistantOf(OTHER_GUILD)).toBe(same);
  });

  test("go on from what was known while the database fails", async () => {
    const database = await openUnreliable();
    const { guilds, clock } = guildsOver(database.store);
    await guilds.documents.upload(GUILD, club());
    await guilds.changeSettings(GUILD, (settings) => ({ ...settings, language: "es" }));
    database.fail();
    clock.time += WEEK;
    expect(answer(await guilds.assistantOf(GUILD))).toContain("Lisbon");
    expect((await guilds.settingsOf(GUILD)).language).toBe("es");
    expect(await guilds.assistantOf(OTHER_GUILD)).toBe(assistant);
    await expect(guilds.documents.upload(GUILD, club("Porto"), "our-club")).rejects.toThrow(
      "the database failed",
    );
    await expect(guilds.changeSettings(GUILD, (settings) => settings)).rejects.toThrow("the database failed");
  });
});

test("outside of servers the defaults hold, and nobody asks the database", async () => {
  const { store, calls } = await openUnreliable();
  const { guilds } = guildsOver(store);
  expect(await guilds.settingsOf(null)).toBe(DEFAULT_SETTINGS);
  expect(await guilds.assistantOf(null)).toBe(assistant);
  expect(calls.size).toBe(0);
});

test("gaps are there as soon as they are counted, for as many weeks as asked, this one included", async () => {
  const { guilds, clock } = guildsOver(await openInMemory());
  guilds.gaps.count(GAP);
  clock.time += WEEK;
  guilds.gaps.count(GAP);
  guilds.gaps.count(GAP);
  const counts = async (weeks: number) => (await guilds.readGaps(GUILD, weeks)).map(({ count }) => count);
  expect([await counts(1), await counts(2)]).toEqual([[2], [1, 2]]);
  expect(await guilds.readGaps(OTHER_GUILD, 52)).toEqual([]);
});

test("a server that is forgotten leaves nothing, kept or waiting, and is answered like a new one", async () => {
  const store = await openInMemory();
  const { guilds } = guildsOver(store);
  for (const guildId of [GUILD, OTHER_GUILD]) {
    await guilds.documents.upload(guildId, club());
    await guilds.changeSettings(guildId, (settings) => ({ ...settings, language: "es" }));
    guilds.gaps.count({ ...GAP, guildId });
  }
  await guilds.forget(GUILD);
  await guilds.gaps.flush();
  expect(await store.listGuilds()).toEqual([OTHER_GUILD]);
  expect(await guilds.settingsOf(GUILD)).toEqual(DEFAULT_SETTINGS);
  expect(await guilds.assistantOf(GUILD)).toBe(assistant);
  expect(await guilds.readGaps(OTHER_GUILD, 1)).toHaveLength(1);
  expect(answer(await guilds.assistantOf(OTHER_GUILD))).toContain("Lisbon");
});

test("a server that cannot be forgotten now stays as it was, and who asked is told", async () => {
  const database = await openUnreliable();
  const { guilds } = guildsOver(database.store);
  await guilds.documents.upload(GUILD, club());
  database.fail();
  await expect(guilds.forget(GUILD)).rejects.toThrow("the database failed");
  database.mend();
  expect(answer(await guilds.assistantOf(GUILD))).toContain("Lisbon");
});

test("a bot that stops keeps what waits", async () => {
  const { store } = await openUnreliable();
  const written: unknown[] = [];
  const { guilds } = guildsOver({
    ...store,
    countGaps: async (gaps) => {
      written.push(...gaps);
      await store.countGaps(gaps);
    },
    stop: async () => void written.push("closed"),
  });
  guilds.gaps.count(GAP);
  await guilds.stop();
  expect(written).toEqual([{ ...GAP, week: "2026-W47", count: 1 }, "closed"]);
});
