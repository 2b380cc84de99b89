import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asJson, type Json } from "../support/json.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Member } from "../support/member.ts";
import type { OptionValues } from "../support/option-values.ts";
import type { Channel, Guild } from "../support/world.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";

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

const QUESTION = "What skills does a DevSecOps engineer need?";
const ANSWER = "Python, Jenkins and patience.";

const CHANNELS = ["hall", "help", "career-questions", "posts", "clips"] as const;
type ChannelName = (typeof CHANNELS)[number];

/** A server of its own for a test, and one of its moderators in its channel `hall`. */
interface Server {
  readonly guild: Guild;
  readonly mara: Member;
  readonly channel: (name: ChannelName) => Channel;
  /** What is answered to a question in a channel without a mention. */
  readonly answersIn: (name: ChannelName) => Promise<readonly string[]>;
  /** What the moderator sees of a command, with names in the place of ids. */
  readonly settings: (command: string, values?: OptionValues) => Promise<string>;
}

function server(): Server {
  const guild = discord.guild({
    name: "Server",
    channels: [
      "hall",
      "help",
      "career-questions",
      { name: "posts", kind: "forum" },
      { name: "clips", kind: "media" },
    ],
  });
  const channel = (name: ChannelName): Channel => discord.channel(name, guild);
  const mara = discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel: channel("hall") });
  return {
    guild,
    mara,
    channel,
    answersIn: async (name) => {
      const said = await discord.member("ben").says(QUESTION, { channel: channel(name) });
      await discord.calm();
      return discord.answersTo(said).map(({ text }) => text.split("\n")[0] ?? "");
    },
    settings: async (command, values) =>
      named(readReply(await mara.uses(`/settings ${command}`, values)), guild),
  };
}

function named(text: string, guild: Guild): string {
  const channels = CHANNELS.map((name) => [`<#${discord.channel(name, guild).id}>`, `#${name}`] as const);
  const roles = guild.roles.map(({ id, name }) => [`<@&${id}>`, `@${name}`] as const);
  return [...channels, ...roles].reduce((so, [id, name]) => so.replaceAll(id, name), text);
}

/** The line of the settings that begins like this. */
const lineOf = (reply: string, beginning: string): string | undefined =>
  reply.split("\n").find((line) => line.startsWith(`- **${beginning}`));

const ANSWERED = [ANSWER];
const SILENT: readonly string[] = [];
const ASKS = "Without a mention I answer";

