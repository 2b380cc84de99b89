import { afterEach, expect, test } from "vitest";
import { IDENTIFY_DISTANCE } from "../support/gateway.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

const TIMEOUT = 60_000;
const COUNT = 4;
const CONCURRENCY = 2;
/** Milliseconds that the way to Discord may take more for one frame than for another. */
const JITTER = 100;

let discord: LoopbackDiscord;
const bots: StartedBot[] = [];

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
  await discord.close();
}, TIMEOUT);

/** Milliseconds between one identify and the next in the same bucket, for these shards together. */
function distances(shards: readonly number[]): readonly number[] {
  const own = discord.identifies.filter(({ shard: [id] }) => shards.includes(id));
  return Array.from({ length: CONCURRENCY }, (_, bucket) => {
    const times = own.filter(({ shard: [id] }) => id % CONCURRENCY === bucket).map(({ at }) => at);
    return times.slice(1).map((at, before) => at - (times[before] ?? 0));
  }).flat();
}

test("a process identifies no more shards at a time than Discord allows", { timeout: TIMEOUT }, async () => {
  discord = await startLoopbackDiscord({ shards: COUNT, maxConcurrency: CONCURRENCY, patience: TIMEOUT });
  bots.push(await startBot(discord));
  expect(discord.identifies).toHaveLength(COUNT);
  const between = distances([0, 1, 2, 3]);
  expect(between).toHaveLength(COUNT - CONCURRENCY);
  expect(Math.min(...between)).toBeGreaterThan(IDENTIFY_DISTANCE - JITTER);
});

test(
  "processes that start together are refused where they meet, and each tries again no sooner than it may",
  { timeout: TIMEOUT },
  async () => {
    discord = await startLoopbackDiscord({ shards: COUNT, maxConcurrency: CONCURRENCY, patience: TIMEOUT });
    const halves = [
      [0, 1],
      [2, 3],
    ];
    const started = halves.map((ids) => startBot(discord, { ownShards: { ids, count: COUNT } }));
    bots.push(...(await Promise.all(started)));
    expect(discord.identifies.length).toBeGreaterThan(COUNT);
    const between = halves.flatMap(distances);
    expect(Math.min(...between)).toBeGreaterThan(IDENTIFY_DISTANCE - JITTER);
  },
);
