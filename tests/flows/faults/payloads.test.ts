import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import type { Json } from "../../support/json.ts";
import { portOf } from "../../support/port.ts";
import { samples } from "../support/bot.ts";
import { run, START_TIMEOUT } from "../support/program.ts";
import { ANSWER, begin, openDiscord, QUESTION } from "../support/stage.ts";

const CEH = { name: "CEH" };

const withUnknownFields = (payload: Json): Json => ({
  ...payload,
  brand_new: { deep: [null] },
  nonce: null,
  referenced_message: null,
});

test("a message with unknown fields, and nulls where something may be, is answered", async (context) => {
  const { discord, bot } = await begin(context);
  const said = await discord.member("ada").says(QUESTION, { mentionBot: true, alter: withUnknownFields });
  expect((await discord.replyTo(said)).text).toContain(ANSWER);
  expect(await samples(bot, "failures")).toEqual(["failures_total 0"]);
});

/** Events with nulls where discord.js wants something. */
const broken = (guildId: string): readonly (readonly [name: string, data: Json])[] => [
  ["SOMETHING_NEW", { what: null }],
  ["MESSAGE_CREATE", { id: null, channel_id: null, content: null, author: null, mentions: null }],
  ["MESSAGE_UPDATE", { guild_id: guildId }],
  ["MESSAGE_DELETE_BULK", { guild_id: guildId, channel_id: guildId, ids: null }],
  ["INTERACTION_CREATE", { id: "1", type: 2, token: null, data: null, user: null, member: null }],
  ["INTERACTION_CREATE", { id: "2", type: 77 }],
  ["GUILD_MEMBER_ADD", { guild_id: guildId, user: null }],
  ["GUILD_ROLE_CREATE", { guild_id: guildId, role: null }],
  ["CHANNEL_CREATE", { guild_id: guildId, id: "3", type: 99 }],
  ["GUILD_CREATE", { id: "4", unavailable: false }],
  ["GUILD_DELETE", {}],
];

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const port = portOf(server);
  server.close();
  await once(server, "close");
  return port;
}

const LOST = /^rolecall_(?:failures|unhandled_rejections)_total (\d+)$/gm;

test(
  "events that nobody can read end nothing, and their loss is logged and counted",
  { timeout: START_TIMEOUT },
  async (context) => {
    const discord = await openDiscord(context, { patience: START_TIMEOUT });
    const port = await freePort();
    const { started, ended } = run({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.restUrl,
      HTTP_PORT: String(port),
    });
    context.onTestFinished(() => void started.kill("SIGKILL"));
    await discord.ready();
    await discord.commandsRegistered();
    expect((await discord.member("ada").uses("cert", CEH)).text).toContain("CEH is advised");
    for (const [name, data] of broken(discord.home.id)) discord.dispatch(name, data);
    await discord.calm();
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    await discord.calm();
    expect((await discord.member("ben").uses("cert", { name: "OSCP" })).text).not.toBe("");
    const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const lost = [...metrics.matchAll(LOST)].reduce((sum, [, count]) => sum + Number(count), 0);
    started.kill("SIGTERM");
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    const logged = stderr.split("\n").filter((line) => /"msg":"(?:unhandled|failed)"/.test(line));
    expect(lost).toBeGreaterThan(0);
    expect(logged).toHaveLength(lost);
    expect(discord.answersTo(said)).toHaveLength(1);
    discord.takeViolations();
  },
);