describe("Where Discord shows the bot all messages, a moderator", () => {
  beforeAll(() => start(true), TIMEOUT);
  afterAll(stop);
  // Nobody asks faster than members may, and a question is answered again.
  beforeEach(() => discord.passTime(2 * MINUTE));

  test("sees all settings of a server where nothing was chosen", async () => {
    expect(await server().settings("show")).toMatchInlineSnapshot(`
      "(only you see this)
      ### Settings of this server
      - **Without a mention I answer in** channels called #career-questions, as the operator chose
      - **Answers go** below the question
      - **Pause after an unasked answer:** none, as the operator chose
      - **I speak** the server's language in Discord, where I know it
      - **Sharing unanswered questions** is off: \`/settings gap-channel set\`
      - **Ask a human** is off: \`/settings helper-role set\`"
    `);
  });

  test("adds an ask channel, where questions are answered unasked from then on", async () => {
    const { settings, channel, answersIn } = server();
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
    const { settings, channel, answersIn } = server();
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
    const { settings, channel, answersIn } = server();
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
    const { settings, channel } = server();
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
      const { settings, channel } = server();
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

  test("sets how long the bot is silent after an answer that nobody asked it for", async () => {
    const { settings, answersIn } = server();
    const reply = await settings("interval", { minutes: 5 });
    expect(reply.split("\n")[1]).toBe("Saved.");
    expect(lineOf(reply, "Pause")).toBe("- **Pause after an unasked answer:** 5 minutes");
    expect(await answersIn("career-questions")).toEqual(ANSWERED);
    discord.passTime(4 * MINUTE);
    expect(await answersIn("career-questions")).toEqual(SILENT);
    discord.passTime(2 * MINUTE);
    expect(await answersIn("career-questions")).toEqual(ANSWERED);
  });

  test.each([
    [0, "none"],
    [1, "1 minute"],
    [1440, "1440 minutes"],
  ])("sets an interval of %i minutes, which is shown as %s", async (minutes, shown) => {
    const reply = await server().settings("interval", { minutes });
    expect(lineOf(reply, "Pause")).toBe(`- **Pause after an unasked answer:** ${shown}`);
  });

  test("chooses the language of what everybody reads, and lets Discord say it again", async () => {
    const { settings, channel } = server();
    const ask = (): Promise<string> =>
      discord
        .member("ben")
        .uses("/ask", { question: "What does a data scientist earn?" }, { channel: channel("hall") })
        .then(({ text }) => text.split("\n")[1] ?? "");
    const chosen = await settings("language", { language: "es" });
    expect(lineOf(chosen, "I speak")).toBe("- **I speak** Spanish");
    expect(await ask()).toMatch(/^Los documentos no dicen nada/);
    const cleared = await settings("language", { language: "automatic" });
    expect(lineOf(cleared, "I speak")).toBe(
      "- **I speak** the server's language in Discord, where I know it",
    );
    discord.passTime(2 * MINUTE);
    expect(await ask()).toMatch(/^The documents say nothing/);
  });

  test("chooses where answers go", async () => {
    const { settings } = server();
    const thread = await settings("reply-style", { style: "thread" });
    expect(lineOf(thread, "Answers go")).toBe("- **Answers go** in a thread below the question");
    const reply = await settings("reply-style", { style: "reply" });
    expect(lineOf(reply, "Answers go")).toBe("- **Answers go** below the question");
  });

  test("names a helper role, without pinging it, and clears it", async () => {
    const { settings, guild, mara } = server();
    const role = discord.addRole({ name: "helpers", mentionable: true }, guild);
    const reply = await mara.uses("/settings helper-role set", { role });
    expect(reply.pinged).toEqual([]);
    expect(lineOf(named(readReply(reply), guild), "Ask a human")).toBe("- **Ask a human mentions** @helpers");
    expect(lineOf(await settings("helper-role clear"), "Ask a human")).toBe(
      "- **Ask a human** is off: `/settings helper-role set`",
    );
  });

  test("learns how the bot may mention a helper role that it may not mention yet", async () => {
    const { settings, guild } = server();
    const reply = await settings("helper-role set", { role: discord.addRole({ name: "helpers" }, guild) });
    expect(reply.split("\n").slice(1, 3)).toEqual([
      "Saved.",
      "I may not mention @helpers yet: let everybody mention it in the settings of the role, or give me the permission “Mention @everyone, @here, and All Roles”.",
    ]);
  });

  test("cannot make everybody the helper role", async () => {
    const { settings, guild } = server();
    const reply = await settings("helper-role set", { role: guild });
    expect(reply.split("\n")[1]).toBe(
      "“Ask a human” mentions one role, not everybody. Choose a role of helpers.",
    );
    expect(lineOf(reply, "Ask a human")).toBe("- **Ask a human** is off: `/settings helper-role set`");
  });

  test("names a gap channel and clears it", async () => {
    const { settings, channel } = server();
    expect(lineOf(await settings("gap-channel set", { channel: channel("hall") }), "Unanswered")).toBe(
      "- **Unanswered questions can be shared in** #hall",
    );
    expect(lineOf(await settings("gap-channel clear"), "Sharing")).toBe(
      "- **Sharing unanswered questions** is off: `/settings gap-channel set`",
    );
  });

  test("learns which permissions the bot lacks in a channel that is added or named", async () => {
    const { settings, channel } = server();
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
    const { settings, guild, channel } = server();
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

  test("decides for one server alone", async () => {
    const one = server();
    const other = server();
    await one.settings("language", { language: "es" });
    await one.settings("ask-channel add", { channel: one.channel("help") });
    await one.settings("interval", { minutes: 60 });
    expect(await other.settings("show")).toBe(await server().settings("show"));
    expect(await other.answersIn("help")).toEqual(SILENT);
  });

  test("loses no choice when two moderators choose at the same time", async () => {
    const { settings, channel } = server();
    await Promise.all([
      settings("ask-channel add", { channel: channel("help") }),
      settings("ask-channel add", { channel: channel("hall") }),
      settings("ask-forum add", { forum: channel("posts") }),
      settings("interval", { minutes: 7 }),
      settings("language", { language: "es" }),
    ]);
    const shown = await settings("show");
    for (const name of ["#career-questions", "#help", "#hall", "#posts"])
      expect(lineOf(shown, ASKS)).toContain(name);
    expect(lineOf(shown, "Pause")).toContain("7 minutes");
    expect(lineOf(shown, "I speak")).toContain("Spanish");
  });

  test("reads it in Spanish who uses Discord in Spanish", async () => {
    const { guild, channel } = server();
    const lola = discord.member("lola", { permissions: ["ManageGuild"], locale: "es-ES" });
    const reply = await lola.uses(
      "/settings ask-channel add",
      { channel: channel("help") },
      { channel: channel("hall") },
    );
    expect(named(readReply(reply), guild)).toMatchInlineSnapshot(`
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

/** As where a server's own settings show a command to members whom Discord would not show it to. */
const ordinary = (payload: Json): Json => ({
  ...payload,
  member: { ...asJson(payload["member"]), permissions: "0" },
});

describe("Who may not manage the server", () => {
  beforeAll(() => start(true), TIMEOUT);
  afterAll(stop);

  test("gets one private line and changes nothing, with whatever command of the settings", async () => {
    const { mara, channel, guild, settings, answersIn } = server();
    const role = discord.addRole({ name: "helpers" }, guild);
    const before = await settings("show");
    for (const [command, values] of [
      ["show", {}],
      ["ask-channel add", { channel: channel("help") }],
      ["ask-channel remove", { channel: channel("career-questions") }],
      ["ask-forum add", { forum: channel("posts") }],
      ["ask-forum remove", { forum: channel("posts") }],
      ["reply-style", { style: "thread" }],
      ["interval", { minutes: 9 }],
      ["helper-role set", { role }],
      ["helper-role clear", {}],
      ["gap-channel set", { channel: channel("hall") }],
      ["gap-channel clear", {}],
      ["language", { language: "es" }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const reply = await mara.uses(`/settings ${command}`, values, { alter: ordinary });
      expect(readReply(reply)).toBe("(only you see this)\nThis needs the permission “Manage Server”.");
    }
    expect(await settings("show")).toBe(before);
    expect(await answersIn("help")).toEqual(SILENT);
  });
});

describe("Where Discord hides messages without a mention, a moderator", () => {
  beforeAll(() => start(false), TIMEOUT);
  afterAll(stop);

  test("learns what to switch on, and what works meanwhile", async () => {
    const { settings, channel } = server();
    const reply = await settings("ask-channel add", { channel: channel("help") });
    expect(reply.split("\n").slice(1, 3).join("\n")).toMatchInlineSnapshot(`
      "Saved. I answer questions in #help, without a mention, when a section answers them.
      Discord does not show me messages that do not mention me, so I stay silent there. The operator can change that: https://discord.com/developers/applications → this application → Bot → Message Content Intent, then start me again. Until then I answer commands, mentions, replies to me and direct messages."
    `);
  });

  test("has the choice kept, and the bot is silent there but for mentions", async () => {
    const { settings, channel, answersIn } = server();
    await settings("ask-channel add", { channel: channel("help") });
    expect(lineOf(await settings("show"), ASKS)).toContain("#help");
    expect(await answersIn("help")).toEqual(SILENT);
    const said = await discord.member("ben").says(QUESTION, { channel: channel("help"), mentionBot: true });
    expect((await discord.replyTo(said)).text).toContain(ANSWER);
  });
});
