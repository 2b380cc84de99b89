import type { ChatInputCommandInteraction } from "discord.js";
import type { Values } from "../guilds/assistant.ts";
import type { Command } from "../guilds/commands.ts";
import { replyPrivately } from "./apologize.ts";
import type { Bot } from "./bot.ts";
import { HIDE } from "./definitions.ts";
import { privateMessage, publicMessage } from "./payload.ts";
import { illustrate } from "./pictures.ts";
import { renderReply } from "./render/reply.ts";
import { OUTDATED } from "./wording.ts";

/** Answers a slash command at once: looking up takes milliseconds, so there is nothing to wait for. */
export async function answerCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const command = bot.assistant.commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined) return replyPrivately(interaction, OUTDATED);
  const reply = bot.assistant.run(command.name, valuesOf(command, interaction));
  const components = renderReply(reply);
  const isHidden = interaction.options.getBoolean(HIDE) ?? false;
  const answer = isHidden ? privateMessage(components) : publicMessage(components);
  const { message, addPicture } = illustrate(answer, { reply, place: interaction, bot });
  await interaction.reply(message);
  bot.log.info(
    { command: command.name, outcome: reply.kind, guildId: interaction.guildId },
    "answered a command",
  );
  await addPicture((change) => interaction.editReply(change));
}

function valuesOf({ options }: Command, interaction: ChatInputCommandInteraction): Values {
  const given = options.map(({ name }) => [name, interaction.options.getString(name)] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
