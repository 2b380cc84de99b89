import { ApplicationCommandOptionType } from "discord.js";
import type { CommandInput } from "./command-input.ts";
import { asJson, asList, asNumber, asText, type Json } from "./json.ts";
import type { Upload } from "./upload.ts";

/** Someone or something that an option can name. */
export interface Named {
  readonly id: string;
}

export type OptionValue = string | number | boolean | Upload | Named;
export type OptionValues = Readonly<Record<string, OptionValue>>;

export const isThing = (value: OptionValue): value is Upload | Named => typeof value === "object";

const TYPES: Readonly<Record<number, (given: OptionValue) => boolean>> = {
  [ApplicationCommandOptionType.String]: (given) => typeof given === "string",
  [ApplicationCommandOptionType.Integer]: (given) => Number.isInteger(given),
  [ApplicationCommandOptionType.Number]: (given) => typeof given === "number",
  [ApplicationCommandOptionType.Boolean]: (given) => typeof given === "boolean",
  [ApplicationCommandOptionType.Attachment]: (given) => isThing(given) && "content" in given,
};

/** Throws where Discord's client would not let a member give an option this value. */
export function demandAcceptable(input: CommandInput, option: Json, given: OptionValue): void {
  const name = asText(option["name"]);
  const type = asNumber(option["type"]);
  const isOfType = TYPES[type] ?? ((value) => isThing(value) && "id" in value);
  if (!isOfType(given)) throw new Error(`"${name}" takes no ${typeof given} like that`);
  const choices = asList(option["choices"]).map((choice) => asJson(choice)["value"]);
  if (choices.length > 0 && !choices.includes(given))
    throw new Error(`"${name}" is one of ${choices.join(", ")}`);
  if (typeof given === "string") demandLength(option, given);
  if (typeof given === "number") demandRange(option, given);
  if (isThing(given) && "id" in given) demandOffered(input, option, given);
}

function demandLength(option: Json, given: string): void {
  const longest = asNumber(option["max_length"]) || 6_000;
  if (given.length < Math.max(1, asNumber(option["min_length"])) || given.length > longest)
    throw new Error(`Discord does not accept ${given.length} characters for "${asText(option["name"])}"`);
}

function demandRange(
  { name, min_value: min = -Infinity, max_value: max = Infinity }: Json,
  given: number,
): void {
  if (given < asNumber(min) || given > asNumber(max))
    throw new Error(`"${asText(name)}" is from ${asNumber(min)} to ${asNumber(max)}`);
}

/** Channels and roles are those of the server, and channels of the kinds that the option takes. */
function demandOffered({ stage, channel }: CommandInput, option: Json, { id }: Named): void {
  const name = asText(option["name"]);
  const type = asNumber(option["type"]);
  const { channels, guilds } = stage.world;
  if (type === ROLE && guilds.get(channel.guildId ?? "")?.roles.every((role) => role.id !== id) !== false)
    throw new Error(`"${name}" offers no role ${id}`);
  if (type !== CHANNEL) return;
  const named = channels.get(id);
  const types = asList(option["channel_types"]);
  if (named === undefined || named.guildId !== channel.guildId) throw new Error(`there is no channel ${id}`);
  if (types.length > 0 && !types.includes(named.type))
    throw new Error(`"${name}" offers no channels of type ${named.type}`);
}

const ROLE: number = ApplicationCommandOptionType.Role;
const CHANNEL: number = ApplicationCommandOptionType.Channel;
