import { Events, type Client, type Interaction } from "discord.js";
import { answerInteraction } from "./interactions.ts";
import { answerMessage, apologizeForMessage } from "./messages.ts";
import { apologizeForInteraction, report } from "./apologize.ts";
import { followDeletion, followEdit } from "./changed-messages.ts";
import { listen } from "./listen.ts";
import { welcome } from "./welcome.ts";
import { dropChannel, dropRole, forgetServer } from "./departures.ts";
import { botIn, from, type Bot } from "./bot.ts";
import type { InFlight } from "./in-flight.ts";

/** Listens to all that the bot acts on; returns how to stop. */
export function answerEvents(client: Client, bot: Bot, inFlight: InFlight): () => void {
  const stops = [...hearMembers(client, bot, inFlight), ...followServers(client, bot, inFlight)];
  return () => stops.forEach((stop) => stop());
}

type Stop = () => void;

/** A failure that nobody waits to hear of. */
const note = (error: unknown, bot: Bot, place: Partial<Place>): Promise<void> =>
  report(error, { bot, place: { guildId: null, channelId: null, ...place }, tell: undefined });

type Place = Parameters<typeof report>[1]["place"];

/** What members say and do. */
function hearMembers(client: Client, bot: Bot, inFlight: InFlight): readonly Stop[] {
  return [
    listen(client, Events.InteractionCreate, {
      handle: (interaction) => answerOnce(interaction, from(bot)),
      reportError: (error, interaction) => apologizeForInteraction(error, interaction, bot),
      inFlight,
    }),
    listen(client, Events.MessageCreate, {
      handle: (message) => answerMessage(message, from(bot)),
      reportError: (error, message) => apologizeForMessage(error, message, bot),
      inFlight,
    }),
    listen(client, Events.MessageUpdate, {
      handle: (_, message) => followEdit(message, from(bot)),
      reportError: (error, _, { guildId, channelId }) => note(error, bot, { guildId, channelId }),
      inFlight,
    }),
    listen(client, Events.MessageDelete, {
      handle: (message) => followDeletion(message, bot),
      reportError: (error, { guildId, channelId }) => note(error, bot, { guildId, channelId }),
      inFlight,
    }),
    listen(client, Events.MessageBulkDelete, {
      handle: async (messages) => {
        await Promise.all(messages.map((message) => followDeletion(message, bot)));
      },
      reportError: (error, _, { guildId, id }) => note(error, bot, { guildId, channelId: id }),
      inFlight,
    }),
  ];
}

async function answerOnce(interaction: Interaction, bot: Bot): Promise<void> {
  if (!bot.isNew(interaction.id)) return bot.skip("delivered-twice", interaction);
  await bot.turn();
  await answerInteraction(interaction, await botIn(interaction.guildId, bot));
}

/** What becomes of servers. */
function followServers(client: Client, bot: Bot, inFlight: InFlight): readonly Stop[] {
  return [
    listen(client, Events.GuildCreate, {
      handle: (guild) => welcome(guild, from(bot)),
      reportError: (error, { id }) => note(error, bot, { guildId: id }),
      inFlight,
    }),
    listen(client, Events.GuildDelete, {
      handle: (guild) => forgetServer(guild, bot),
      reportError: (error, { id }) => note(error, bot, { guildId: id }),
      inFlight,
    }),
    listen(client, Events.ChannelDelete, {
      handle: (channel) => dropChannel(channel, bot),
      reportError: (error, { id }) => note(error, bot, { channelId: id }),
      inFlight,
    }),
    listen(client, Events.GuildRoleDelete, {
      handle: (role) => dropRole(role, bot),
      reportError: (error, { guild }) => note(error, bot, { guildId: guild.id }),
      inFlight,
    }),
  ];
}
