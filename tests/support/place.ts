import { contextOf } from "./command-input.ts";
import type { Alter, Driver, Spot } from "./driver.ts";
import { guildOf } from "./guilds.ts";
import type { Channel, Guild, StoredMessage, World } from "./world.ts";

/** Where a member acts; everything that is left out is as usual. */
export interface Place {
  /** A channel, or the name of one in the default guild; `general` when absent. */
  readonly channel?: Channel | string | undefined;
  /** Reaches the bot by the member's own installation, which is the only way where it was not added as a bot. */
  readonly isUserInstall?: boolean | undefined;
  /** Changes the payload before the bot gets it. */
  readonly alter?: Alter | undefined;
}

const PRIVATE_CHANNEL = 2;

export function spotOf({ stage, home }: Driver, { channel = "general", isUserInstall, alter }: Place): Spot {
  const { world } = stage;
  const where = typeof channel === "string" ? channelNamed(world, home, channel) : channel;
  const isForeign =
    guildOf(world, where)?.hasBot === false || contextOf(where, world.bot.id) === PRIVATE_CHANNEL;
  return { channel: where, isUserInstall: isUserInstall ?? isForeign, alter };
}

export function channelNamed(world: World, guild: Guild, name: string): Channel {
  const channel = [...world.channels.values()].find(
    (each) => each.guildId === guild.id && each.name === name,
  );
  if (channel === undefined) throw new Error(`${guild.name} has no channel ${name}`);
  return channel;
}

export function channelById(world: World, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Error(`there is no channel ${id}`);
  return channel;
}

export function messageById(world: World, id: string): StoredMessage {
  const message = world.messages.get(id);
  if (message === undefined) throw new Error(`there is no message ${id}`);
  return message;
}
