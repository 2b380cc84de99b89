import type { LoopbackDiscord } from "../../support/loopback-discord.ts";
import type { Member } from "../../support/member.ts";
import type { OptionValues } from "../../support/option-values.ts";
import type { Channel, Guild } from "../../support/world.ts";
import { readReply } from "./read-reply.ts";

/** A question, and what an answer to it begins with. */
export const QUESTION = "What skills does a DevSecOps engineer need?";
export const ANSWER = "Python, Jenkins and patience.";

const CHANNELS = ["hall", "help", "career-questions", "posts", "clips"] as const;
type ChannelName = (typeof CHANNELS)[number];

/** A server of its own for a test, and one of its moderators in its channel `hall`. */
export interface SettingsServer {
  readonly guild: Guild;
  readonly mara: Member;
  readonly channel: (name: ChannelName) => Channel;
  /** What is answered to a question in a channel without a mention. */
  readonly answersIn: (name: ChannelName) => Promise<readonly string[]>;
  /** What the moderator sees of a command, with names in the place of ids. */
  readonly settings: (command: string, values?: OptionValues) => Promise<string>;
}

export function newSettingsServer(discord: LoopbackDiscord): SettingsServer {
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
      named(readReply(await mara.uses(`/settings ${command}`, values)), guild, discord),
  };
}

export function named(text: string, guild: Guild, discord: LoopbackDiscord): string {
  const channels = CHANNELS.map((name) => [`<#${discord.channel(name, guild).id}>`, `#${name}`] as const);
  const roles = guild.roles.map(({ id, name }) => [`<@&${id}>`, `@${name}`] as const);
  return [...channels, ...roles].reduce((so, [id, name]) => so.replaceAll(id, name), text);
}

/** The line of the settings that begins like this. */
export const lineOf = (reply: string, beginning: string): string | undefined =>
  reply.split("\n").find((line) => line.startsWith(`- **${beginning}`));
