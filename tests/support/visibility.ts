import { ApplicationFlags, GatewayIntentBits } from "discord.js";
import { permissionsIn } from "./guilds.ts";
import { asJson, asList, asText, isJson, type Json } from "./json.ts";
import { allows } from "./permissions.ts";
import type { World, WorldEvent } from "./world.ts";

/** https://docs.discord.com/developers/events/gateway#list-of-intents, for the events that are sent here. */
function intentFor({ name, guildId }: WorldEvent): number {
  if (name.startsWith("MESSAGE_")) {
    return guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  }
  if (name.startsWith("GUILD_MEMBER_")) return GatewayIntentBits.GuildMembers;
  return /^(GUILD|CHANNEL|THREAD)_/.test(name) ? GatewayIntentBits.Guilds : 0;
}

/** Whether the bot hears of an event: it needs the intent, and must see the channel. */
export function hears(world: World, intents: number, event: WorldEvent): boolean {
  const intent = intentFor(event);
  return (intents & intent) === intent && seesChannel(world, event);
}

function seesChannel(world: World, { channelId }: WorldEvent): boolean {
  const channel = channelId === undefined ? undefined : world.channels.get(channelId);
  if (channel?.guildId === undefined) return true;
  const guild = world.guilds.get(channel.guildId);
  return guild?.hasBot === true && allows(permissionsIn(world, channel, world.bot.id), "ViewChannel");
}

/** The event as the bot may read it: without the intent, most messages arrive without their content. */
export function redacted(world: World, intents: number, { name, data }: WorldEvent): Json {
  const isMessage = name === "MESSAGE_CREATE" || name === "MESSAGE_UPDATE";
  if (!isMessage || (intents & GatewayIntentBits.MessageContent) !== 0) return data;
  return withoutForeignContent(world, data);
}

/** https://docs.discord.com/developers/events/gateway#message-content-intent */
export function withoutForeignContent(world: World, message: Json): Json {
  const { referenced_message: referenced } = message;
  const inner = isJson(referenced) ? { referenced_message: withoutForeignContent(world, referenced) } : {};
  if (mayRead(world, message)) return { ...message, ...inner };
  return { ...message, ...inner, content: "", embeds: [], attachments: [], components: [] };
}

function mayRead(world: World, message: Json): boolean {
  const channel = world.channels.get(asText(message["channel_id"]));
  const isOwn = asJson(message["author"])["id"] === world.bot.id;
  const mentionsBot = asList(message["mentions"]).some((user) => asJson(user)["id"] === world.bot.id);
  return isOwn || mentionsBot || channel?.guildId === undefined;
}

const ANY_CONTENT_FLAG =
  ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
const ANY_MEMBERS_FLAG = ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited;
const ANY_PRESENCE_FLAG = ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited;

const PRIVILEGES: readonly (readonly [intent: number, flags: number])[] = [
  [GatewayIntentBits.MessageContent, ANY_CONTENT_FLAG],
  [GatewayIntentBits.GuildMembers, ANY_MEMBERS_FLAG],
  [GatewayIntentBits.GuildPresences, ANY_PRESENCE_FLAG],
];

export function mayReadContent(applicationFlags: number): boolean {
  return (applicationFlags & ANY_CONTENT_FLAG) !== 0;
}

/** Whether the portal's switches are on for every privileged intent asked for. */
export function areAllowed(intents: number, applicationFlags: number): boolean {
  return PRIVILEGES.every(([intent, flags]) => (intents & intent) === 0 || (applicationFlags & flags) !== 0);
}

const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (bits, intent) => (typeof intent === "number" ? bits | intent : bits),
  0,
);

export function areKnown(intents: number): boolean {
  return (intents & ~KNOWN_INTENTS) === 0;
}
