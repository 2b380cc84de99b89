import type { AutocompleteInteraction } from "discord.js";
import type { Completed, Values } from "../guilds/directory.ts";
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
    return interaction.respond(await orNone(() => completeDocument(interaction, bot), interaction, bot));
  const target = { command: interaction.commandName, option: name };
  const complete = (): readonly Completed[] =>
    assistantFor(interaction, bot).complete(target, value, givenIn(interaction));
  await interaction.respond(await orNone(complete, interaction, bot));
}

/** What the options hold so far, the one that is typed in as well. */
function givenIn({ options }: AutocompleteInteraction): Values {
  return Object.fromEntries<string>(
    options.data.flatMap(({ name, value }) => (typeof value === "string" ? [[name, value] as const] : [])),
  );
}

/** A failure costs the member the suggestions only, because the option takes any text. */
async function orNone(
  complete: () => readonly Completed[] | Promise<readonly Completed[]>,
  { commandName: command, guildId, options }: AutocompleteInteraction,
  { log, metrics }: Bot,
): Promise<readonly Completed[]> {
  try {
    return acceptable(await complete());
  } catch (err) {
    metrics.failed();
    log.error(
      { err, command, option: options.getFocused(true).name, guildId },
      "could not complete an option",
    );
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
