import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Reply } from "../support/reply.ts";
import type { Channel, Role } from "../support/world.ts";
import { answersBy, startBot, type StartedBot } from "./support/bot.ts";
import { readWords } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;
let folder: string;

const boot = async (): Promise<StartedBot> =>
  startBot(discord, { database: { kind: "sqlite", file: join(folder, "rolecall.sqlite") } });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rolecall-"));
  discord = await startLoopbackDiscord({ messageContent: true });
  bot = await boot();
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
  rmSync(folder, { recursive: true });
});

const restart = async (): Promise<void> => {
  await bot.stop();
  bot = await boot();
};

const MISS = "what does a data scientist earn?";
const SHARE = "Share with the moderators";
const CALL = "Ask a human";
const MINUTE = 60_000;

const moderator = () => discord.member("mo", { permissions: ["ManageGuild"] });

/** A channel for questions that were not answered. */
async function gapChannel(): Promise<Channel> {
  const channel = discord.addChannel({ name: "questions-for-us" });
  await moderator().uses("settings gap-channel set", { channel });
  return channel;
}

/** A role to call, which the bot may ping. */
async function helpers(mentionable = true): Promise<Role> {
  const role = discord.addRole({ name: "helpers", mentionable });
  discord.allowPing(role);
  await moderator().uses("settings helper-role set", { role });
  return role;
}

const labels = ({ buttons }: Reply): readonly string[] => buttons.map(({ label }) => label);

const textsIn = (channel: Channel): readonly string[] =>
  discord.messagesIn(channel).map(({ text }) => text.replaceAll("\u200b", "[ZWSP]"));

/** A refusal of a message with this text. */
async function refused(text = MISS, name = "ada"): Promise<Reply> {
  const count = answersBy(bot, "message").length;
  const reply = await discord.replyTo(await discord.member(name).says(text, { mentionBot: true }));
  await expect.poll(() => answersBy(bot, "message").length).toBe(count + 1);
  return reply;
}

const urlOf = ({ channelId, messageId }: Reply): string =>
  `https://discord.com/channels/${discord.home.id}/${channelId}/${messageId}`;

describe("a refusal", () => {
  test("offers no further help where moderators chose nobody to give it", async () => {
    expect(labels(await refused())).toEqual(expect.not.arrayContaining([SHARE, CALL]));
  });

  test("offers to share where there is a channel for that, and to ask a human where there is a role", async () => {
    await gapChannel();
    const shared = labels(await refused());
    expect([shared.includes(SHARE), shared.includes(CALL)]).toEqual([true, false]);
    await moderator().uses("settings gap-channel clear");
    await helpers();
    const called = labels(await refused("what does a data scientist do?"));
    expect([called.includes(SHARE), called.includes(CALL)]).toEqual([false, true]);
  });

  test("offers both in commands, private replies, mentions and menus of choices", async () => {
    await gapChannel();
    await helpers();
    const ada = discord.member("ada");
    const both: unknown = expect.arrayContaining([SHARE, CALL]);
    expect(labels(await ada.uses("ask", { question: MISS }))).toEqual(both);
    expect(labels(await ada.uses("ask", { question: MISS, hide: true }))).toEqual(both);
    expect(labels(await ada.uses("role", { name: "data scientist" }))).toEqual(both);
    expect(labels(await refused("what does a data scientist do?"))).toEqual(both);
  });

  test("offers neither in a preview of somebody else's question, nor outside of the server", async () => {
    await gapChannel();
    await helpers();
    const said = await discord.member("ada").says(MISS);
    const ben = discord.member("ben");
    const neither: unknown = expect.not.arrayContaining([SHARE, CALL]);
    expect(labels(await ben.opensMenu("Find an answer", said))).toEqual(neither);
    expect(labels(await discord.replyTo(await ben.directMessages(MISS)))).toEqual(neither);
  });

  test("of what is no question offers neither", async () => {
    await gapChannel();
    await helpers();
    expect(labels(await refused("hello there"))).toEqual(expect.not.arrayContaining([SHARE, CALL]));
  });
});

const NOT_YOURS = "Only the member who asked, or a moderator, can use this button.";

