import { PermissionFlagsBits } from "discord.js";
import { replyPrivately } from "../apologize.ts";
import type { Bot } from "../bot.ts";
import type { Click } from "./click.ts";

/** Removes an answer for the member who asked for it, and for those who manage the channel's messages. */
export async function dismiss({ by }: { readonly by: string }, interaction: Click, bot: Bot): Promise<void> {
  const manages = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (interaction.user.id !== by && !manages) return replyPrivately(interaction, ({ notYours }) => notYours);
  await interaction.deferUpdate();
  await interaction.deleteReply();
  bot.answers.deleted(interaction.message.id);
  bot.log.info({ guildId: interaction.guildId }, "dismissed an answer");
}
