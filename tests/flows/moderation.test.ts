import { REST, Routes } from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { defineModeration, isModerationPath } from "../../src/discord/moderation/definitions.ts";
import { HANDLED } from "../../src/discord/moderation/handlers.ts";
import { SHAPES } from "../../src/discord/moderation/shapes.ts";
import { holdsSame } from "../../src/discord/registration.ts";
import { asJson, type Json } from "../support/json.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import { logged, startBot, type StartedBot } from "./support/bot.ts";
import { readReply } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;

beforeEach(async () => {
  discord = await startLoopbackDiscord();
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

describe("/privacy", () => {
  test("tells a member alone what is kept, for how long, and how to have it deleted", async () => {
    expect(readReply(await discord.member("ada").uses("privacy"))).toMatchInlineSnapshot(`
      "(only you see this)
      ### What I keep, and for how long
      **Never on disk or in a log**
      The text of messages and questions, ids of members, or a hash of either.
      **Kept for a server**
      - its settings, until they are changed or deleted
      - the documents that its moderators add, until they are removed
      - for a year, how often per week an answer was missing or marked as not helpful: subject, topic and reason, without any text
      **In memory only, gone with a restart**
      - for an hour, which message I answered with which, and the question
      - for about half an hour, the last messages of a channel, for follow-up questions
      - who voted, so that a vote counts once, and when somebody asked last, so that nobody floods a channel: the latest only
      **To have it deleted**
      Moderators use \`/settings forget-everything\` or remove me from the server; both delete all that is kept of it. Anybody can ask the operator of this bot.
      **What it is not used for**
      Profiles of members, the training of models, decisions on anybody's employment."
    `);
  });

  test("does so in Spanish, in a direct message and where the bot was not added", async () => {
    const lola = discord.member("lola", { locale: "es-ES" });
    const elsewhere = discord.guild({ name: "Elsewhere", channels: ["talk"], hasBot: false });
    for (const channel of [lola.dm, discord.channel("talk", elsewhere)]) {
      // One after the other, as a member would.
      // oxlint-disable-next-line no-await-in-loop
      const reply = await lola.uses("privacy", {}, { channel });
      expect(reply).toMatchObject({ ephemeral: true });
      expect(reply.text).toContain("### Qué guardo y cuánto tiempo\n**Nunca en disco ni en un registro**");
    }
  });

  test("is logged by its name, without who asked", async () => {
    const ada = discord.member("ada");
    await ada.uses("privacy");
    await expect
      .poll(() => logged(bot, "ran a moderation command"))
      .toMatchObject([{ command: "privacy", guildId: discord.home.id }]);
    expect(bot.lines.join("\n")).not.toContain(ada.id);
  });
});

const PATHS = Object.keys(SHAPES).filter(isModerationPath);

/** Registers every moderation command, handled or not, as another version of the bot would. */
async function registerAll(): Promise<void> {
  const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
  const body = defineModeration(PATHS);
  await rest.put(Routes.applicationCommands(discord.bot.id), { body });
}

/** As where a server's own settings show a command to members whom Discord would not show it to. */
const withoutPermissions = (payload: Json): Json => ({
  ...payload,
  member: { ...asJson(payload["member"]), permissions: "0" },
});

/** As in a server that has the commands without the bot. */
const inAnotherServer = (payload: Json): Json => ({ ...payload, guild_id: "1", guild: undefined });

describe("a moderation command", () => {
  test("is the same as Discord hands it back, so that a second start would write nothing", async () => {
    await registerAll();
    const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
    const query = new URLSearchParams({ with_localizations: "true" });
    const held = await rest.get(Routes.applicationCommands(discord.bot.id), { query });
    expect(holdsSame(held, defineModeration(PATHS))).toBe(true);
    expect(holdsSame(held, defineModeration(PATHS.slice(1)))).toBe(false);
  });

  test("is refused to a member who may not manage the server, even where Discord shows it", async () => {
    await registerAll();
    const ada = discord.member("ada", { permissions: ["ManageGuild"] });
    for (const [command, values] of [
      ["status", {}],
      ["gaps", { weeks: 4 }],
      ["knowledge list", {}],
      ["settings ask-channel add", { channel: discord.channel("general") }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const reply = await ada.uses(command, values, { alter: withoutPermissions });
      expect(readReply(reply)).toBe("(only you see this)\nThis needs the permission “Manage Server”.");
    }
  });

  test("is refused outside of the servers that the bot was added to", async () => {
    await registerAll();
    const ada = discord.member("ada", { permissions: ["ManageGuild"] });
    const inDirectMessages = (payload: Json): Json => ({
      ...payload,
      guild_id: undefined,
      guild: undefined,
      member: undefined,
      user: ada.user,
      context: 1,
    });
    const reply = await ada.uses("status", {}, { alter: inDirectMessages });
    expect(readReply(reply)).toBe("(only you see this)\nThis works only in a server that I was added to.");
    expect((await ada.uses("status", {}, { alter: inAnotherServer })).text).toBe(reply.text);
  });

  test("that is not handled is not offered, and one that was registered before gets a word on that", async () => {
    const commands = defineModeration(HANDLED).map(({ name }) => name);
    expect(discord.registeredCommands.map(({ name }) => name)).toEqual(expect.arrayContaining(commands));
    const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
    const old = { ...defineModeration(["knowledge list"])[0], name: "settings" };
    await rest.put(Routes.applicationCommands(discord.bot.id), { body: [old] });
    const ada = discord.member("ada", { permissions: ["ManageGuild"] });
    expect((await ada.uses("settings list")).text).toContain("This comes from an older version of me");
  });
});
