import { afterEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import type { Said } from "../support/said.ts";
import { answersBy, logged, startBot, type BotOptions, type StartedBot } from "./support/bot.ts";
import { readWords } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

const start = async (options: BotOptions & { readonly messageContent?: boolean } = {}): Promise<void> => {
  discord = await startLoopbackDiscord({ messageContent: true, ...options });
  bot = await startBot(discord, options);
};

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const QUESTION = "What skills does a DevSecOps engineer need?";
const OTHER = "What is a DevSecOps engineer?";
const inAskChannel = { channel: "career-questions" };

/** A question, and the answer that the bot remembers. */
async function asked(text = QUESTION, channel = "general"): Promise<{ said: Said; reply: Reply }> {
  const before = answersBy(bot, "message").length;
  const said = await discord.member("ada").says(text, { mentionBot: channel === "general", channel });
  const reply = await discord.replyTo(said);
  await expect.poll(() => answersBy(bot, "message").length).toBe(before + 1);
  return { said, reply };
}

const gone = (reply: Reply): Promise<void> =>
  discord.until(() => discord.see(reply).deleted, "the answer was not removed");

const MINUTE = 60_000;

describe("a question that is deleted", () => {
  test.each([true, false])(
    "takes its answer along, with the Message Content switch %s",
    async (messageContent) => {
      await start({ messageContent });
      const { said, reply } = await asked();
      await discord.member("ada").deletes(said);
      await expect(gone(reply)).resolves.toBeUndefined();
    },
  );

  test("takes it along within the hour, and later leaves it to those who read it", async () => {
    await start();
    const { said, reply } = await asked();
    discord.passTime(59 * MINUTE);
    await discord.member("ada").deletes(said);
    await expect(gone(reply)).resolves.toBeUndefined();

    const { said: old, reply: kept } = await asked(OTHER);
    discord.passTime(61 * MINUTE);
    await discord.member("ada").deletes(old);
    await discord.calm();
    expect(discord.see(kept).deleted).toBe(false);
  });

  test("takes it along when a moderator deletes many messages at once", async () => {
    await start();
    const { said, reply } = await asked();
    discord.dispatch("MESSAGE_DELETE_BULK", {
      ids: [said.messageId, "1"],
      channel_id: said.channelId,
      guild_id: discord.home.id,
    });
    await expect(gone(reply)).resolves.toBeUndefined();
  });

  test("while its answer is on the way gets none that stays", async () => {
    await start();
    discord.fail({
      method: "POST",
      path: "/messages",
      trouble: { kind: "rate-limit", retryAfter: 0.2, isGlobal: false },
    });
    const said = await discord.member("ada").says(QUESTION, { mentionBot: true });
    await discord.delivered();
    await discord.member("ada").deletes(said);
    await expect.poll(() => answersBy(bot, "message")).toHaveLength(1);
    await discord.calm();
    expect(discord.answersTo(said)).toEqual([]);
  });

  test("whose answer was dismissed before costs nothing", async () => {
    await start();
    const { said, reply } = await asked();
    await discord.member("ada").clicks(reply, "Dismiss");
    await discord.member("ada").deletes(said);
    await expect.poll(() => logged(bot, "skipped")).toMatchObject([{ reason: "message-gone" }]);
    expect(logged(bot, "failed")).toEqual([]);
  });
});

describe("a question that is edited", () => {
  test("within five minutes is answered anew in the same place, without a ping", async () => {
    await start();
    const { said, reply } = await asked();
    discord.passTime(4 * MINUTE);
    await discord.member("ada").edits(said, `<@${discord.bot.id}> ${OTHER}`);
    const edited = await discord.edited(reply);
    expect(readWords(edited)).toContain("A DevSecOps engineer builds security into development");
    expect(edited.messageId).toBe(reply.messageId);
    expect(discord.answersTo(said)).toHaveLength(1);
  });

  test("later keeps the answer that others have read", async () => {
    await start();
    const { said, reply } = await asked();
    discord.passTime(6 * MINUTE);
    await discord.member("ada").edits(said, `<@${discord.bot.id}> ${OTHER}`);
    await discord.calm();
    expect(discord.see(reply).edits).toEqual([]);
  });

  test("by Discord alone, for the preview of a link, is left alone", async () => {
    await start();
    const { said, reply } = await asked();
    await discord.member("ada").edits(said, `<@${discord.bot.id}> ${QUESTION}`);
    await discord.calm();
    expect(discord.see(reply).edits).toEqual([]);
  });

  test("into a miss is refused where the bot was addressed, and loses its answer where it was not", async () => {
    await start();
    const { said, reply } = await asked();
    await discord.member("ada").edits(said, `<@${discord.bot.id}> what does a data scientist earn?`);
    expect((await discord.edited(reply)).text).toContain("The documents say nothing on data scientists.");

    const unasked = await asked(QUESTION, "career-questions");
    await discord.member("ada").edits(unasked.said, "never mind, good night all");
    await expect(gone(unasked.reply)).resolves.toBeUndefined();
  });

  test("that met silence before stays unanswered", async () => {
    await start();
    const said = await discord.member("ada").says("good morning everybody", inAskChannel);
    await discord.member("ada").edits(said, QUESTION);
    await expect(discord.silence(said)).resolves.toBeUndefined();
  });
});

describe("a busy ask channel", () => {
  test("gets one unasked answer in an interval; who addresses the bot is always answered", async () => {
    await start({ askInterval: 10_000 });
    const ada = discord.member("ada");
    await asked(QUESTION, "career-questions");
    await expect(discord.silence(await ada.says(OTHER, inAskChannel))).resolves.toBeUndefined();
    expect(logged(bot, "skipped")).toMatchObject([{ reason: "spoke-just-now", count: 1 }]);
    const addressed = await ada.says(OTHER, { ...inAskChannel, mentionBot: true });
    expect((await discord.replyTo(addressed)).text).toContain("builds security");
    discord.passTime(70_000);
    const later = await ada.says("What are the responsibilities of a DevSecOps engineer?", inAskChannel);
    expect((await discord.replyTo(later)).text).toContain("They have three duties:");
  });
});

const startWithForum = async (): Promise<ReturnType<LoopbackDiscord["addChannel"]>> => {
  await start({ askChannels: ["career-forum"] });
  return discord.addChannel({ name: "career-forum", kind: "forum" });
};

describe("an ask forum", () => {
  test("gets one answer for a new post, from title and body together, labelled as automatic", async () => {
    const forum = await startWithForum();
    const post = await discord
      .member("ada")
      .posts({ title: "Which skills are needed?", text: "I want to be a DevSecOps engineer.", forum });
    const reply = await discord.replyTo(post);
    expect(readWords(reply)).toBe(
      "-# Automatic answer from the documents. Others may know more.\nPython, Jenkins and patience.\n-# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022",
    );
    const further = await discord.member("ben").says(OTHER, { channel: discord.channelOf(post) });
    await expect(discord.silence(further)).resolves.toBeUndefined();
    const addressed = await discord
      .member("ben")
      .says(OTHER, { channel: discord.channelOf(post), mentionBot: true });
    expect((await discord.replyTo(addressed)).text).not.toContain("Automatic answer");
  });

  test("is left alone where a post asks nothing that a section answers", async () => {
    const forum = await startWithForum();
    const post = await discord
      .member("ada")
      .posts({ title: "Hello all", text: "I am new here and like long walks.", forum });
    await expect(discord.silence(post)).resolves.toBeUndefined();
  });
});
