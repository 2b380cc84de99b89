import { ApplicationCommandType, ChannelType } from "discord.js";
import { isSubcommand } from "./command-rules.ts";
import { asJson, asList, asNumber, asText, type Json } from "./json.ts";
import { demandAcceptable, isThing, type OptionValues } from "./option-values.ts";
import { resolve, type Resolved } from "./resolved.ts";
import type { Backstage } from "./route.ts";
import type { Channel } from "./world.ts";

export interface CommandInput {
  readonly stage: Backstage;
  readonly command: Json;
  /** Such as `["knowledge", "add"]`. */
  readonly path: readonly string[];
  readonly values: OptionValues;
  /** Where it is used. */
  readonly channel: Channel;
  readonly userId: string;
  /** The option being typed; it may be incomplete, and others may be missing. */
  readonly focused?: string | undefined;
}

/** `data` of a slash command's interaction; throws where Discord's client would not let a member send it. */
export function commandData(input: CommandInput): Json {
  const { command, path } = input;
  const resolved: Resolved = {};
  const options = optionTree(input, { parent: command, rest: path.slice(1), resolved });
  return {
    id: command["id"],
    name: command["name"],
    type: ApplicationCommandType.ChatInput,
    options,
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    ...(command["guild_id"] === undefined ? {} : { guild_id: command["guild_id"] }),
  };
}

interface Level {
  readonly parent: Json;
  readonly rest: readonly string[];
  readonly resolved: Resolved;
}

function optionTree(input: CommandInput, { parent, rest, resolved }: Level): readonly Json[] {
  const options = asList(parent["options"]).map(asJson);
  const [next, ...deeper] = rest;
  if (next === undefined) return leafOptions(input, options, resolved);
  const child = options.find(({ name }) => name === next);
  if (child === undefined) throw new Error(`/${input.path.join(" ")} is not registered`);
  return [
    {
      name: next,
      type: child["type"],
      options: optionTree(input, { parent: child, rest: deeper, resolved }),
    },
  ];
}

function leafOptions(input: CommandInput, options: readonly Json[], resolved: Resolved): readonly Json[] {
  const command = `/${input.path.join(" ")}`;
  if (options.some(isSubcommand)) throw new Error(`${command} needs a subcommand`);
  const names = options.map(({ name }) => asText(name));
  const unknown = Object.keys(input.values).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`${command} has no option ${unknown.join(", ")}: it has ${names.join(", ")}`);
  const missing = options.filter(
    ({ name, required }) => required === true && !(asText(name) in input.values),
  );
  if (missing.length > 0 && input.focused === undefined) {
    throw new Error(`${command} needs ${missing.map(({ name }) => asText(name)).join(", ")}`);
  }
  return options
    .filter(({ name }) => asText(name) in input.values)
    .map((option) => fill(input, option, resolved));
}

function fill(input: CommandInput, option: Json, resolved: Resolved): Json {
  const name = asText(option["name"]);
  const type = asNumber(option["type"]);
  const given = input.values[name] ?? "";
  const isFocused = input.focused === name;
  if (!isFocused) demandAcceptable(input, option, given);
  else if (option["autocomplete"] !== true) throw new Error(`"${name}" does not complete what is typed`);
  const value = isThing(given) ? resolve(input, { type, given, resolved }) : given;
  return { name, type, value, ...(isFocused ? { focused: true } : {}) };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types */
export function contextOf({ type, guildId, recipients }: Channel, botId: string): number {
  if (guildId !== undefined) return 0;
  return type === ChannelType.DM && recipients.some(({ id }) => id === botId) ? 1 : 2;
}
