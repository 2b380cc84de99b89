import type { ChatInputCommandInteraction } from "discord.js";
import { replyPrivately, sayPrivately } from "../apologize.ts";
import type { Bot } from "../bot.ts";
import { forgetButtons } from "../controls/buttons.ts";
import type { Click } from "../controls/click.ts";
import { wordingOf } from "../locale.ts";
import { renderRow } from "../render/choices.ts";
import { renderLine } from "../render/reply.ts";
import { MODERATES } from "./definitions.ts";
import { replyInTime } from "./reply-in-time.ts";

/** `/settings forget-everything`: asks before anything is deleted. */
export async function askToForget(
  interaction: ChatInputCommandInteraction<"cached">,
  bot: Bot,
): Promise<void> {
  const wording = wordingOf(interaction);
  const { question } = wording.moderation.settings.forget;
  await replyInTime(interaction, async () => {
    const documents = await bot.guilds.documents.list(interaction.guildId);
    const rows = renderRow(forgetButtons(wording));
    return { components: renderLine(question(documents.length), wording, rows) };
  });
}

/** Deletes all that is kept of the server, when a moderator has confirmed it. */
export async function forgetEverything(interaction: Click, bot: Bot): Promise<void> {
  if (!interaction.inCachedGuild()) return replyPrivately(interaction, ({ outdated }) => outdated);
  if (!interaction.memberPermissions.has(MODERATES))
    return sayPrivately(interaction, ({ moderation }) => moderation.notices.needsManageServer);
  // A busy database takes longer than Discord waits for the answer to a click.
  await interaction.deferUpdate();
  await bot.guilds.forget(interaction.guildId);
  bot.log.info({ guildId: interaction.guildId }, "forgot a server");
  const wording = wordingOf(interaction);
  await interaction.editReply({ components: renderLine(wording.moderation.settings.forget.done, wording) });
}

/** Puts a line in the place of the question. */
export async function keepEverything(interaction: Click): Promise<void> {
  const wording = wordingOf(interaction);
  await interaction.update({ components: renderLine(wording.moderation.settings.forget.cancelled, wording) });
}
