import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asJson, type Json } from "../support/json.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";
import { ANSWER, lineOf, named, newSettingsServer } from "./support/settings-server.ts";

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

  test("sees all settings of a server where nothing was chosen", async () => {
    expect(await newSettingsServer(discord).settings("show")).toMatchInlineSnapshot(`
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

  test("changes the ask channels although Discord has told of a channel without its name", async () => {
    const { guild, settings, channel } = newSettingsServer(discord);
    const { id } = channel("clips");
    discord.dispatch("CHANNEL_UPDATE", { id, type: 0, guild_id: guild.id, name: null });
    const reply = await settings("ask-channel add", { channel: channel("hall") });
    expect(reply.split("\n")[1]).toContain("Saved. I answer questions in #hall");
  });

  test("sets how long the bot is silent after an answer that nobody asked it for", async () => {
    const { settings, answersIn } = newSettingsServer(discord);
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
    [90, "90 minutes"],
    [120, "2 hours"],
    [1440, "1 day"],
  ])("sets an interval of %i minutes, which is shown as %s", async (minutes, shown) => {
    const reply = await newSettingsServer(discord).settings("interval", { minutes });
    expect(lineOf(reply, "Pause")).toBe(`- **Pause after an unasked answer:** ${shown}`);
  });

  test("chooses the language of what everybody reads, and lets Discord say it again", async () => {
    const { settings, channel } = newSettingsServer(discord);
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
    const { settings } = newSettingsServer(discord);
    const thread = await settings("reply-style", { style: "thread" });
    expect(lineOf(thread, "Answers go")).toBe("- **Answers go** in a thread below the question");
    const reply = await settings("reply-style", { style: "reply" });
    expect(lineOf(reply, "Answers go")).toBe("- **Answers go** below the question");
  });

  test("names a helper role, without pinging it, and clears it", async () => {
    const { settings, guild, mara } = newSettingsServer(discord);
    const role = discord.addRole({ name: "helpers", mentionable: true }, guild);
    const reply = await mara.uses("/settings helper-role set", { role });
    expect(reply.pinged).toEqual([]);
    expect(lineOf(named(readReply(reply), guild, discord), "Ask a human")).toBe(
      "- **Ask a human mentions** @helpers",
    );
    expect(lineOf(await settings("helper-role clear"), "Ask a human")).toBe(
      "- **Ask a human** is off: `/settings helper-role set`",
    );
  });

  test("learns how the bot may mention a helper role that it may not mention yet", async () => {
    const { settings, guild } = newSettingsServer(discord);
    const reply = await settings("helper-role set", { role: discord.addRole({ name: "helpers" }, guild) });
    expect(reply.split("\n").slice(1, 3)).toEqual([
      "Saved.",
      "I may not mention @helpers yet: let everybody mention it in the settings of the role, or give me the permission “Mention @everyone, @here, and All Roles”.",
    ]);
  });

  test("cannot make everybody the helper role", async () => {
    const { settings, guild } = newSettingsServer(discord);
    const reply = await settings("helper-role set", { role: guild });
    expect(reply.split("\n")[1]).toBe(
      "“Ask a human” mentions one role, not everybody. Choose a role of helpers.",
    );
    expect(lineOf(reply, "Ask a human")).toBe("- **Ask a human** is off: `/settings helper-role set`");
  });

  test("names a gap channel and clears it", async () => {
    const { settings, channel } = newSettingsServer(discord);
    expect(lineOf(await settings("gap-channel set", { channel: channel("hall") }), "Unanswered")).toBe(
      "- **Unanswered questions can be shared in** #hall",
    );
    expect(lineOf(await settings("gap-channel clear"), "Sharing")).toBe(
      "- **Sharing unanswered questions** is off: `/settings gap-channel set`",
    );
  });

  test("decides for one server alone", async () => {
    const one = newSettingsServer(discord);
    const other = newSettingsServer(discord);
    await one.settings("language", { language: "es" });
    await one.settings("ask-channel add", { channel: one.channel("help") });
    await one.settings("interval", { minutes: 60 });
    expect(await other.settings("show")).toBe(await newSettingsServer(discord).settings("show"));
    expect(await other.answersIn("help")).toEqual(SILENT);
  });

  test("loses no choice when two moderators choose at the same time", async () => {
    const { settings, channel } = newSettingsServer(discord);
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
    const { mara, channel, guild, settings, answersIn } = newSettingsServer(discord);
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