describe("further help", () => {
  test("is for the member who asked and for those who manage messages", async () => {
    const channel = await gapChannel();
    await helpers();
    const reply = await refused();
    for (const button of [SHARE, CALL]) {
      // oxlint-disable-next-line no-await-in-loop
      const told = await discord.member("ben").clicks(reply, button);
      expect([told.ephemeral, told.text]).toEqual([true, NOT_YOURS]);
    }
    expect(discord.messagesIn(channel)).toEqual([]);
    await discord.member("mia", { permissions: ["ManageMessages"] }).clicks(reply, SHARE);
    expect(discord.messagesIn(channel)).toHaveLength(1);
  });
});

describe("sharing a question", () => {
  test("posts it with where it was asked, and spends the button alone", async () => {
    const channel = await gapChannel();
    const reply = await refused();
    const after = await discord.member("ada").clicks(reply, SHARE);
    expect(textsIn(channel)).toEqual([
      `A member shares a question that I could not answer, asked in ${urlOf(reply)}:\n> ${MISS}`,
    ]);
    expect(after.messageId).toBe(reply.messageId);
    expect(after.text).toBe(reply.text);
    expect(after.buttons.filter(({ disabled }) => disabled).map(({ label }) => label)).toEqual(["Shared"]);
    expect(after.buttons).toHaveLength(reply.buttons.length);
    expect(bot.lines.join("\n")).not.toContain("data scientist");
  });

  test("posts it once for two clicks and for a click that is delivered twice", async () => {
    const channel = await gapChannel();
    const reply = await refused();
    const ada = discord.member("ada");
    await Promise.all([ada.clicks(reply, SHARE), ada.clicksStale(reply, SHARE)]);
    discord.repeat("INTERACTION_CREATE");
    await discord.calm();
    discord.takeViolations();
    expect(discord.messagesIn(channel)).toHaveLength(1);
  });

  test("of a command is as whole, and one that nobody else saw is known by its channel", async () => {
    const channel = await gapChannel();
    const ada = discord.member("ada");
    const shown = await ada.uses("ask", { question: MISS });
    await expect.poll(() => answersBy(bot, "command").length).toBe(1);
    await ada.clicks(shown, SHARE);
    const hidden = await ada.uses("role", { name: "data scientist", hide: true });
    await expect.poll(() => answersBy(bot, "command").length).toBe(2);
    await ada.clicks(hidden, SHARE);
    expect(textsIn(channel)).toEqual([
      `A member shares a question that I could not answer, asked in ${urlOf(shown)}:\n> ${MISS}`,
      `A member shares a question that I could not answer, asked in <#${shown.channelId}>:\n> role data scientist`,
    ]);
  });

  test("mentions nobody and formats nothing, whatever the question holds", async () => {
    const channel = await gapChannel();
    const ben = discord.member("ben");
    const question = `What does a data scientist earn, @everyone <@${ben.id}>?\n\`run\` | [here](https://evil.example/a) https://plain.example/b\n_last_`;
    const reply = await refused(question);
    await discord.member("ada").clicks(reply, SHARE);
    const [post] = discord.messagesIn(channel);
    expect(post?.pinged).toEqual([]);
    const [, ...quoted] = textsIn(channel)[0]?.replace(ben.id, "ben").split("\n") ?? [];
    expect(quoted.join("\n")).toMatchInlineSnapshot(`
      "> What does a data scientist earn, @[ZWSP]everyone <[ZWSP]@ben>?
      > \`run\` \\| here (<https://evil.example/a>) <https://plain.example/b>
      > last"
    `);
  });

  test("posts all of a question of 2,000 characters", async () => {
    const channel = await gapChannel();
    const long = `${MISS} ${"I like long walks. ".repeat(110)}`.slice(0, 1970).trimEnd();
    const question = `${long}\nThe end.`;
    const reply = await discord.member("ada").uses("ask", { question });
    await expect.poll(() => answersBy(bot, "command").length).toBe(1);
    await discord.member("ada").clicks(reply, SHARE);
    expect(textsIn(channel)[0]?.endsWith(`> ${long}\n> The end.`)).toBe(true);
  });

  test("says that a question is shortened that is longer than a message takes", async () => {
    const channel = await gapChannel();
    const question = `${MISS} ${"I_like *long* walks. ".repeat(270)}`;
    const reply = await discord.member("ada").uses("ask", { question });
    await expect.poll(() => answersBy(bot, "command").length).toBe(1);
    await discord.member("ada").clicks(reply, SHARE);
    expect(textsIn(channel)[0]).toMatch(/ …$/);
  });

  test("posts what a message says now, when its member has put it otherwise", async () => {
    const channel = await gapChannel();
    const said = await discord.member("ada").says(MISS, { mentionBot: true });
    const reply = await discord.replyTo(said);
    await expect.poll(() => answersBy(bot, "message")).toHaveLength(1);
    await discord.member("ada").edits(said, `<@${discord.bot.id}> what does a data scientist do all day?`);
    await discord.edited(reply);
    await expect.poll(() => answersBy(bot, "edit")).toHaveLength(1);
    await discord.member("ada").clicks(reply, SHARE);
    expect(textsIn(channel)[0]).toContain("\n> what does a data scientist do all day?");
  });

  test("looks a message's question up at Discord after an hour and after a restart; a command's is gone", async () => {
    const channel = await gapChannel();
    const ada = discord.member("ada");
    const [first, second] = [await refused(), await refused("what does a data scientist do?")];
    const command = await ada.uses("ask", { question: "what skills does a data scientist need?" });
    await expect.poll(() => answersBy(bot, "command").length).toBe(1);
    discord.passTime(61 * MINUTE);
    await ada.clicks(first, SHARE);
    await restart();
    await ada.clicks(second, SHARE);
    expect(textsIn(channel).map((text) => text.split("\n")[1])).toEqual([
      `> ${MISS}`,
      "> what does a data scientist do?",
    ]);
    const told = await ada.clicks(command, SHARE);
    expect([told.ephemeral, told.text]).toEqual([
      true,
      "I keep questions for an hour at most and no longer have this one. Ask it again, then share it.",
    ]);
  });

  test("where the bot may not write, or not any more, says so privately", async () => {
    const channel = await gapChannel();
    const ada = discord.member("ada");
    const [first, second] = [await refused(), await refused("what does a data scientist do?")];
    discord.deny(channel, "SendMessages");
    await discord.delivered();
    const denied = await ada.clicks(first, SHARE);
    discord.deleteChannel(channel);
    await discord.delivered();
    const gone = await ada.clicks(second, SHARE);
    for (const { ephemeral, text } of [denied, gone])
      expect([ephemeral, text]).toEqual([
        true,
        "I cannot write where the moderators want shared questions. Please tell one of them.",
      ]);
  });
});

