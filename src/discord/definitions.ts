import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import { commandIn, type Command, type CommandOption } from "../guilds/commands.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { localized, localizedText } from "./localized.ts";

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** For servers and for members who install the bot for themselves, in servers, direct messages and private channels. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** The options that every command has on Discord. */
export const HIDE = "hide";
export const TO = "to";

const TO_OPTION = {
  type: ApplicationCommandOptionType.User,
  ...LANGUAGES[0].options.to,
  ...localized(({ options }) => options.to),
  required: false,
} as const;

const HIDE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  ...LANGUAGES[0].options.hide,
  ...localized(({ options }) => options.hide),
  required: false,
} as const;

/** A command as Discord registers it. */
export function define({
  name,
  description,
  options,
}: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    ...localized((wording) => commandIn(wording, name)),
    options: [...options.map((option) => defineOption(option, name)), TO_OPTION, HIDE_OPTION],
    ...EVERYWHERE,
  };
}

/** The entry of the menu of a message, beside the commands. */
export const MESSAGE_MENU: Definition = {
  type: ApplicationCommandType.Message,
  name: LANGUAGES[0].controls.findAnswer,
  name_localizations: localizedText(({ controls }) => controls.findAnswer),
  ...EVERYWHERE,
};

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
