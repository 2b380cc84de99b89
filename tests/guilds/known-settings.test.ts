import { expect, test, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../../src/guilds/guild-settings.ts";
import { createKnownSettings, type KnownSettings } from "../../src/guilds/known-settings.ts";
import type { Store } from "../../src/guilds/store.ts";
import { closeStores, GUILD, openInMemory, openUnreliable, OTHER_GUILD } from "./support/stores.ts";

closeStores();

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** What a busy machine adds to half a second. */
const HALF_A_SECOND = 900;

/** What a process knows of the settings in a store, at a time that the test sets. */
function knownOver(store: Store) {
  const clock = { time: 0 };
  const failures: unknown[] = [];
  const looks: string[] = [];
  const known = createKnownSettings({
    store,
    now: () => clock.time,
    onFailure: (error) => failures.push(error),
    watch: { looked: (cache, outcome) => looks.push(`${cache} ${outcome}`) },
  });
  return { known, clock, failures, looks };
}

const speak = (known: KnownSettings, language: string) =>
  known.change(GUILD, (settings) => ({ ...settings, language }));
const spoken = async (known: KnownSettings) => (await known.stateOf(GUILD)).settings.language;

test("a server whose moderators decided nothing has the defaults", async () => {
  const { known } = knownOver(await openInMemory());
  expect(await known.stateOf(GUILD)).toEqual({ settings: DEFAULT_SETTINGS, documentsVersion: undefined });
});

test("a change is known at once, in its server alone", async () => {
  const { known } = knownOver(await openInMemory());
  expect((await speak(known, "es")).language).toBe("es");
  expect(await spoken(known)).toBe("es");
  expect((await known.stateOf(OTHER_GUILD)).settings).toEqual(DEFAULT_SETTINGS);
});

test("settings are read once for all who ask within a minute", async () => {
  const { store, calls } = await openUnreliable();
  const { known, clock } = knownOver(store);
  await Promise.all([spoken(known), spoken(known), spoken(known)]);
  clock.time += MINUTE - 1;
  await spoken(known);
  expect(calls.get("readState")).toBe(1);
});

test("a look into what is known is told, whether it is there or has to be read", async () => {
  const { known, clock, looks } = knownOver(await openInMemory());
  await spoken(known);
  await spoken(known);
  clock.time += MINUTE;
  await spoken(known);
  expect(looks).toEqual(["settings miss", "settings hit", "settings miss"]);
});

test("what another process changed is seen within a minute, by the first who asks then", async () => {
  const store = await openInMemory();
  const { known: one, clock } = knownOver(store);
  const { known: other } = knownOver(store);
  await speak(one, "es");
  await speak(other, "en");
  clock.time += MINUTE - 1;
  expect(await spoken(one)).toBe("es");
  clock.time += 1;
  expect(await spoken(one)).toBe("en");
});

test("a change is known although an older read arrives after it", async () => {
  const database = await openUnreliable();
  const { known } = knownOver(database.store);
  database.hang();
  const older = spoken(known);
  database.pass();
  await speak(known, "es");
  database.mend();
  expect(await older).toBe("es");
  expect(await spoken(known)).toBe("es");
});

test("a read that a newer one overtakes still says what the database said", async () => {
  const database = await openUnreliable();
  const { known } = knownOver(database.store);
  await speak(knownOver(database.store).known, "es");
  database.hang();
  const [older, newer] = [spoken(known), known.refresh(GUILD)];
  database.mend();
  expect(await older).toBe("es");
  expect((await newer).settings.language).toBe("es");
});

test("while the database fails settings are what they were last", async () => {
  const database = await openUnreliable();
  const { known, clock } = knownOver(database.store);
  await speak(known, "es");
  database.fail();
  clock.time += 2 * MINUTE;
  expect(await spoken(known)).toBe("es");
  expect((await known.refresh(GUILD)).settings.language).toBe("es");
});

test("while the database fails and nothing was known the defaults hold", async () => {
  const database = await openUnreliable();
  const { known, failures } = knownOver(database.store);
  database.fail();
  expect((await known.stateOf(GUILD)).settings).toEqual(DEFAULT_SETTINGS);
  expect(failures).toHaveLength(1);
});

test("a database that fails is asked, and reported, every five seconds for each server", async () => {
  const database = await openUnreliable();
  const { known, clock, failures } = knownOver(database.store);
  database.fail();
  for (let second = 0; second < 15; second += 1) {
    await Promise.all([spoken(known), spoken(known)]);
    clock.time += SECOND;
  }
  expect(failures).toHaveLength(3);
  await known.stateOf(OTHER_GUILD);
  expect(failures).toHaveLength(4);
});

test("a change that cannot be kept is refused, and what was known stays", async () => {
  const database = await openUnreliable();
  const { known } = knownOver(database.store);
  await speak(known, "es");
  database.fail();
  await expect(speak(known, "en")).rejects.toThrow("the database failed");
  expect(await spoken(known)).toBe("es");
});

test("a database that is back is used again within five seconds", async () => {
  const database = await openUnreliable();
  const { known, clock } = knownOver(database.store);
  await speak(knownOver(database.store).known, "es");
  database.fail();
  expect(await spoken(known)).toBeUndefined();
  database.mend();
  clock.time += 5 * SECOND;
  expect(await spoken(known)).toBe("es");
});

test("a database that hangs costs a member half a second, and the next ones nothing", async () => {
  const database = await openUnreliable();
  const { known } = knownOver(database.store);
  database.hang();
  const start = performance.now();
  expect((await known.stateOf(GUILD)).settings).toEqual(DEFAULT_SETTINGS);
  expect(performance.now() - start).toBeLessThan(HALF_A_SECOND);
  const next = performance.now();
  await known.stateOf(GUILD);
  expect(performance.now() - next).toBeLessThan(100);
});

test("while the database hangs settings are what they were last, and what it says in the end is known", async () => {
  const database = await openUnreliable();
  const { known, clock } = knownOver(database.store);
  await speak(known, "es");
  await speak(knownOver(database.store).known, "en");
  clock.time += MINUTE;
  database.hang();
  expect(await spoken(known)).toBe("es");
  database.mend();
  await expect.poll(() => spoken(known)).toBe("en");
});

test("nothing is known of a server that is forgotten, also when an older read arrives afterwards", async () => {
  const database = await openUnreliable();
  const { known, clock } = knownOver(database.store);
  await speak(known, "es");
  database.hang();
  clock.time += MINUTE;
  const older = spoken(known);
  database.pass();
  await database.store.forget(GUILD);
  known.forget(GUILD);
  database.mend();
  await older;
  expect(await spoken(known)).toBeUndefined();
});

test("what a process is told of is read again at once, for that server alone", async () => {
  const { store, calls } = await openUnreliable();
  const { known: one } = knownOver(store);
  const { known: other } = knownOver(store);
  for (const guildId of [GUILD, OTHER_GUILD]) await one.stateOf(guildId);
  await speak(other, "es");
  expect(await spoken(one)).toBeUndefined();
  one.outdate(GUILD);
  expect(await spoken(one)).toBe("es");
  await one.stateOf(OTHER_GUILD);
  expect(calls.get("readState")).toBe(3);
  one.outdate();
  for (const guildId of [GUILD, OTHER_GUILD]) await one.stateOf(guildId);
  expect(calls.get("readState")).toBe(5);
});

test("what was being read while a process is told of a change is read once more", async () => {
  const database = await openUnreliable();
  const { known: one } = knownOver(database.store);
  database.hang();
  const early = spoken(one);
  database.pass();
  const { known: other } = knownOver(database.store);
  await speak(other, "es");
  one.outdate(GUILD);
  database.mend();
  await early;
  expect(await spoken(one)).toBe("es");
});

test("what a process is told of while it changes the same settings is read once more", async () => {
  const database = await openUnreliable();
  const { known: one } = knownOver(database.store);
  const { known: other } = knownOver(database.store);
  database.hang();
  const changing = speak(one, "en");
  database.pass();
  await vi.waitFor(async () => expect((await database.store.readState(GUILD)).settings.language).toBe("en"));
  await speak(other, "es");
  one.outdate(GUILD);
  database.mend();
  await changing;
  expect(await spoken(one)).toBe("es");
});

test("a server of which a process was told is as it was known last while the database fails", async () => {
  const database = await openUnreliable();
  const { known } = knownOver(database.store);
  await speak(known, "es");
  database.fail();
  known.outdate();
  expect(await spoken(known)).toBe("es");
});
