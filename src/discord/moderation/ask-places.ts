import { ChannelType, type Channel, type Guild } from "discord.js";
import type { AskPlace, AskPlaceKind } from "../../guilds/guild-settings.ts";
import type { Bot } from "../bot.ts";
import { isForum } from "../hear.ts";

/** Whether questions come as messages or as posts. */
export const kindOfPlace = (channel: Pick<Channel, "type">): AskPlaceKind =>
  isForum(channel) ? "forum" : "channel";

const PLACES: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);

/** The channels and forums of a server that have one of the operator's names. */
export function placesByName({ channels }: Guild, { askChannels }: Pick<Bot, "askChannels">): AskPlace[] {
  return channels.cache
    .filter((channel) => PLACES.has(channel.type) && askChannels.includes(nameOf(channel)))
    .map((channel) => ({ id: channel.id, kind: kindOfPlace(channel) }));
}

/** In lower case; empty for one that Discord has told of without its name. */
const nameOf = ({ name }: { readonly name: string | null }): string => name?.toLowerCase() ?? "";
