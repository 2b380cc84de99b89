import type { MessageComponentInteraction, RepliableInteraction } from "discord.js";
import type { Invocation } from "../answering/reply.ts";
import type { Command } from "../guilds/commands.ts";
import { replyPrivately } from "./apologize.ts";
import type { Bot } from "./bot.ts";
import { decodeCustomId } from "./custom-id.ts";
import { privateMessage } from "./payload.ts";
import { illustrate } from "./pictures.ts";
import { renderReply } from "./render/reply.ts";
import { OUTDATED } from "./wording.ts";

type Click = Extract<RepliableInteraction, MessageComponentInteraction>;

/** Runs what a button or a menu's option holds and shows it to the member who clicked; the message stays as it is. */
export async function answerClick(interaction: Click, bot: Bot): Promise<void> {
  const invocation = decodeCustomId(idOf(interaction));
  if (invocation === undefined || !isRunnable(invocation, bot.assistant.commands)) {
    return replyPrivately(interaction, OUTDATED);
  }
  const reply = bot.assistant.run(invocation.command, invocation.values);
  const answer = privateMessage(renderReply(reply));
  const { message, addPicture } = illustrate(answer, { reply, place: interaction, bot });
  await interaction.reply(message);
  const { command } = invocation;
  bot.log.info({ command, outcome: reply.kind, guildId: interaction.guildId }, "answered a click");
  await addPicture((change) => interaction.editReply(change));
}

function idOf(interaction: Click): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? "") : interaction.customId;
}

/** Whether this version has the command, with these options and none missing. */
function isRunnable({ command, values }: Invocation, commands: readonly Command[]): boolean {
  const options = commands.find(({ name }) => name === command)?.options;
  if (options === undefined) return false;
  const isComplete = options.every(({ name, required }) => !required || Object.hasOwn(values, name));
  return isComplete && Object.keys(values).every((name) => options.some((option) => option.name === name));
}
