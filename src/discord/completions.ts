import type { AutocompleteInteraction } from "discord.js";
import type { Completed } from "../guilds/directory.ts";
import type { Bot } from "./bot.ts";
import { isModerationCommand } from "./moderation/definitions.ts";
import { completeDocument } from "./moderation/document-option.ts";
import { assistantFor } from "./locale.ts";
import { AUTOCOMPLETE_MAX_CHOICES, AUTOCOMPLETE_MAX_LENGTH } from "./render/limits.ts";
import { shortenLine } from "./render/shorten.ts";

/** Offers completions for what a member typed so far; an empty list when there are none. */
export async function answerCompletion(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  if (isModerationCommand(interaction.commandName))
    return interaction.respond(acceptable(await completeDocument(interaction, bot).catch(() => [])));
  await interaction.respond(
    completionsFor(
      { command: interaction.commandName, option: name, typed: value },
      { ...bot, assistant: assistantFor(interaction, bot) },
    ),
  );
}

interface Typed {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

/** A failure costs the member the suggestions only, because the option takes any text. */
function completionsFor(
  { command, option, typed }: Typed,
  { assistant, log, metrics }: Bot,
): readonly Completed[] {
  try {
    return acceptable(assistant.complete({ command, option }, typed));
  } catch (error) {
    metrics.failed();
    log.error({ err: error, command, option }, "could not complete an option");
    return [];
  }
}

/** A name can be shortened; a shortened value would name something else. */
function acceptable(completions: readonly Completed[]): readonly Completed[] {
  return completions
    .filter(
      ({ name, value }) => name.trim() !== "" && value !== "" && value.length <= AUTOCOMPLETE_MAX_LENGTH,
    )
    .slice(0, AUTOCOMPLETE_MAX_CHOICES)
    .map(({ name, value }) => ({ name: shortenLine(name, AUTOCOMPLETE_MAX_LENGTH), value }));
}
