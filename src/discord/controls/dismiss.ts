import { replyPrivately } from "../apologize.ts";
import type { Bot } from "../bot.ts";
import type { Click } from "./click.ts";
import { mayUse } from "./may-use.ts";

/** Removes an answer for the member who asked for it, and for those who manage the channel's messages. */
export async function dismiss({ by }: { readonly by: string }, interaction: Click, bot: Bot): Promise<void> {
  if (!mayUse(interaction, by)) return replyPrivately(interaction, ({ notYours }) => notYours);
  await interaction.deferUpdate();
  await interaction.deleteReply();
  bot.answers.deleted(interaction.message.id);
  bot.log.info({ guildId: interaction.guildId }, "dismissed an answer");
}
