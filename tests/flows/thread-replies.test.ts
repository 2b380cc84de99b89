import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { loadConfig } from "../../src/config.ts";
import { freshDay } from "../support/fresh-day.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import type { Said } from "../support/said.ts";
import type { Channel } from "../support/world.ts";
import { answersBy, logged, startBot, type StartedBot } from "./support/bot.ts";
import { readWords } from "./support/read-reply.ts";

/** A worker that compiles its program from the sources takes its time on a busy machine. */
const timeout = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ messageContent: true, patience: 10_000 });
  bot = await startBot(discord);
  await answerInThreads();
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const answerInThreads = async (): Promise<void> => {
  await discord
    .member("mo", { permissions: ["ManageGuild"] })
    .uses("settings reply-style", { style: "thread" });
};

const QUESTION = "What skills does a DevSecOps engineer need?";
const OTHER = "What is a DevSecOps engineer?";
const ANSWER = "Python, Jenkins and patience.";
const MISS = "what does a data scientist earn?";

/** A question, and the answer that the bot remembers. */
async function asked(text = QUESTION, channel: Channel | string = "general"): Promise<Asked> {
  const before = answersBy(bot, "message").length;
  const said = await discord.member("ada").says(text, { mentionBot: channel === "general", channel });
  const reply = await discord.replyTo(said);
  await expect.poll(() => answersBy(bot, "message").length).toBe(before + 1);
  return { said, reply };
}

interface Asked {
  readonly said: Said;
  readonly reply: Reply;
}

/** Whether an answer stands in a thread below its question. */
const isBelow = ({ said, reply }: Asked): boolean =>
  reply.channelId === said.messageId && discord.threadOf(said) !== undefined;

const threadsStarted = (): number =>
  discord.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/threads")).length;

describe("in a server whose answers go into threads", () => {
  test("a mention is answered in a thread that its question names", async () => {
    const { said, reply } = await asked();
    expect(reply.channelId).toBe(discord.threadOf(said)?.id);
    expect(discord.threadOf(said)?.name).toBe(QUESTION);
    expect(reply.text).toContain(ANSWER);
    expect([reply.repliesTo, reply.pinged]).toEqual([undefined, []]);
  });

  test("so is a question in an ask channel, and in an announcement channel", async () => {
    expect(isBelow(await asked(QUESTION, "career-questions"))).toBe(true);
    const news = discord.addChannel({ name: "news", kind: "announcement" });
    const said = await discord.member("ada").says(OTHER, { channel: news, mentionBot: true });
    expect(isBelow({ said, reply: await discord.replyTo(said) })).toBe(true);
  });

  test("a long question is shortened in the name, and mentions stand there as names", async () => {
    const ben = discord.member("ben");
    const { said } = await asked(`${QUESTION}\n${ben.mention} asked me that ${"again and ".repeat(20)}`);
    const name = discord.threadOf(said)?.name ?? "";
    expect(name).toBe(`${QUESTION} @ben asked me that again and again and again and again …`);
    expect(name.length).toBeLessThanOrEqual(100);
  });

  test("a miss that addresses the bot is told in a thread too, a command is answered where it is", async () => {
    expect(isBelow(await asked(MISS))).toBe(true);
    const reply = await discord.member("ada").uses("ask", { question: OTHER });
    expect(reply.channelId).toBe(discord.channel("general").id);
  });

  test("a mention without words is answered below, for lack of a name", async () => {
    const said = await discord.member("ada").says("", { mentionBot: true });
    const reply = await discord.replyTo(said);
    expect([reply.channelId, reply.repliesTo]).toEqual([said.channelId, said.messageId]);
  });

  test("within a thread, in a post of a forum and in direct messages answers stand below the question", async () => {
    const { said } = await asked();
    const thread = discord.threadOf(said);
    const ada = discord.member("ada");
    const forum = discord.addChannel({ name: "forum", kind: "forum" });
    const post = await ada.posts({ title: "Security", text: `<@${discord.bot.id}> ${OTHER}`, forum });
    for (const each of [
      await ada.says(OTHER, { channel: thread, mentionBot: true }),
      post,
      await ada.directMessages(OTHER),
    ]) {
      // oxlint-disable-next-line no-await-in-loop
      const reply = await discord.replyTo(each);
      expect([reply.channelId, reply.repliesTo]).toEqual([each.channelId, each.messageId]);
    }
    expect(threadsStarted()).toBe(1);
  });

  test.each(["CreatePublicThreads", "SendMessagesInThreads"] as const)(
    "without the permission %s the answer stands below the question",
    async (permission) => {
      discord.deny(discord.channel("general"), permission);
      await discord.delivered();
      const { said, reply } = await asked();
      expect([reply.channelId, reply.repliesTo]).toEqual([said.channelId, said.messageId]);
    },
  );

  test("an event that is delivered twice starts one thread with one answer", async () => {
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    discord.repeat("MESSAGE_CREATE");
    await discord.replyTo(said);
    await discord.calm();
    expect([threadsStarted(), discord.answersTo(said).length]).toEqual([1, 1]);
  });

  test("the same question again within a minute gets a link to the answer in the thread", async () => {
    const { reply } = await asked();
    const again = await discord.replyTo(await discord.member("ben").says(QUESTION, { mentionBot: true }));
    expect(again.channelId).toBe(discord.channel("general").id);
    expect(again.text).toBe(
      `That was answered here a moment ago: https://discord.com/channels/${discord.home.id}/${reply.channelId}/${reply.messageId}`,
    );
  });
});

