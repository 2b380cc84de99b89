import { isDeepStrictEqual } from "node:util";
import {
  Events,
  GatewayDispatchEvents,
  ShardClientUtil,
  type Client,
  type DMChannel,
  type Guild,
  type NonThreadGuildBasedChannel,
  type Role,
} from "discord.js";
import { z } from "zod";
import type { GuildSettings } from "../guilds/guild-settings.ts";
import { report } from "./apologize.ts";
import type { Bot } from "./bot.ts";

/** Deletes all that is kept of a server that the bot was removed from. */
export async function forgetServer({ id }: Guild, bot: Bot): Promise<void> {
  await bot.guilds.forget(id);
  bot.log.info({ guildId: id }, "forgot a server that removed the bot");
}

/** Milliseconds between two looks at which servers were left while nobody told of it. */
const DAY = 86_400_000;

/** Deletes what is kept of servers that removed the bot while it was not running; returns how to stop. */
export function followDepartures(client: Client, bot: Bot): () => void {
  const look = (): void => {
    lookAround(client, bot).catch(async (error: unknown) => {
      await report(error, { bot, place: { guildId: null, channelId: null }, tell: undefined });
    });
  };
  const timer = setInterval(look, DAY).unref();
  client.ws.on(GatewayDispatchEvents.Ready, (ready, shardId) => dropLeft(client, ready, shardId));
  client.once(Events.ClientReady, look);
  return () => clearInterval(timer);
}

const READY = z.object({ guilds: z.array(z.object({ id: z.string() })) });

/** A new session names all servers of its shard: of those it does not name the bot was removed meanwhile. */
function dropLeft({ guilds }: Client, ready: unknown, shardId: number): void {
  const parsed = READY.safeParse(ready);
  if (!parsed.success) return;
  const named = new Set(parsed.data.guilds.map(({ id }) => id));
  guilds.cache.sweep((guild) => guild.shardId === shardId && !named.has(guild.id));
}

async function lookAround(client: Client, bot: Bot): Promise<void> {
  const { shards } = client.ws;
  const count = client.options.shardCount ?? shards.size;
  await bot.guilds.forgetLeft({
    isLookedAfter: (guildId) => shards.has(ShardClientUtil.shardIdForGuildId(guildId, count)),
    isHere: (guildId) => client.guilds.cache.has(guildId),
  });
}

/** Settings that name a channel which is gone lose it. */
export async function dropChannel(channel: DMChannel | NonThreadGuildBasedChannel, bot: Bot): Promise<void> {
  if (channel.isDMBased()) return;
  const { id, guildId } = channel;
  await dropFrom(guildId, bot, (settings) => ({
    ...settings,
    askPlaces: settings.askPlaces?.filter((place) => place.id !== id),
    gapChannel: settings.gapChannel === id ? undefined : settings.gapChannel,
  }));
}

/** Settings that name a role which is gone lose it. */
export async function dropRole({ id, guild }: Role, bot: Bot): Promise<void> {
  await dropFrom(guild.id, bot, (settings) => ({
    ...settings,
    helperRole: settings.helperRole === id ? undefined : settings.helperRole,
  }));
}

async function dropFrom(
  guildId: string,
  { guilds }: Bot,
  drop: (settings: GuildSettings) => GuildSettings,
): Promise<void> {
  const settings = await guilds.settingsOf(guildId);
  // Most channels and roles are in no setting: nothing is written for them.
  if (isDeepStrictEqual(drop(settings), settings)) return;
  await guilds.changeSettings(guildId, drop);
}
