import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Assistant } from "../../src/guilds/assistant.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { assistant, logged, startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";

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

const QUESTION = "What skills does a DevSecOps engineer need?";
/** A busy machine takes a while to try a request three times. */
const PATIENCE = { timeout: 10_000 };
const CEH = { name: "CEH" };

describe("trouble at Discord", () => {
  test("a send that keeps failing is logged once, with its status and without its content", async () => {
    discord.fail({ method: "POST", path: "/messages", times: 100, trouble: { kind: "status", status: 500 } });
    await discord.member("ada").says(QUESTION, { mentionBot: true });
    await expect.poll(() => logged(bot, "failed").length, PATIENCE).toBe(1);
    expect(logged(bot, "failed")).toMatchObject([{ level: "error", isTold: false, err: { status: 500 } }]);
    expect(bot.lines.join("")).not.toContain("Jenkins");
    discord.clearFaults();
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    expect((await discord.replyTo(said)).text).toContain("Python, Jenkins and patience.");
  });
});

describe("a channel where the bot may not speak", () => {
  test("is left alone without asking Discord, and the silence is counted", async () => {
    discord.deny(discord.channel("general"), "SendMessages");
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    await discord.silence(said);
    await discord.silence(await discord.member("ada").says(QUESTION, { mentionBot: true }));
    expect(logged(bot, "skipped")).toMatchObject([
      { reason: "missing-permission", count: 1 },
      { reason: "missing-permission", count: 2 },
    ]);
  });

  test("is a thread of a channel where it may write, but not in threads", async () => {
    const channel = discord.channel("career-questions");
    discord.deny(channel, "SendMessagesInThreads");
    const post = await discord.member("ada").posts({ title: "Skills", text: QUESTION, forum: channel });
    await expect(discord.silence(post)).resolves.toBeUndefined();
    expect(logged(bot, "skipped")).toMatchObject([{ reason: "missing-permission", count: 1 }]);
  });

  test("of which it may not read the history gets an answer that refers to nothing", async () => {
    discord.deny(discord.channel("general"), "ReadMessageHistory");
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    const reply = await discord.replyTo(said);
    expect([reply.text.split("\n")[0], reply.repliesTo]).toEqual([
      "Python, Jenkins and patience.",
      undefined,
    ]);
  });
});

const line = (reference: unknown): string =>
  `(only you see this)\nSomething went wrong on my side. Please try again; if it stays, tell the operator the reference ${String(reference)}.`;

/** The reference that the log has, once it has one. */
async function referenceInLog(): Promise<unknown> {
  await expect.poll(() => logged(bot, "failed").length, PATIENCE).toBe(1);
  const [failure] = logged(bot, "failed");
  expect(failure).toMatchObject({ level: "error", isTold: true, err: { message: "the index is gone" } });
  return failure?.["reference"];
}

describe("a mistake of the bot itself", () => {
  const broken: Assistant = {
    ...assistant,
    ask: () => {
      throw new Error("the index is gone");
    },
    run: () => {
      throw new Error("the index is gone");
    },
    complete: () => {
      throw new Error("the index is gone");
    },
    stale: () => {
      throw new Error("the index is gone");
    },
  };
  beforeEach(async () => {
    await bot.stop();
    bot = await startBot(discord, { assistant: broken });
  });

  test("in a command gives the member one private line, and the log the same reference", async () => {
    const reply = await discord.member("ada").uses("cert", CEH);
    expect(readReply(reply)).toBe(line(await referenceInLog()));
    expect(await bot.metrics()).toContain("\nrolecall_failures_total 1\n");
  });

  test("in the menu of a message gives one private line with the reference of the log", async () => {
    const said = await discord.member("ada").says(QUESTION);
    const reply = await discord.member("ben").opensMenu("Find an answer", said);
    expect(readReply(reply)).toBe(line(await referenceInLog()));
  });

  test("behind a menu's option gives one private line with the reference of the log", async () => {
    await bot.stop();
    bot = await startBot(discord);
    const card = await discord.member("ada").uses("role", { name: "DevSecOps engineer" });
    await bot.stop();
    bot = await startBot(discord, { assistant: broken });
    const [menu] = card.selects;
    const option = menu?.options[0]?.value ?? "";
    const reply = await discord.member("ada").chooses(card, menu?.customId ?? "", [option]);
    expect(readReply(reply)).toBe(line(await referenceInLog()));
  });

  test("in a moderation command gives one private line with the reference of the log", async () => {
    const mara = discord.member("mara", { permissions: ["ManageGuild"] });
    const reply = await mara.uses("/knowledge stale");
    expect(readReply(reply)).toBe(line(await referenceInLog()));
  });

  test("in an answer to a message gives one line", async () => {
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    const { text } = await discord.replyTo(said);
    expect(`(only you see this)\n${text}`).toBe(line(await referenceInLog()));
  });

  test("in an ask channel is silent, and logged", async () => {
    await discord.silence(await discord.member("ada").says(QUESTION, { channel: "career-questions" }));
    expect(logged(bot, "failed")).toMatchObject([{ isTold: false, err: { message: "the index is gone" } }]);
  });

  test("while typing costs the completions only", async () => {
    expect(await discord.member("ada").types("role", "name", "dev")).toEqual([]);
    expect(logged(bot, "could not complete an option")).toMatchObject([
      { command: "role", option: "name", err: { message: "the index is gone" } },
    ]);
    expect(await bot.metrics()).toContain("\nrolecall_failures_total 1\n");
  });
});
