import { ApplicationCommandOptionType, ApplicationCommandType, ChannelType } from "discord.js";
import { isSubcommand } from "./command-rules.ts";
import { wireChannel, wireMember } from "./guilds.ts";
import { asJson, asList, asNumber, asText, hasType, type Json } from "./json.ts";
import { upload, type Upload } from "./upload.ts";
import type { Backstage } from "./route.ts";
import type { Channel, World } from "./world.ts";

/** Someone or something that an option can name. */
export interface Named {
  readonly id: string;
}

export type OptionValue = string | number | boolean | Upload | Named;
export type OptionValues = Readonly<Record<string, OptionValue>>;

export interface CommandInput {
  readonly stage: Backstage;
  readonly command: Json;
  /** Such as `["knowledge", "add"]`. */
  readonly path: readonly string[];
  readonly values: OptionValues;
  readonly guildId: string | undefined;
  /** The option being typed; it may be incomplete, and others may be missing. */
  readonly focused?: string | undefined;
}

type Resolved = Record<string, Record<string, unknown>>;

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
  if (!isFocused) demandAcceptable(option, given);
  else if (option["autocomplete"] !== true) throw new Error(`"${name}" does not complete what is typed`);
  const value = isObject(given) ? resolve(input, { type, given, resolved }) : given;
  return { name, type, value, ...(isFocused ? { focused: true } : {}) };
}

const isObject = (value: OptionValue): value is Upload | Named => typeof value === "object";

function demandAcceptable(option: Json, given: OptionValue): void {
  const name = asText(option["name"]);
  const choices = asList(option["choices"]).map((choice) => asJson(choice)["value"]);
  if (choices.length > 0 && !choices.includes(given))
    throw new Error(`"${name}" is one of ${choices.join(", ")}`);
  if (typeof given !== "string") return;
  const longest = asNumber(option["max_length"]) || 6_000;
  if (given.length < Math.max(1, asNumber(option["min_length"])) || given.length > longest) {
    throw new Error(`Discord does not accept ${given.length} characters for "${name}"`);
  }
}

interface Resolving {
  readonly type: number;
  readonly given: Upload | Named;
  readonly resolved: Resolved;
}

function resolve({ stage, guildId }: CommandInput, { type, given, resolved }: Resolving): string {
  if ("content" in given) return resolveUpload(stage, given, resolved);
  if (hasType({ type }, ApplicationCommandOptionType.Channel))
    addTo(resolved, "channels", [given.id, channelFields(stage.world, given.id)]);
  else Object.assign(resolved, resolvedUser(stage.world, given.id, guildId));
  return given.id;
}

function addTo(resolved: Resolved, kind: string, [id, value]: readonly [string, unknown]): void {
  resolved[kind] = { ...resolved[kind], [id]: value };
}

function resolveUpload(stage: Backstage, given: Upload, resolved: Resolved): string {
  const attachment = upload(stage, given);
  addTo(resolved, "attachments", [attachment.id, { ...attachment, ephemeral: true }]);
  return attachment.id;
}

/** The `users` and `members` of `resolved` for one user. */
export function resolvedUser(
  world: World,
  userId: string,
  guildId: string | undefined,
): Record<string, Record<string, unknown>> {
  const guild = guildId === undefined ? undefined : world.guilds.get(guildId);
  const users = { [userId]: world.users.get(userId) };
  return guild === undefined ? { users } : { users, members: { [userId]: wireMember(guild, userId) } };
}

function channelFields(world: World, id: string): Json {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Error(`there is no channel ${id}`);
  return { ...wireChannel(world, channel), permissions: "0" };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-interaction-context-types */
export function contextOf({ type, guildId, recipients }: Channel, botId: string): number {
  if (guildId !== undefined) return 0;
  return type === ChannelType.DM && recipients.some(({ id }) => id === botId) ? 1 : 2;
}