describe("a thread that somebody else starts from the question", () => {
  test("is used", async () => {
    const ada = discord.member("ada");
    const said = await ada.says(QUESTION, { mentionBot: true });
    ada.startsThread(said, "Let us see");
    const reply = await discord.replyTo(said);
    expect(isBelow({ said, reply })).toBe(true);
    expect(discord.threadOf(said)?.name).toBe("Let us see");
  });

  test("is used also when it comes while the bot starts one", async () => {
    const trouble = { kind: "rate-limit", retryAfter: 0.2, isGlobal: false } as const;
    discord.fail({ method: "POST", path: "/threads", trouble });
    const ada = discord.member("ada");
    const said = await ada.says(QUESTION, { mentionBot: true });
    await discord.until(() => threadsStarted() === 1, "the bot started no thread");
    ada.startsThread(said, "Let us see");
    const reply = await discord.replyTo(said);
    expect(isBelow({ said, reply })).toBe(true);
    expect([threadsStarted(), logged(bot, "failed").length]).toEqual([2, 0]);
    discord.takeViolations();
  });
});

describe("an answer in a thread", () => {
  test("goes when its question is deleted", async () => {
    const { said, reply } = await asked();
    await discord.member("ada").deletes(said);
    await expect(
      discord.until(() => discord.see(reply).deleted, "the answer was not removed"),
    ).resolves.toBeUndefined();
  });

  test("is mended when its question is put otherwise", async () => {
    const { said, reply } = await asked();
    await discord.member("ada").edits(said, `<@${discord.bot.id}> ${OTHER}`);
    expect(readWords(await discord.edited(reply))).toContain("builds security into development");
    await discord.member("ada").edits(said, `<@${discord.bot.id}> ${MISS}`);
    await expect
      .poll(() => discord.see(reply).text)
      .toContain("The documents say nothing on data scientists");
    expect([threadsStarted(), discord.answersTo(said).length]).toEqual([1, 1]);
  });

  test("is dismissed by who asked, and the question can then be deleted", async () => {
    const { said, reply } = await asked();
    const ada = discord.member("ada");
    expect((await ada.clicks(reply, "Dismiss")).deleted).toBe(true);
    await ada.deletes(said);
    await discord.calm();
    expect(logged(bot, "failed")).toEqual([]);
  });

  test("costs nothing when its thread is deleted first", async () => {
    const { said } = await asked();
    const thread = discord.threadOf(said);
    if (thread !== undefined) discord.deleteThread(thread);
    await discord.member("ada").deletes(said);
    await discord.calm();
    expect(logged(bot, "failed")).toEqual([]);
  });

  test("is gone on from by a reply, with what was asked above the thread", async () => {
    const { reply } = await asked();
    const further = await discord.member("ben").says("and what do they do all day?", { replyTo: reply });
    const answer = await discord.replyTo(further);
    expect([answer.channelId, answer.repliesTo]).toEqual([reply.channelId, further.messageId]);
    expect(answer.text).toContain("They have three duties:");
  });

  test("to a miss offers to share the question, also after an hour", async () => {
    const mo = discord.member("mo");
    const channel = discord.addChannel({ name: "gaps" });
    await mo.uses("settings gap-channel set", { channel });
    const { reply } = await asked(MISS);
    discord.passTime(61 * 60_000);
    await discord.member("ada").clicks(reply, "Share with the moderators");
    expect(discord.messagesIn(channel)[0]?.text).toBe(
      `A member shares a question that I could not answer, asked in https://discord.com/channels/${discord.home.id}/${reply.channelId}/${reply.messageId}:\n> ${MISS}`,
    );
  });

  test("gets its picture", { timeout }, async () => {
    await bot.stop();
    bot = await startBot(discord, { app: await createApp({ ...loadConfig({}), today: freshDay }) });
    await answerInThreads();
    const { said, reply } = await asked("How much does a DevOps engineer earn?");
    expect(isBelow({ said, reply })).toBe(true);
    await expect
      .poll(() => discord.see(reply).attachments.map(({ filename }) => filename), { timeout: 20_000 })
      .toEqual(["chart.png"]);
  });
});
