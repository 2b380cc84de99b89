import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import { commandIn, type Command, type CommandOption } from "../guilds/commands.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { localized } from "./localized.ts";

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** The option that every command has on Discord. */
export const HIDE = "hide";

const HIDE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  ...LANGUAGES[0].options.hide,
  ...localized(({ options }) => options.hide),
  required: false,
} as const;

/** A command as Discord registers it: for servers and for members who install it for themselves, everywhere. */
export function define({ name, description, options }: Command): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    ...localized((wording) => commandIn(wording, name)),
    options: [...options.map((option) => defineOption(option, name)), HIDE_OPTION],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}

function defineOption(
  { name, description, required, complete }: CommandOption,
  command: string,
): APIApplicationCommandBasicOption {
  const isCompleted = complete !== undefined;
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    ...localized((wording) => commandIn(wording, command)?.options[name]),
    required,
    autocomplete: isCompleted,
  };
}
