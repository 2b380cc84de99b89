import { ChannelType, Events, Routes, TextChannel, type Client } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "./loopback-discord.ts";
import { startSampleBot } from "./sample-bot.ts";
import type { Channel, Role } from "./world.ts";

let discord: LoopbackDiscord;
let bot: Client<true>;

beforeEach(async () => {
  discord = await startLoopbackDiscord({ patience: 1_000 });
  bot = await startSampleBot(discord, { rest: { retries: 0 } });
});

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

const post = (body: object, { id }: Channel = discord.channel("general")) =>
  bot.rest.post(Routes.channelMessages(id), { body });

async function textChannel(name = "general"): Promise<TextChannel> {
  const channel = await bot.channels.fetch(discord.channel(name).id);
  if (!(channel instanceof TextChannel)) throw new Error(`${name} is a text channel`);
  return channel;
}

const rulesBroken = () => discord.takeViolations().map(({ rule }) => rule);

describe("a server", () => {
  test("that an outage takes away and gives back is not one that the bot was removed from", async () => {
    const heard: string[] = [];
    bot.on(Events.GuildUnavailable, ({ name }) => heard.push(`${name} is away`));
    bot.on(Events.GuildAvailable, ({ name }) => heard.push(`${name} is back`));
    bot.on(Events.GuildDelete, ({ name }) => heard.push(`${name} is gone`));
    discord.breakDown(discord.home);
    await discord.delivered();
    discord.restoreBot(discord.home);
    await discord.delivered();
    discord.removeBot(discord.home);
    await discord.delivered();
    expect(heard).toEqual(["Home is away", "Home is back", "Home is gone"]);
  });

  test("can lose a channel and a role", async () => {
    const role = discord.addRole({ name: "Helpers" });
    await discord.delivered();
    const [guild] = bot.guilds.cache.values();
    expect(guild?.roles.cache.map(({ name }) => name)).toContain("Helpers");
    const channel = discord.channel("career-questions");
    discord.deleteRole(role);
    discord.deleteChannel(channel);
    await discord.delivered();
    expect(guild?.roles.cache.map(({ name }) => name)).not.toContain("Helpers");
    expect(bot.channels.cache.has(channel.id)).toBe(false);
    await expect(post({ content: "x", allowed_mentions: { parse: [] } }, channel)).rejects.toMatchObject({
      code: 10003,
    });
  });

  test("can take from roles, and give back in a channel, what the bot needs to speak", async () => {
    const channel = await textChannel();
    const maySpeak = () => channel.permissionsFor(bot.user)?.has("SendMessages");
    expect(maySpeak()).toBe(true);
    discord.changeRole("@everyone", ["ViewChannel"]);
    await discord.delivered();
    expect(maySpeak()).toBe(false);
    await expect(channel.send("x")).rejects.toMatchObject({ code: 50013 });
    expect(rulesBroken()).toEqual(["the bot acted without SendMessages"]);
    discord.allow(discord.channel("general"), "SendMessages");
    await discord.delivered();
    expect(maySpeak()).toBe(true);
    await expect(channel.send("x")).resolves.toHaveProperty("content", "x");
    discord.deny(discord.channel("general"), "SendMessages");
    await discord.delivered();
    expect(maySpeak()).toBe(false);
  });
});

const mention = ({ id }: Role, roles: readonly string[] = [id]) => ({
  content: `<@&${id}>, can you help?`,
  allowed_mentions: { parse: [], roles },
});
const lastPings = () => discord.messagesIn(discord.channel("general")).at(-1)?.pinged;

describe("a mention of a role", () => {
  test("is a violation, unless the test allows that role", async () => {
    const helpers = discord.addRole({ name: "Helpers", mentionable: true });
    const others = discord.addRole({ name: "Others", mentionable: true });
    await expect(post(mention(helpers))).rejects.toMatchObject({ code: 50035 });
    discord.allowPing(helpers);
    await post(mention(helpers));
    expect(lastPings()).toEqual([helpers.id]);
    await expect(post(mention(others))).rejects.toMatchObject({ code: 50035 });
    await expect(post(mention(helpers, [helpers.id, others.id]))).rejects.toMatchObject({ code: 50035 });
    const everyRole = { ...mention(helpers), allowed_mentions: { parse: ["roles"] } };
    await expect(post(everyRole)).rejects.toMatchObject({ code: 50035 });
    expect(rulesBroken()).toEqual(Array.from({ length: 4 }, () => "allowed_mentions: lets the message ping"));
  });

  test("reaches nobody when the text does not name it, or the bot may not mention it", async () => {
    const helpers = discord.addRole({ name: "Helpers" });
    discord.allowPing(helpers);
    await post({ ...mention(helpers), content: "Can anybody help?" });
    expect(lastPings()).toEqual([]);
    await post(mention(helpers));
    expect(lastPings()).toEqual([]);
    discord.changeRole("rolecall", ["MentionEveryone"]);
    const components = [{ type: 10, content: mention(helpers).content }];
    await post({ ...mention(helpers), content: undefined, flags: 1 << 15, components });
    expect(lastPings()).toEqual([helpers.id]);
  });

  test("is not added by an edit", async () => {
    const helpers = discord.addRole({ name: "Helpers", mentionable: true });
    discord.allowPing(helpers);
    const message = await (await textChannel()).send("x");
    const allowedMentions = { parse: [], roles: [helpers.id] };
    await expect(message.edit({ content: "y", allowedMentions })).rejects.toMatchObject({ code: 50035 });
    expect(rulesBroken()).toEqual(["allowed_mentions: lets the message ping"]);
  });
});

