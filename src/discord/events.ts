import { Events, type Client } from "discord.js";
import { answerInteraction } from "./interactions.ts";
import { answerMessage, apologizeForMessage } from "./messages.ts";
import { apologizeForInteraction, report } from "./apologize.ts";
import { followDeletion, followEdit } from "./changed-messages.ts";
import { listen } from "./listen.ts";
import { welcome } from "./welcome.ts";
import { dropChannel, dropRole, forgetServer } from "./departures.ts";
import { botIn, type Bot } from "./bot.ts";
import type { InFlight } from "./in-flight.ts";

/** Listens to all that the bot acts on; returns how to stop. */
export function answerEvents(client: Client, bot: Bot, inFlight: InFlight): () => void {
  const stops = [
    listen(client, Events.InteractionCreate, {
      handle: async (interaction) => answerInteraction(interaction, await botIn(interaction.guildId, bot)),
      reportError: (error, interaction) => apologizeForInteraction(error, interaction, bot),
      inFlight,
    }),
    listen(client, Events.MessageCreate, {
      handle: (message) => answerMessage(message, bot),
      reportError: (error, message) => apologizeForMessage(error, message, bot),
      inFlight,
    }),
    listen(client, Events.GuildCreate, {
      handle: (guild) => welcome(guild, bot),
      reportError: (error, guild) =>
        report(error, { bot, place: { guildId: guild.id, channelId: null }, tell: undefined }),
      inFlight,
    }),
    listen(client, Events.GuildDelete, {
      handle: (guild) => forgetServer(guild, bot),
      reportError: (error, guild) =>
        report(error, { bot, place: { guildId: guild.id, channelId: null }, tell: undefined }),
      inFlight,
    }),
    listen(client, Events.ChannelDelete, {
      handle: (channel) => dropChannel(channel, bot),
      reportError: (error, { id }) =>
        report(error, { bot, place: { guildId: null, channelId: id }, tell: undefined }),
      inFlight,
    }),
    listen(client, Events.GuildRoleDelete, {
      handle: (role) => dropRole(role, bot),
      reportError: (error, { guild }) =>
        report(error, { bot, place: { guildId: guild.id, channelId: null }, tell: undefined }),
      inFlight,
    }),
    listen(client, Events.MessageUpdate, {
      handle: (_, message) => followEdit(message, bot),
      reportError: (error, _, message) => report(error, { bot, place: message, tell: undefined }),
      inFlight,
    }),
    listen(client, Events.MessageDelete, {
      handle: (message) => followDeletion(message, bot),
      reportError: (error, message) => report(error, { bot, place: message, tell: undefined }),
      inFlight,
    }),
    listen(client, Events.MessageBulkDelete, {
      handle: async (messages) => {
        await Promise.all(messages.map((message) => followDeletion(message, bot)));
      },
      reportError: (error, _, channel) =>
        report(error, { bot, place: { guildId: channel.guildId, channelId: channel.id }, tell: undefined }),
      inFlight,
    }),
  ];
  return () => stops.forEach((stopOne) => stopOne());
}
