import { afterEach, expect, test } from "vitest";
import { describeEngines } from "../storage/support/engines.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Guild } from "../support/world.ts";
import { startBot, type StartedBot } from "./support/bot.ts";

const COUNT = 4;
const GUILDS = 24;

let discord: LoopbackDiscord;
const bots: StartedBot[] = [];

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
  await discord.close();
});

const QUESTION = { question: "What skills does a DevSecOps engineer need?" };
const ANSWER = "Python, Jenkins and patience.";

/** Which of the bots answered commands, and how many. */
const answered = (): readonly number[] =>
  bots.map(({ entries }) => entries.filter(({ msg }) => msg === "answered").length);

test("one process opens as many shards as Discord recommends, and answers on all of them", async () => {
  discord = await startLoopbackDiscord({ shards: COUNT });
  bots.push(await startBot(discord));
  expect(discord.identifies.map(({ shard }) => shard).toSorted(([one], [other]) => one - other)).toEqual([
    [0, COUNT],
    [1, COUNT],
    [2, COUNT],
    [3, COUNT],
  ]);
  for (const guild of manyGuilds()) expect(await askIn(guild)).toContain(ANSWER);
});

describeEngines("two processes that share the shards", (engine) => {
  test("answer each server once, see each other's settings, and register commands once", async () => {
    discord = await startLoopbackDiscord({ shards: COUNT });
    const database = await engine.newDatabase();
    const halves = [
      [0, 1],
      [2, 3],
    ].map((ids) => startBot(discord, { database, ownShards: { ids, count: COUNT } }));
    bots.push(...(await Promise.all(halves)));
    await discord.commandsRegistered();
    const guilds = manyGuilds();
    for (const guild of guilds) expect(await askIn(guild)).toContain(ANSWER);
    await discord.calm();
    const [first = 0, second = 0] = answered();
    expect(first + second).toBe(GUILDS);
    expect(Math.min(first, second)).toBeGreaterThan(0);
    expect(
      discord.requests.filter(({ method, path }) => method === "PUT" && path.endsWith("/commands")),
    ).toHaveLength(1);
    const ada = discord.member("ada", { permissions: ["ManageGuild"] });
    const [here, there] = guilds;
    if (!here || !there) throw new Error("there are no servers");
    await ada.in({ channel: discord.channel("hall", here) }).uses("/settings language", { language: "es" });
    const shown = await ada.in({ channel: discord.channel("hall", there) }).uses("/settings show");
    expect(shown.text).not.toContain("Spanish");
  });
});

/** A server's shard goes by the millisecond in which it was made. */
function manyGuilds(): readonly Guild[] {
  return Array.from({ length: GUILDS }, (_, number) => {
    discord.passTime(1);
    return discord.guild({ name: `Server ${number}`, channels: ["hall"] });
  });
}

async function askIn(guild: Guild): Promise<string> {
  const channel = discord.channel("hall", guild);
  // One member may not ask so often.
  return (await discord.member(`member of ${guild.name}`).in({ channel }).uses("ask", QUESTION)).text;
}