describe("a thread", () => {
  test("from a message takes messages, and the message tells of it without being edited", async () => {
    const updates: unknown[] = [];
    bot.on(Events.MessageUpdate, (_, { hasThread, editedAt }) => updates.push([hasThread, editedAt]));
    const said = await discord.member("ada").says("how?");
    const message = await (await textChannel()).messages.fetch(said.messageId);
    const thread = await message.startThread({ name: "How?" });
    await thread.send("In here");
    await discord.delivered();
    expect(updates).toEqual([[true, null]]);
    const started = discord.threadOf(said);
    expect(started && discord.messagesIn(started).map(({ text }) => text)).toEqual(["In here"]);
    expect((await discord.member("ada").says("thanks", { channel: started })).channelId).toBe(said.messageId);
  });

  test("in an announcement channel is one of its kind, with the same permission to speak", async () => {
    const news = discord.addChannel({ name: "news", kind: "announcement" });
    const said = await discord.member("ada").says("news", { channel: news });
    const path = Routes.threads(news.id, said.messageId);
    expect(await bot.rest.post(path, { body: { name: "News" } })).toMatchObject({
      type: ChannelType.AnnouncementThread,
    });
    discord.deny(news, "SendMessagesInThreads");
    const thread = discord.threadOf(said);
    await expect(post({ content: "x", allowed_mentions: { parse: [] } }, thread)).rejects.toMatchObject({
      code: 50013,
    });
    expect(rulesBroken()).toEqual(["the bot acted without SendMessagesInThreads"]);
  });

  test("starts neither from a message in a thread nor from one elsewhere", async () => {
    const forum = discord.addChannel({ name: "pictures", kind: "media" });
    const posted = await discord.member("ada").posts({ title: "Pay", text: "How much?", forum });
    const body = { name: "Pay" };
    const inThread = Routes.threads(posted.channelId, posted.messageId);
    await expect(bot.rest.post(inThread, { body })).rejects.toMatchObject({ code: 50024 });
    const elsewhere = Routes.threads(discord.channel("general").id, posted.messageId);
    await expect(bot.rest.post(elsewhere, { body })).rejects.toMatchObject({ code: 10008 });
    expect(rulesBroken()).toEqual(["the bot started a thread where none can be started"]);
  });
});

const send = (files: readonly { readonly name: string; readonly key?: string }[], body: object = {}) =>
  bot.rest.post(Routes.channelMessages(discord.channel("general").id), {
    body: { content: "x", allowed_mentions: { parse: [] }, ...body },
    files: files.map((file) => ({ data: Buffer.from("# Stub"), ...file })),
  });

describe("a file of the bot", () => {
  test("can be read by its name and bytes", async () => {
    await send([{ name: "gaps.md" }]);
    const attachments = discord.messagesIn(discord.channel("general")).at(-1)?.attachments ?? [];
    expect(attachments.map((each) => [each.filename, discord.fileOf(each).bytes.toString()])).toEqual([
      ["gaps.md", "# Stub"],
    ]);
  });

  test.each([
    [
      "in a part of another name",
      [{ name: "a.md", key: "document" }],
      {},
      'the part "document" is no files[n]',
    ],
    [
      "described but not sent",
      [{ name: "a.md" }],
      { attachments: [{ id: "1" }] },
      '"1" is neither attached nor kept',
    ],
    [
      "beside ten others",
      Array.from({ length: 11 }, (_, at) => ({ name: `${at}.md` })),
      {},
      "10 files or fewer",
    ],
  ] as const)("is refused %s", async (...[, files, body, words]) => {
    await expect(send(files, body)).rejects.toMatchObject({ code: 50035 });
    expect(rulesBroken()).toEqual([expect.stringContaining(words)]);
  });
});
