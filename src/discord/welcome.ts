import type { Guild } from "discord.js";
import type { Bot } from "./bot.ts";
import { publicMessage } from "./payload.ts";
import { renderExamples } from "./render/choices.ts";
import { renderLead } from "./render/layout.ts";
import { neededToSend } from "./send-answer.ts";

/** A server that the bot was added to longer ago, in milliseconds, is one that was away. */
const JUST_ADDED = 300_000;

/** Says in the system channel of a new server what the bot can do and how to start, where it may. */
export async function welcome(guild: Guild, bot: Bot): Promise<void> {
  const channel = guild.systemChannel;
  if (bot.now() - guild.joinedTimestamp > JUST_ADDED) return;
  if (channel === null || channel.permissionsFor(guild.client.user)?.has(neededToSend(channel)) !== true) {
    return bot.skip("no-system-channel", { guildId: guild.id, channelId: channel?.id ?? null });
  }
  const assistant = bot.assistant.in(guild.preferredLocale);
  const { notices, prompts } = assistant.wording;
  const help = assistant.run("help", {});
  const examples = help.kind === "overview" ? help.choices : [];
  const channels = bot.readsContent ? bot.askChannels : [];
  const page = [renderLead(notices.welcome(channels)), ...renderExamples(examples, prompts.tryOne)];
  // Discord's answer may get lost on its way, and the request be made again.
  await channel.send({ ...publicMessage(page), nonce: guild.id, enforceNonce: true });
  bot.log.info({ guildId: guild.id }, "said hello");
}
