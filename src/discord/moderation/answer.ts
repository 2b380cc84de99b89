import type { ChatInputCommandInteraction } from "discord.js";
import { replyPrivately, sayPrivately } from "../apologize.ts";
import type { Bot } from "../bot.ts";
import { isModerationCommand, MODERATES } from "./definitions.ts";
import { handlerForEverybody, handlerForModerators } from "./handlers.ts";

/** Whether a command is one of moderation, or `/privacy`, rather than one that looks something up. */
export const isModeration = ({ commandName }: ChatInputCommandInteraction): boolean =>
  isModerationCommand(commandName);

/** Answers a moderation command or `/privacy`. */
export async function answerModeration(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const path = pathOf(interaction);
  const answer = handlerForEverybody(path);
  await (answer ? answer(interaction, bot) : answerModerator(path, interaction, bot));
  bot.log.info({ command: path, guildId: interaction.guildId }, "ran a moderation command");
}

/** Discord hides these commands by itself, but a server's own settings can show them to anybody: so it is checked here. */
async function answerModerator(
  path: string,
  interaction: ChatInputCommandInteraction,
  bot: Bot,
): Promise<void> {
  if (!interaction.inCachedGuild())
    return sayPrivately(interaction, ({ moderation }) => moderation.notices.onlyInServers);
  if (!interaction.memberPermissions.has(MODERATES))
    return sayPrivately(interaction, ({ moderation }) => moderation.notices.needsManageServer);
  const answer = handlerForModerators(path);
  if (answer === undefined) return replyPrivately(interaction, ({ outdated }) => outdated);
  return answer(interaction, bot);
}

/** Such as `settings ask-channel add`. */
function pathOf({ commandName, options }: ChatInputCommandInteraction): string {
  const names = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return names.filter((name) => name !== null).join(" ");
}
