import type { ChatInputCommandInteraction } from "discord.js";
import type { Values } from "../guilds/assistant.ts";
import type { Command } from "../guilds/commands.ts";
import { replyPrivately } from "./apologize.ts";
import type { Bot } from "./bot.ts";
import { HIDE } from "./definitions.ts";
import { assistantAt } from "./locale.ts";
import { privateMessage, publicMessage } from "./payload.ts";
import { renderReply } from "./render/reply.ts";

/** Answers a slash command at once: looking up takes milliseconds, so there is nothing to wait for. */
export async function answerCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const command = bot.assistant.commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined) return replyPrivately(interaction, ({ outdated }) => outdated);
  const isHidden = interaction.options.getBoolean(HIDE) ?? false;
  const assistant = assistantAt(interaction, bot.assistant, { isPrivate: isHidden });
  const reply = assistant.run(command.name, valuesOf(command, interaction));
  const components = renderReply(reply, assistant.wording);
  await interaction.reply(isHidden ? privateMessage(components) : publicMessage(components));
  bot.log.info(
    { command: command.name, outcome: reply.kind, guildId: interaction.guildId },
    "answered a command",
  );
}

function valuesOf({ options }: Command, interaction: ChatInputCommandInteraction): Values {
  const given = options.map(({ name }) => [name, interaction.options.getString(name)] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
