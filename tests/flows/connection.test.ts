import { GatewayIntentBits } from "discord.js";
import { afterEach, describe, expect, test } from "vitest";
import { DiscordRefusal } from "../../src/discord/discord-refusal.ts";
import { defineModeration } from "../../src/discord/moderation/definitions.ts";
import { HANDLED } from "../../src/discord/moderation/handlers.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Json } from "../support/json.ts";
import { assistant, logged, startBot, type StartedBot } from "./support/bot.ts";

let discord: LoopbackDiscord;
let bot: StartedBot | undefined;

afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await discord.close();
});

const QUESTION = "What skills does a DevSecOps engineer need?";

describe("intents", () => {
  const always =
    GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

  test("message content is asked for where its switch is on", async () => {
    discord = await startLoopbackDiscord({ messageContent: true });
    bot = await startBot(discord);
    expect(discord.identifies.map(({ intents }) => intents)).toEqual([
      always | GatewayIntentBits.MessageContent,
    ]);
  });

  test("message content is not asked for where its switch is off", async () => {
    discord = await startLoopbackDiscord({ messageContent: false });
    bot = await startBot(discord);
    expect(discord.identifies.map(({ intents }) => intents)).toEqual([always]);
  });
});

describe("registration", () => {
  const moderation = defineModeration(HANDLED).map(({ name }) => name);

  test("happens at the first start, for every command and the entry of a message's menu", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    expect(discord.registeredCommands.map(({ name }) => name)).toEqual([
      ...assistant.commands.map(({ name }) => name),
      ...moderation,
      "Find an answer",
    ]);
    const count = assistant.commands.length + moderation.length + 1;
    expect(logged(bot, "registered the commands")).toEqual([
      { level: "info", count, msg: "registered the commands" },
    ]);
  });

  test("writes nothing at a second start with the same commands", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    await bot.stop();
    bot = await startBot(discord);
    expect(discord.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
    expect(logged(bot, "the commands are registered already")).toHaveLength(1);
  });

  test("writes them again when one differs", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    await bot.stop();
    bot = await startBot(discord, { assistant: { ...assistant, commands: assistant.commands.slice(1) } });
    expect(discord.requests.filter(({ method }) => method === "PUT")).toHaveLength(2);
  });

  test("that Discord refuses leaves the bot running with the commands that are there", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    await bot.stop();
    discord.fail({ method: "GET", path: /commands$/, trouble: { kind: "status", status: 403 } });
    bot = await startBot(discord);
    expect(logged(bot, "the commands could not be registered; those that Discord holds stay")).toMatchObject([
      { err: { status: 403 } },
    ]);
    expect((await discord.member("ada").uses("cert", { name: "CEH" })).text).toContain("CEH is advised");
  });
});

describe("a connection that ends", () => {
  test("by being cut is taken up again, and what was said meanwhile is answered", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    discord.dropConnection();
    const said = await discord.member("ada").directMessages(QUESTION);
    expect((await discord.replyTo(said)).text).toContain("Python, Jenkins and patience.");
    expect(discord.resumes).toBe(1);
    expect(discord.answersTo(said)).toHaveLength(1);
  });

  test("on request is taken up again", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    discord.sendFrame({ op: 7, d: null });
    await discord.until(() => discord.resumes === 1, "the session was not resumed");
    expect((await discord.member("ada").uses("cert", { name: "CEH" })).text).toContain("CEH is advised");
  });
});

function withUnknownFields(payload: object) {
  return { ...payload, brand_new: { deep: [null] }, message: undefined, entitlements: [], locale: null };
}

describe("what Discord delivers", () => {
  test("an event delivered twice is answered once", async () => {
    discord = await startLoopbackDiscord({ messageContent: true });
    bot = await startBot(discord);
    const said = await discord.member("ada").says(QUESTION, { channel: "career-questions" });
    await discord.replyTo(said);
    discord.repeat("MESSAGE_CREATE");
    await discord.delivered();
    expect(discord.answersTo(said)).toHaveLength(1);
    expect(
      discord.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/messages")),
    ).toHaveLength(1);
  });

  test("an event delivered again much later is answered once", async () => {
    discord = await startLoopbackDiscord({ messageContent: true });
    bot = await startBot(discord);
    const ada = discord.member("ada");
    const events: Json[] = [];
    const alter = (payload: Json): Json => {
      events.push(payload);
      return payload;
    };
    const said = await ada.says(QUESTION, { mentionBot: true, alter });
    await discord.replyTo(said);
    for (let count = 0; count < 30; count++) await ada.says("so it goes");
    discord.dispatch("MESSAGE_CREATE", events[0] ?? {});
    await discord.delivered();
    await expect
      .poll(() => logged({ entries: bot?.entries ?? [] }, "skipped"))
      .toMatchObject([{ reason: "delivered-twice", count: 1 }]);
    expect(discord.answersTo(said)).toHaveLength(1);
  });

  test("events that nobody can read end nothing", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    discord.dispatch("SOMETHING_NEW", { what: null });
    discord.dispatch("MESSAGE_CREATE", {
      id: "1",
      channel_id: "404",
      guild_id: "405",
      content: "?",
      author: { id: "1", username: "x" },
    });
    await discord.delivered();
    expect((await discord.member("ada").uses("cert", { name: "CEH" })).text).toContain("CEH is advised");
  });

  test("unknown fields and nulls in an interaction cost nothing", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    const reply = await discord.member("ada").uses("cert", { name: "CEH" }, { alter: withUnknownFields });
    expect(reply.text).toContain("CEH is advised");
  });
});

describe("a token that Discord refuses", () => {
  test("ends the start with one line that tells how to mend it", async () => {
    discord = await startLoopbackDiscord();
    const start = startBot(discord, { token: "wrong.token.here" });
    await expect(start).rejects.toBeInstanceOf(DiscordRefusal);
    await expect(start).rejects.toThrow(
      /^Discord refuses DISCORD_TOKEN: take a new one from the Bot page of https:\/\/discord.com\/developers\/applications\.$/,
    );
    discord.takeViolations();
  });
});

describe("stopping", () => {
  test("finishes the answer that was begun and takes no more", async () => {
    discord = await startLoopbackDiscord();
    bot = await startBot(discord);
    discord.fail({ path: "/callback", trouble: { kind: "rate-limit", retryAfter: 0.2, isGlobal: false } });
    const begun = discord.member("ada").uses("cert", { name: "CEH" });
    await discord.until(
      () => discord.requests.some(({ path }) => path.includes("/callback")),
      "nothing was begun",
    );
    const stopped = bot.stop();
    bot = undefined;
    const late = await discord.member("ben").says(QUESTION, { mentionBot: true });
    await stopped;
    const answered = discord.requests.filter(
      ({ path, status }) => path.endsWith("/callback") && status === 204,
    );
    expect(answered).toHaveLength(1);
    expect((await begun).text).toContain("CEH is advised");
    expect(discord.answersTo(late)).toEqual([]);
  });
});
