import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Command, CommandOption } from "../guilds/commands.ts";

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** The option that every command has on Discord. */
export const HIDE = "hide";

const HIDE_OPTION = {
  type: ApplicationCommandOptionType.Boolean,
  name: HIDE,
  description: "Only you can see the answer",
  required: false,
} as const;

/** A command as Discord registers it: for servers and for members who install it for themselves, everywhere. */
export function define({ name, description, options }: Command): Definition {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: [...options.map(defineOption), HIDE_OPTION],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
  };
}

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
