import {
  ChannelType,
  Routes,
  type ChatInputCommandInteraction,
  type Client,
  type Interaction,
} from "discord.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asJson, type Json } from "./json.ts";
import { startLoopbackDiscord, type LoopbackDiscord } from "./loopback-discord.ts";
import type { OptionValues } from "./option-values.ts";
import { startSampleBot } from "./sample-bot.ts";

let discord: LoopbackDiscord;
let bot: Client<true>;
let read: (interaction: ChatInputCommandInteraction) => unknown;

const option = (type: number, name: string, fields: object = {}) => ({
  type,
  name,
  description: name,
  ...fields,
});
const required = { required: true };

const SETTINGS = {
  name: "settings",
  description: "Settings",
  options: [
    option(2, "ask-channel", {
      options: [
        option(1, "add", { options: [option(7, "channel", { channel_types: [0, 5], ...required })] }),
      ],
    }),
    option(2, "helper-role", { options: [option(1, "set", { options: [option(8, "role", required)] })] }),
    option(1, "interval", {
      options: [option(4, "minutes", { min_value: 0, max_value: 1440, ...required })],
    }),
    option(1, "reply-style", {
      options: [option(3, "style", { choices: [{ name: "In a thread", value: "thread" }], ...required })],
    }),
    option(1, "show", { options: [option(3, "document", { autocomplete: true }), option(6, "to")] }),
  ],
};

async function onInteraction(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${name} ${value}`, value: interaction.options.getSubcommand() }]);
  }
  if (interaction.isChatInputCommand())
    await interaction.reply({ content: String(read(interaction)), allowedMentions: { parse: [] } });
}

beforeEach(async () => {
  discord = await startLoopbackDiscord({ patience: 1_000 });
  bot = await startSampleBot(discord, { onInteraction });
  await bot.rest.put(Routes.applicationCommands(bot.application.id), { body: [SETTINGS] });
});

afterEach(async () => {
  await bot.destroy();
  await discord.close();
});

const ada = () => discord.member("ada", { permissions: ["ManageGuild"] });

describe("an option of a subcommand in a group reaches the bot", () => {
  test("with the channel, its kind, and what the member may do there", async () => {
    read = ({ options }) => {
      const { name, type } = options.getChannel("channel", true);
      return [options.getSubcommandGroup(), options.getSubcommand(), name, type].join(" ");
    };
    const channel = discord.addChannel({ name: "news", kind: "announcement" });
    const sent: Json[] = [];
    const alter = (payload: Json): Json => {
      sent.push(payload);
      return payload;
    };
    const { text } = await ada().uses("/settings ask-channel add", { channel }, { alter });
    expect(text).toBe(`ask-channel add news ${ChannelType.GuildAnnouncement}`);
    const [payload] = sent;
    expect(payload).toMatchObject({
      data: {
        resolved: { channels: { [channel.id]: { permissions: asJson(payload?.["member"])["permissions"] } } },
      },
    });
  });

  test("with the role", async () => {
    read = ({ options }) => options.getRole("role", true).name;
    const role = discord.addRole({ name: "Helpers" });
    expect((await ada().uses("/settings helper-role set", { role })).text).toBe("Helpers");
  });

  test("as a number, and as the value of a choice", async () => {
    read = ({ options }) => options.getInteger("minutes");
    expect((await ada().uses("/settings interval", { minutes: 1440 })).text).toBe("1440");
    read = ({ options }) => options.getString("style");
    expect((await ada().uses("/settings reply-style", { style: "thread" })).text).toBe("thread");
  });

  test("while it is typed", async () => {
    expect(await ada().types("/settings show", "document", "pa")).toEqual([
      { name: "document pa", value: "show" },
    ]);
  });

  test("and a member that it names may be pinged", async () => {
    const bob = discord.member("bob");
    read = () => bob.mention;
    expect((await ada().uses("/settings show", { to: bob })).pinged).toEqual([]);
    const allowedMentions = { parse: [], users: [bob.id] };
    bot.removeAllListeners("interactionCreate").on("interactionCreate", (interaction) => {
      if (interaction.isRepliable()) void interaction.reply({ content: bob.mention, allowedMentions });
    });
    expect((await ada().uses("/settings show", { to: bob })).pinged).toEqual([bob.id]);
  });
});

describe("a member cannot give", () => {
  test.each<[string, string, () => OptionValues, string]>([
    [
      "a channel of a kind that is not offered",
      "ask-channel add",
      () => ({ channel: discord.addChannel({ name: "f", kind: "forum" }) }),
      "offers no channels of type 15",
    ],
    [
      "a channel of another server",
      "ask-channel add",
      () => ({ channel: elsewhere() }),
      "there is no channel",
    ],
    ["a channel as its name", "ask-channel add", () => ({ channel: "general" }), "takes no string"],
    ["a role of another server", "helper-role set", () => ({ role: { id: "1" } }), "offers no role 1"],
    ["more than the most", "interval", () => ({ minutes: 1441 }), "from 0 to 1440"],
    ["less than the least", "interval", () => ({ minutes: -1 }), "from 0 to 1440"],
    ["half a minute", "interval", () => ({ minutes: 0.5 }), "takes no number"],
    ["text for a number", "interval", () => ({ minutes: "5" }), "takes no string"],
    ["what is no choice", "reply-style", () => ({ style: "shout" }), "is one of thread"],
  ])("%s", async (...[, command, values, reason]) => {
    await expect(ada().uses(`/settings ${command}`, values())).rejects.toThrow(reason);
  });
});

const elsewhere = () => discord.channel("talk", discord.guild({ name: "Elsewhere", channels: ["talk"] }));
