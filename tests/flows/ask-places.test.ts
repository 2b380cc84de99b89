import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";
import { ANSWER, lineOf, named, newSettingsServer, QUESTION } from "./support/settings-server.ts";

const TIMEOUT = 60_000;
const MINUTE = 60_000;

let discord: LoopbackDiscord;
let bot: StartedBot;

async function start(messageContent: boolean): Promise<void> {
  discord = await startLoopbackDiscord({ messageContent, patience: 20_000 });
  bot = await startBot(discord);
  await discord.commandsRegistered();
}

const stop = async (): Promise<void> => {
  await bot.stop();
  await discord.close();
};

const ANSWERED = [ANSWER];
const SILENT: readonly string[] = [];
const ASKS = "Without a mention I answer";

describe("Where Discord shows the bot all messages, a moderator", () => {
  beforeAll(() => start(true), TIMEOUT);
  afterAll(stop);
  // Nobody asks faster than members may, and a question is answered again.
  beforeEach(() => discord.passTime(2 * MINUTE));

  test("adds an ask channel, where questions are answered unasked from then on", async () => {
    const { settings, channel, answersIn } = newSettingsServer(discord);
    expect(await answersIn("help")).toEqual(SILENT);
    const reply = await settings("ask-channel add", { channel: channel("help") });
    expect(reply.split("\n").slice(0, 4).join("\n")).toMatchInlineSnapshot(`
      "(only you see this)
      Saved. I answer questions in #help, without a mention, when a section answers them.
      ### Settings of this server
      - **Without a mention I answer in** #help and #career-questions"
    `);
    expect(await answersIn("help")).toEqual(ANSWERED);
  });

  test("keeps the channels of the operator's names with the first choice, until they are removed", async () => {
    const { settings, channel, answersIn } = newSettingsServer(discord);
    expect(await answersIn("career-questions")).toEqual(ANSWERED);
    const added = await settings("ask-channel add", { channel: channel("help") });
    expect(lineOf(added, ASKS)).toBe("- **Without a mention I answer in** #help and #career-questions");
    discord.passTime(2 * MINUTE);
    expect(await answersIn("career-questions")).toEqual(ANSWERED);
    const removed = await settings("ask-channel remove", { channel: channel("career-questions") });
    expect(lineOf(removed, ASKS)).toBe("- **Without a mention I answer in** #help");
    discord.passTime(2 * MINUTE);
    expect(await answersIn("career-questions")).toEqual(SILENT);
  });

  test("removes the last ask channel, and the bot speaks only when asked", async () => {
    const { settings, channel, answersIn } = newSettingsServer(discord);
    const reply = await settings("ask-channel remove", { channel: channel("career-questions") });
    expect(reply).toMatchInlineSnapshot(`
      "(only you see this)
      Saved. In #career-questions I speak only when asked.
      ### Settings of this server
      - **Without a mention I answer** nowhere, only commands, mentions and replies
      - **Answers go** below the question
      - **Pause after an unasked answer:** none, as the operator chose
      - **I speak** the server's language in Discord, where I know it
      - **Sharing unanswered questions** is off: \`/settings gap-channel set\`
      - **Ask a human** is off: \`/settings helper-role set\`"
    `);
    expect(await answersIn("career-questions")).toEqual(SILENT);
    const said = await discord
      .member("ben")
      .says(QUESTION, { channel: channel("career-questions"), mentionBot: true });
    expect((await discord.replyTo(said)).text).toContain(ANSWER);
  });

  test("hears so who adds a channel twice, or removes one where the bot is silent already", async () => {
    const { settings, channel } = newSettingsServer(discord);
    const added = await settings("ask-channel add", { channel: channel("career-questions") });
    expect(added.split("\n")[1]).toBe("I answer in #career-questions already.");
    const removed = await settings("ask-channel remove", { channel: channel("help") });
    expect(removed.split("\n")[1]).toBe("In #help I speak only when asked already.");
    expect(lineOf(removed, ASKS)).toBe(
      "- **Without a mention I answer in** channels called #career-questions, as the operator chose",
    );
  });

  test.each(["posts", "clips"] as const)(
    "adds the forum %s, whose new posts are answered, and removes it",
    async (name) => {
      const { settings, channel } = newSettingsServer(discord);
      const forum = channel(name);
      const post = { title: "Skills?", text: QUESTION, forum };
      const before = await discord.member("ben").posts(post);
      await discord.silence(before);
      const added = await settings("ask-forum add", { forum });
      expect(added.split("\n")[1]).toBe(
        `Saved. I answer questions in #${name}, without a mention, when a section answers them.`,
      );
      const answer = await discord.replyTo(await discord.member("ben").posts(post));
      expect(answer.text).toContain(ANSWER);
      const removed = await settings("ask-forum remove", { forum });
      expect(removed.split("\n")[1]).toBe(`Saved. In #${name} I speak only when asked.`);
      await discord.silence(await discord.member("ben").posts(post));
    },
  );

  test("learns which permissions the bot lacks in a channel that is added or named", async () => {
    const { settings, channel } = newSettingsServer(discord);
    discord.deny(channel("help"), "SendMessages", "ReadMessageHistory");
    discord.deny(channel("posts"), "SendMessagesInThreads");
    await discord.delivered();
    const lacks = "I may not speak in #help yet. Give me there: “Send Messages” and “Read Message History”.";
    const added = await settings("ask-channel add", { channel: channel("help") });
    expect(added.split("\n")[2]).toBe(lacks);
    const forum = await settings("ask-forum add", { forum: channel("posts") });
    expect(forum.split("\n")[2]).toBe(
      "I may not speak in #posts yet. Give me there: “Send Messages In Threads”.",
    );
    const gaps = await settings("gap-channel set", { channel: channel("help") });
    expect(gaps.split("\n").slice(1, 3)).toEqual(["Saved.", lacks]);
  });

  test("adds 50 channels and forums at most, all of which are shown", async () => {
    const { settings, guild, channel } = newSettingsServer(discord);
    const others = Array.from({ length: 49 }, (_, at) => discord.addChannel({ name: `room-${at}` }, guild));
    await discord.delivered();
    let last = "";
    // One after the other, as a moderator would.
    // oxlint-disable-next-line no-await-in-loop
    for (const each of others) last = await settings("ask-channel add", { channel: each });
    expect(last.match(/<#\d+>/g)).toHaveLength(1 + 49);
    const refused = await settings("ask-channel add", { channel: channel("help") });
    expect(refused.split("\n")[1]).toBe("That would be more than 50 channels and forums. Remove one first.");
    expect(lineOf(refused, ASKS)).not.toContain("#help");
    const forum = await settings("ask-forum add", { forum: channel("posts") });
    expect(forum.split("\n")[1]).toBe("That would be more than 50 channels and forums. Remove one first.");
  });

  test("reads it in Spanish who uses Discord in Spanish", async () => {
    const { guild, channel } = newSettingsServer(discord);
    const lola = discord.member("lola", { permissions: ["ManageGuild"], locale: "es-ES" });
    const reply = await lola.uses(
      "/settings ask-channel add",
      { channel: channel("help") },
      { channel: channel("hall") },
    );
    expect(named(readReply(reply), guild, discord)).toMatchInlineSnapshot(`
      "(only you see this)
      Guardado. En #help respondo sin mención a las preguntas que una sección responde.
      ### Ajustes de este servidor
      - **Sin mención respondo en** #help y #career-questions
      - **Las respuestas van** debajo de la pregunta
      - **Pausa tras una respuesta que nadie me pidió:** ninguna, como eligió el operador
      - **Hablo** el idioma del servidor en Discord, si lo conozco
      - **Compartir preguntas sin respuesta** no está activado: \`/ajustes canal-de-lagunas fijar\`
      - **Preguntar a una persona** no está activado: \`/ajustes rol-de-ayuda fijar\`"
    `);
  });
});

describe("Where Discord hides messages without a mention, a moderator", () => {
  beforeAll(() => start(false), TIMEOUT);
  afterAll(stop);

  test("learns what to switch on, and what works meanwhile", async () => {
    const { settings, channel } = newSettingsServer(discord);
    const reply = await settings("ask-channel add", { channel: channel("help") });
    expect(reply.split("\n").slice(1, 3).join("\n")).toMatchInlineSnapshot(`
      "Saved. I answer questions in #help, without a mention, when a section answers them.
      Discord does not show me messages that do not mention me, so I stay silent there. The operator can change that: https://discord.com/developers/applications → this application → Bot → Message Content Intent, then start me again. Until then I answer commands, mentions, replies to me and direct messages."
    `);
  });

  test("has the choice kept, and the bot is silent there but for mentions", async () => {
    const { settings, channel, answersIn } = newSettingsServer(discord);
    await settings("ask-channel add", { channel: channel("help") });
    expect(lineOf(await settings("show"), ASKS)).toContain("#help");
    expect(await answersIn("help")).toEqual(SILENT);
    const said = await discord.member("ben").says(QUESTION, { channel: channel("help"), mentionBot: true });
    expect((await discord.replyTo(said)).text).toContain(ANSWER);
  });
});
