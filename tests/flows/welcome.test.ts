import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Guild } from "../support/world.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";
import { readWords } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true });
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const HELLO = `Hello! I answer career questions from documents and show the section behind every answer.
Try \`/ask\`, \`/role\`, \`/salary\` or \`/cert\`, mention me, or open a message's menu: Apps → Find an answer.
I speak when asked, and to questions in #career-questions that a section answers. \`/help\` shows more.`;

const added = (): Guild =>
  discord.guild({ name: "New", channels: ["lobby", "talk"], systemChannel: "lobby" });

describe("a server that the bot is added to", () => {
  test("is told once, in its system channel, what the bot can do and how to start", async () => {
    const guild = added();
    await discord.until(() => logged(bot, "said hello").length > 0, "the bot did not say hello");
    const [hello, ...more] = discord.messagesIn(discord.channel("lobby", guild));
    expect(more).toEqual([]);
    expect(hello && readWords(hello)).toContain(HELLO);
    expect(discord.messagesIn(discord.channel("talk", guild))).toEqual([]);
  });

  test("can try the examples at once", async () => {
    const guild = added();
    await discord.until(() => logged(bot, "said hello").length > 0, "the bot did not say hello");
    const [hello] = discord.messagesIn(discord.channel("lobby", guild));
    if (!hello) throw new Error("the bot said nothing");
    const ada = discord.member("ada");
    const [label = ""] = [
      ...hello.buttons.map((button) => button.label),
      ...hello.selects.flatMap(({ options }) => options.map((option) => option.label)),
    ];
    const answer =
      hello.buttons.length > 0
        ? await ada.clicks(hello, label)
        : await ada.chooses(hello, "Try one", [label]);
    expect(answer.text).toContain("-# Source: [");
  });

  test("that lets it write nowhere hears nothing, which is counted", async () => {
    discord.guild({ name: "Quiet", channels: ["lobby"] });
    await expect.poll(() => logged(bot, "skipped")).toMatchObject([{ reason: "no-system-channel" }]);
  });

  test("that only comes back after an outage is not greeted again", async () => {
    const guild = added();
    await discord.until(() => logged(bot, "said hello").length > 0, "the bot did not say hello");
    discord.removeBot(guild);
    await discord.delivered();
    discord.passTime(3_600_000);
    discord.restoreBot(guild);
    await discord.calm();
    expect(logged(bot, "said hello")).toHaveLength(1);
  });
});

const described = (): readonly unknown[] =>
  discord.requests
    .filter(({ method, path }) => method === "PATCH" && path === "/applications/@me")
    .map(({ body }) => body);

describe("the profile", () => {
  test("says in three lines what the bot can do, and is written once", async () => {
    await expect.poll(described).toHaveLength(1);
    await bot.stop();
    bot = await startBot(discord);
    await discord.commandsRegistered();
    expect(described()).toHaveLength(1);
    expect(JSON.stringify(described()[0])).toContain("/help shows how to start.");
  });
});
