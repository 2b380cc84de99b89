import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command, CommandOption } from "../guilds/commands.ts";

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** For servers and for members who install the bot for themselves, in servers, direct messages and private channels. */
const EVERYWHERE = {
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
  name: TO,
  description: "The member whom the answer is for; they are notified",
  required: false,
} as const;

const HIDE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: HIDE,
  description: "Only you can see the answer",
  required: false,
} as const;

/** A command as Discord registers it. */
export function define({ name, description, options }: Command): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: [...options.map(defineOption), TO_OPTION, HIDE_OPTION],
    ...EVERYWHERE,
  };
}

/** The entry of the menu of a message. */
export const FIND_AN_ANSWER = "Find an answer";

/** What Discord registers beside the commands. */
export const MESSAGE_MENU: Definition = {
  type: ApplicationCommandType.Message,
  name: FIND_AN_ANSWER,
  ...EVERYWHERE,
};

function defineOption({
  name,
  description,
  required,
  complete,
}: CommandOption): APIApplicationCommandBasicOption {
  const isCompleted = complete !== undefined;
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    required,
    autocomplete: isCompleted,
  };
}
