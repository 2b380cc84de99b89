import { ApplicationCommandType, InteractionType } from "discord.js";
import { demandAccess } from "./command-access.ts";
import { commandData } from "./command-input.ts";
import type { Act, Driver, Spot } from "./driver.ts";
import type { Json } from "./json.ts";
import type { OptionValues } from "./option-values.ts";
import { resolvedUser } from "./resolved.ts";
import type { StoredMessage } from "./world.ts";

export interface SlashCommand {
  readonly userId: string;
  readonly spot: Spot;
  /** Such as `knowledge add`. */
  readonly command: string;
  readonly values: OptionValues;
  /** The option being typed, for autocomplete. */
  readonly focused?: string;
}

export function slashAct(
  driver: Driver,
  { userId, spot, command: name, values, focused }: SlashCommand,
): Act {
  const path = name.replace(/^\//, "").split(" ");
  const command = demandCommand(driver, {
    userId,
    spot,
    name: path[0] ?? "",
    type: ApplicationCommandType.ChatInput,
  });
  const { stage } = driver;
  const data = commandData({ stage, command, path, values, channel: spot.channel, userId, focused });
  const type =
    focused === undefined
      ? InteractionType.ApplicationCommand
      : InteractionType.ApplicationCommandAutocomplete;
  return { type, userId, spot, data, name };
}

export interface MenuCommand {
  readonly userId: string;
  readonly spot: Spot;
  readonly name: string;
  readonly target: { readonly message: StoredMessage } | { readonly userId: string };
}

export function menuAct(driver: Driver, { userId, spot, name, target }: MenuCommand): Act {
  const type = "message" in target ? ApplicationCommandType.Message : ApplicationCommandType.User;
  const command = demandCommand(driver, { userId, spot, name, type });
  const aim = "message" in target ? messageTarget(target.message) : userTarget(driver, target.userId, spot);
  const data = { id: command["id"], name, type, ...aim };
  return { type: InteractionType.ApplicationCommand, userId, spot, data, name };
}

function messageTarget({ wire }: StoredMessage): Json {
  return { target_id: wire.id, resolved: { messages: { [wire.id]: wire } } };
}

function userTarget({ stage }: Driver, userId: string, { channel }: Spot): Json {
  return { target_id: userId, resolved: resolvedUser(stage.world, userId, channel.guildId) };
}

interface Wanted {
  readonly userId: string;
  readonly spot: Spot;
  readonly name: string;
  readonly type: number;
}

function demandCommand({ stage: { commands, world } }: Driver, { userId, spot, name, type }: Wanted): Json {
  const { channel, isUserInstall } = spot;
  const command = commands.find(name, { type, guildId: channel.guildId });
  if (command === undefined) throw new Error(`/${name} is not registered`);
  demandAccess(command, { world, channel, userId, isUserInstall });
  return command;
}
