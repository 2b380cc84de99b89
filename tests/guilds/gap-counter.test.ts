import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGapCounter, type GapCounter } from "../../src/guilds/gap-counter.ts";
import type { Store } from "../../src/guilds/store.ts";
import { closeStores, GUILD, openInMemory, openUnreliable, OTHER_GUILD } from "./support/stores.ts";

closeStores();
beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

const SECOND = 1_000;
const WEEK = 7 * 24 * 60 * 60 * SECOND;
/** A Sunday of the week 2026-W47. */
const NOW = Date.UTC(2026, 10, 22, 9);
const EVER = "2000-W01";

const GAP = { guildId: GUILD, entity: "role:devops-engineer", topic: "visas", reason: "topic-not-covered" };

function counterOver(store: Store) {
  const clock = { time: NOW };
  const failures: unknown[] = [];
  const counter = createGapCounter({
    store,
    now: () => clock.time,
    onFailure: (error) => failures.push(error),
  });
  return { counter, clock, failures };
}

const times = (counter: GapCounter, count: number, gap = GAP): void => {
  for (let time = 0; time < count; time += 1) counter.count(gap);
};
const countsIn = async (store: Store) =>
  (await store.readGaps(GUILD, EVER)).map(({ week, topic, count }) => [week, topic, count]);

test("what is counted is kept within seconds, added up, by week", async () => {
  const store = await openInMemory();
  const { counter, clock } = counterOver(store);
  times(counter, 3);
  times(counter, 2, { ...GAP, topic: "age" });
  clock.time += WEEK;
  times(counter, 1);
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  await expect.poll(() => countsIn(store)).toHaveLength(3);
  expect(await countsIn(store)).toEqual([
    ["2026-W47", "age", 2],
    ["2026-W47", "visas", 3],
    ["2026-W48", "visas", 1],
  ]);
});

test("what is counted is kept at once when that is asked for", async () => {
  const store = await openInMemory();
  const { counter } = counterOver(store);
  times(counter, 1);
  await counter.flush();
  expect(await countsIn(store)).toEqual([["2026-W47", "visas", 1]]);
});

test("nothing is written while nothing is counted", async () => {
  const { store, calls } = await openUnreliable();
  const { counter } = counterOver(store);
  await counter.flush();
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  expect(calls.get("countGaps")).toBeUndefined();
});

test("no count is lost while the database fails, and none is counted twice", async () => {
  const database = await openUnreliable();
  const { counter, failures } = counterOver(database.store);
  database.fail();
  times(counter, 3);
  await expect(counter.flush()).rejects.toThrow("the database failed");
  times(counter, 2);
  await vi.advanceTimersByTimeAsync(6 * SECOND);
  expect(failures).toHaveLength(3);
  database.mend();
  times(counter, 1);
  await Promise.all([counter.flush(), counter.flush()]);
  expect(await countsIn(database.store)).toEqual([["2026-W47", "visas", 6]]);
});

test("a database that hangs is asked once at a time, and leaves no queue however long it hangs", async () => {
  const database = await openUnreliable();
  const { counter, failures } = counterOver(database.store);
  database.hang();
  for (let minute = 0; minute < 10; minute += 1) {
    times(counter, 1);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
  }
  expect(database.calls.get("countGaps")).toBe(1);
  database.mend();
  database.fail();
  await counter.stop();
  expect(database.calls.get("countGaps")).toBe(2);
  expect(failures).toHaveLength(2);
  database.mend();
  await counter.flush();
  expect(await countsIn(database.store)).toEqual([["2026-W47", "visas", 10]]);
});

test("so many counts wait for a database at most, and it is said how many are lost", async () => {
  const database = await openUnreliable();
  const { counter, failures } = counterOver(database.store);
  database.fail();
  for (let number = 0; number < 10_500; number += 1) counter.count({ ...GAP, topic: `topic-${number}` });
  times(counter, 1, { ...GAP, topic: "topic-1" });
  await expect(counter.flush()).rejects.toThrow("the database failed");
  database.mend();
  await counter.stop();
  const kept = await countsIn(database.store);
  expect(kept).toHaveLength(10_000);
  expect(kept).toContainEqual(["2026-W47", "topic-1", 2]);
  expect(failures.map(String)).toEqual(["Error: 500 counts were lost: too many wait for the database"]);
});

test("counts of before 52 weeks are purged, when the bot starts and week by week", async () => {
  const store = await openInMemory();
  const weeks = ["2025-W46", "2025-W47", "2025-W48"];
  await store.countGaps(weeks.map((week) => ({ ...GAP, week, count: 1 })));
  const { clock } = counterOver(store);
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  await expect.poll(() => countsIn(store)).toHaveLength(2);
  clock.time += WEEK;
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  await expect.poll(() => countsIn(store)).toEqual([["2025-W48", "visas", 1]]);
});

test("a purge that fails is tried again", async () => {
  const database = await openUnreliable();
  await database.store.countGaps([{ ...GAP, week: "2024-W01", count: 1 }]);
  const { failures } = counterOver(database.store);
  database.fail();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  expect(failures).toHaveLength(1);
  database.mend();
  await vi.advanceTimersByTimeAsync(2 * SECOND);
  await expect.poll(() => countsIn(database.store)).toEqual([]);
});

test("what waits is kept when the bot stops, and nothing is tried afterwards", async () => {
  const { store, calls } = await openUnreliable();
  const { counter } = counterOver(store);
  times(counter, 2);
  await counter.stop();
  expect(await countsIn(store)).toEqual([["2026-W47", "visas", 2]]);
  times(counter, 1);
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  expect(calls.get("countGaps")).toBe(1);
});

test("a bot whose database fails stops all the same", async () => {
  const database = await openUnreliable();
  const { counter, failures } = counterOver(database.store);
  database.fail();
  times(counter, 1);
  await counter.stop();
  expect(failures).toHaveLength(1);
});

test("counts of a server that is forgotten are given up, those of the others are not", async () => {
  const database = await openUnreliable();
  const { counter } = counterOver(database.store);
  times(counter, 1);
  times(counter, 1, { ...GAP, guildId: OTHER_GUILD });
  database.fail();
  await expect(counter.flush()).rejects.toThrow("the database failed");
  database.mend();
  await Promise.all([counter.drop(GUILD), counter.flush()]);
  expect(await countsIn(database.store)).toEqual([]);
  expect(await database.store.readGaps(OTHER_GUILD, EVER)).toHaveLength(1);
});

test("a server is given up only after what is being written of it is written, so that it can be deleted", async () => {
  const database = await openUnreliable();
  const { counter } = counterOver(database.store);
  database.hang();
  times(counter, 1);
  const writing = counter.flush();
  const order: string[] = [];
  const dropping = counter.drop(GUILD).then(() => order.push("given up"));
  await expect.poll(() => database.calls.get("countGaps")).toBe(1);
  database.pass();
  expect(await countsIn(database.store)).toHaveLength(1);
  order.push("written");
  database.mend();
  await Promise.all([writing, dropping]);
  expect(order).toEqual(["written", "given up"]);
});
