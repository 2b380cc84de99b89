import type { Interaction } from "discord.js";
import { replyPrivately } from "./apologize.ts";
import type { Bot } from "./bot.ts";
import { answerClick } from "./clicks.ts";
import { answerCommand } from "./commands.ts";
import { answerCompletion } from "./completions.ts";
import { answerModeration, isModeration } from "./moderation/answer.ts";
import { previewAnswer } from "./controls/preview.ts";

/** Answers whatever a member does with the bot's commands, buttons and menus. */
export async function answerInteraction(interaction: Interaction, bot: Bot): Promise<void> {
  if (interaction.isChatInputCommand())
    return isModeration(interaction) ? answerModeration(interaction, bot) : answerCommand(interaction, bot);
  if (interaction.isAutocomplete()) return answerCompletion(interaction, bot);
  if (interaction.isMessageContextMenuCommand()) return previewAnswer(interaction, bot);
  if (interaction.isMessageComponent()) return answerClick(interaction, bot);
  // A kind that this version never offers: left over from another one.
  await replyPrivately(interaction, ({ outdated }) => outdated);
}
