import type { Client, Message } from "discord.js";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "./loopback-discord.ts";
import { button, row, startSampleBot } from "./sample-bot.ts";

let discord: LoopbackDiscord;
let bot: Client<true>;
let onMessage: (message: Message) => Promise<unknown>;

beforeAll(async () => {
  discord = await startLoopbackDiscord({ patience: 1_000 });
  bot = await startSampleBot(discord, { onMessage: (message) => onMessage(message) });
});

afterAll(async () => {
  await bot.destroy();
  await discord.close();
});

afterEach(() => discord.expectNoViolations());

const ada = () => discord.member("ada");

describe("a member sees the bot", () => {
  test("reply to a mention", async () => {
    onMessage = (message) => message.reply({ content: "Hello", components: [row(button("More", "more"))] });
    const said = await ada().says("hello", { mentionBot: true });
    const reply = await discord.replyTo(said);
    expect(reply).toMatchObject({ text: "Hello", repliesTo: said.messageId, ephemeral: false });
    expect(reply.buttons.map(({ label }) => label)).toEqual(["More"]);
  });

  test("answer a direct message", async () => {
    onMessage = (message) => message.reply(message.content.toUpperCase());
    expect((await discord.replyTo(await ada().directMessages("hello"))).text).toBe("HELLO");
  });

  test("answer a forum post in its thread", async () => {
    onMessage = (message) => message.reply(message.channel.isThread() ? message.channel.name : "elsewhere");
    const forum = discord.addChannel({ name: "help", kind: "forum" });
    expect((await discord.replyTo(await ada().posts({ title: "Pay?", text: "How much?", forum }))).text).toBe(
      "Pay?",
    );
  });

  test("answer in a thread that it starts from the message", async () => {
    onMessage = async (message) => (await message.startThread({ name: "Answer" })).send("In here");
    const said = await ada().says("hello", { mentionBot: true });
    expect(await discord.replyTo(said)).toMatchObject({ text: "In here", channelId: said.messageId });
  });

  test("edit its answer", async () => {
    onMessage = async (message) => (await message.reply("one")).edit("two");
    const reply = await discord.replyTo(await ada().says("hello", { mentionBot: true }));
    const current = reply.edits.length > 0 ? reply : await discord.edited(reply);
    expect(current).toMatchObject({ text: "two", edits: ["one"] });
  });
});

describe("silence", () => {
  test("is certain when the bot does nothing", async () => {
    onMessage = async () => undefined;
    await expect(discord.silence(await ada().says("hello", { mentionBot: true }))).resolves.toBeUndefined();
  });

  test("is broken by an answer, and says which", async () => {
    onMessage = (message) => message.reply("I heard you");
    const said = await ada().says("hello", { mentionBot: true });
    await expect(discord.silence(said)).rejects.toThrow(/^the bot was not silent:\nPOST .*\nI heard you$/);
  });

  test("is broken by a typing indicator", async () => {
    onMessage = async ({ channel }) => (channel.isSendable() ? channel.sendTyping() : undefined);
    await expect(discord.silence(await ada().directMessages("hello"))).rejects.toThrow("/typing → 204");
  });
});

test("a missing answer is reported with the question", async () => {
  const impatient = await startLoopbackDiscord({ patience: 50 });
  const said = await impatient.member("ada").says("anyone?");
  await expect(impatient.replyTo(said)).rejects.toThrow('the bot did not answer "anyone?"');
  await expect(impatient.silence(said)).rejects.toThrow("its silence proves nothing");
  await impatient.close();
});

test("a reply to a message that was deleted meanwhile is posted without the reference", async () => {
  onMessage = (message) => message.reply({ content: "too late?", failIfNotExists: false });
  const said = await ada().says("hello", { mentionBot: true });
  await ada().deletes(said);
  expect(await discord.replyTo(said)).toMatchObject({ text: "too late?", repliesTo: undefined });
});

test("an event that is sent twice arrives twice", async () => {
  const ids: unknown[] = [];
  bot.on("raw", ({ d }: { readonly d?: { readonly id?: string } }) => ids.push(d?.id));
  onMessage = async () => undefined;
  const said = await ada().directMessages("once");
  discord.repeat("MESSAGE_CREATE");
  await discord.delivered();
  expect(ids.filter((id) => id === said.messageId)).toHaveLength(2);
});

test("payloads can be altered, and events made up", async () => {
  const heard: unknown[] = [];
  onMessage = async ({ content, webhookId }) => heard.push([content, webhookId]);
  await ada().directMessages("x", {
    alter: (payload) => ({ ...payload, content: "altered", new_field: null }),
  });
  discord.dispatch("SOMETHING_NEW", { unheard: "of" });
  const said = await discord.webhookSays(`news for ${bot.user.toString()}`);
  await discord.delivered();
  expect(heard).toEqual([
    ["altered", null],
    [said.text, expect.any(String)],
  ]);
});

test("messages by other bots, edits and files arrive", async () => {
  const heard: unknown[] = [];
  onMessage = async ({ author, attachments }) =>
    heard.push([author.bot, attachments.map(({ name }) => name)]);
  const carl = discord.member("carl", { isBot: true });
  await carl.directMessages("beep");
  const said = await ada().directMessages("see file", { files: [{ name: "cv.txt", content: "me" }] });
  await ada().edits(said, "see the file");
  await discord.delivered();
  expect(heard).toEqual([
    [true, []],
    [false, ["cv.txt"]],
  ]);
});

test("closing fails when a broken rule went unnoticed", async () => {
  const strict = await startLoopbackDiscord();
  await fetch(`${strict.restUrl}/v10/nowhere`);
  await expect(strict.close()).rejects.toThrow(
    "the bot broke rules:\n- GET /nowhere: there is no such route",
  );
});