describe("asking a human", () => {
  test("mentions the helpers and nobody else, with a link to the question, and spends the button", async () => {
    const role = await helpers();
    const reply = await refused();
    const ada = discord.member("ada");
    const after = await ada.clicks(reply, CALL);
    const call = discord.messagesIn(discord.channel("general")).at(-1);
    expect(call?.text).toBe(`<@&${role.id}> ${ada.mention} asks for a human: ${urlOf(reply)}`);
    expect(call?.pinged).toEqual([role.id]);
    expect(after.buttons.filter(({ disabled }) => disabled).map(({ label }) => label)).toEqual(["Asked"]);
  });

  test("goes beside sharing in the same channel", async () => {
    await helpers();
    await moderator().uses("settings gap-channel set", { channel: discord.channel("general") });
    const reply = await refused();
    const ada = discord.member("ada");
    const shared = await ada.clicks(reply, SHARE);
    const called = await ada.clicks(shared, CALL);
    expect(called.buttons.filter(({ disabled }) => disabled).map(({ label }) => label)).toEqual([
      "Shared",
      "Asked",
    ]);
    const [share, call] = textsIn(discord.channel("general")).slice(-2);
    expect(share).toContain("A member shares a question");
    expect(call).toContain("asks for a human");
  });

  test("does not tell the others what was asked privately", async () => {
    const role = await helpers();
    const ada = discord.member("ada");
    const reply = await ada.uses("ask", { question: MISS, hide: true });
    await ada.clicks(reply, CALL);
    expect(textsIn(discord.channel("general"))).toEqual([`<@&${role.id}> ${ada.mention} asks for a human`]);
  });

  test("works every two minutes in a channel and every ten for a member; others hear how long to wait", async () => {
    await helpers();
    discord.addChannel({ name: "random" });
    const [ada, ben] = [discord.member("ada"), discord.member("ben")];
    const ask = (member: typeof ada, question: string, channel = "general") =>
      member.uses("ask", { question, hide: true }, { channel });
    const inGeneral = () => textsIn(discord.channel("general")).length;
    await ada.clicks(await ask(ada, MISS), CALL);
    const soon = await ben.clicks(await ask(ben, MISS), CALL);
    const elsewhere = await ada.clicks(await ask(ada, MISS, "random"), CALL);
    expect([soon.text, elsewhere.text, inGeneral()]).toEqual([
      "Somebody was asked a moment ago. Please try again in 2 minutes.",
      "Somebody was asked a moment ago. Please try again in 10 minutes.",
      1,
    ]);
    discord.passTime(2 * MINUTE);
    await ben.clicks(await ask(ben, MISS), CALL);
    const still = await ada.clicks(await ask(ada, MISS, "random"), CALL);
    expect([still.text, inGeneral()]).toEqual([
      "Somebody was asked a moment ago. Please try again in 8 minutes.",
      2,
    ]);
    discord.passTime(8 * MINUTE);
    await ada.clicks(await ask(ada, MISS), CALL);
    expect(inGeneral()).toBe(3);
  });

  test("says privately when nobody can be asked: no role any more, none that it may mention, no permission to write", async () => {
    const role = await helpers();
    const ada = discord.member("ada");
    const [first, second] = [await refused(), await refused("what does a data scientist do?")];
    const before = textsIn(discord.channel("general"));
    discord.deleteRole(role);
    await discord.delivered();
    const gone = await ada.clicks(first, CALL);
    await helpers(false);
    const muted = await ada.clicks(second, CALL);
    discord.deny(discord.channel("general"), "SendMessages");
    const silenced = await ada.clicks(second, CALL);
    expect([gone, muted, silenced].map(({ ephemeral, text }) => `${ephemeral}: ${text}`)).toEqual([
      "true: There is nobody whom I could ask here any more.",
      "true: I may not mention the helpers of this server, so nobody would hear of it. Please tell a moderator.",
      "true: I may not write in this channel, so I cannot post that there.",
    ]);
    expect(textsIn(discord.channel("general"))).toEqual(before);
  });

  test("reaches a role that only the bot may mention", async () => {
    const role = await helpers(false);
    discord.allow(discord.channel("general"), "MentionEveryone");
    await discord.delivered();
    await discord.member("ada").clicks(await refused(), CALL);
    expect(discord.messagesIn(discord.channel("general")).at(-1)?.pinged).toEqual([role.id]);
  });
});

describe("in a Spanish server", () => {
  test("what everybody reads is in its language, and what a member alone reads in theirs", async () => {
    const guild = discord.guild({ name: "Casa", channels: ["charla", "dudas"], locale: "es-ES" });
    const [talk, wanted] = [discord.channel("charla", guild), discord.channel("dudas", guild)];
    await moderator().uses("settings gap-channel set", { channel: wanted }, { channel: talk });
    const ada = discord.member("ada");
    const said = await ada.says("What does a data scientist earn?", { channel: talk, mentionBot: true });
    const reply = await discord.replyTo(said);
    await expect.poll(() => answersBy(bot, "message")).toHaveLength(1);
    expect(labels(reply)).toContain("Compartir con los moderadores");
    const lola = discord.member("lola", { locale: "es-ES" });
    expect((await lola.clicks(reply, "Compartir con los moderadores")).text).toBe(
      "Solo quien preguntó, o alguien de moderación, puede usar este botón.",
    );
    const after = await ada.clicks(reply, "Compartir con los moderadores");
    expect(labels(after)).toContain("Compartida");
    expect(textsIn(wanted)[0]).toMatch(/^Alguien comparte una pregunta que no supe responder, hecha en /);
    expect(readWords(after)).toBe(readWords(reply));
  });
});
