import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from "discord-api-spec/zod";
import { ChannelType, MessageFlags } from "discord.js";
import { permissionsIn, storeChannel, wireChannel, wireGuild, wireMember } from "./guilds.ts";
import { asJson, asText } from "./json.ts";
import { demandSchema, readNewMessage } from "./message-bodies.ts";
import { flagMessage, postMessage } from "./messages.ts";
import { allows, type PermissionName } from "./permissions.ts";
import { refusal } from "./rest-error.ts";
import { bodyOf } from "./rest-request.ts";
import { noContent, ok, type RestAnswer, type Route, type RouteCall } from "./route.ts";
import { holdsPosts, isThread, type Channel, type Guild, type World } from "./world.ts";

export const CHANNEL_ROUTES: readonly Route[] = [
  { method: "GET", path: "/users/@me", handle: ({ stage }) => ok(stage.world.bot) },
  { method: "GET", path: "/users/:user", handle: readUser },
  { method: "POST", path: "/users/@me/channels", handle: openDirectMessages },
  {
    method: "GET",
    path: "/guilds/:guild",
    handle: (call) => ok(wireGuild(call.stage.world, guildOfCall(call))),
  },
  { method: "GET", path: "/guilds/:guild/channels", handle: listChannels },
  { method: "GET", path: "/guilds/:guild/members/:user", handle: readMember },
  { method: "GET", path: "/channels/:channel", handle: readChannel },
  { method: "POST", path: "/channels/:channel/typing", handle: showTyping },
  { method: "POST", path: "/channels/:channel/threads", handle: startThread },
  { method: "POST", path: "/channels/:channel/messages/:message/threads", handle: startThreadFromMessage },
];

/** The channel in the path, as far as the bot may see it and has these permissions in it. */
export function channelOf({ param, stage }: RouteCall, ...needed: readonly PermissionName[]): Channel {
  const { world } = stage;
  const channel = world.channels.get(param("channel"));
  if (channel === undefined) throw refusal("unknownChannel");
  if (channel.guildId === undefined) return demandParticipation(world, channel);
  const bits = permissionsIn(world, channel, world.bot.id);
  const isVisible = world.guilds.get(channel.guildId)?.hasBot === true && allows(bits, "ViewChannel");
  if (!isVisible) throw refusal("missingAccess", "the bot used a channel that it cannot see");
  const missing = needed.filter((name) => !allows(bits, name));
  if (missing.length > 0) throw refusal("missingPermissions", `the bot acted without ${missing.join(", ")}`);
  return channel;
}

function demandParticipation({ bot }: World, channel: Channel): Channel {
  const takesPart = channel.recipients.some(({ id }) => id === bot.id);
  if (channel.type !== ChannelType.DM || !takesPart) throw refusal("missingAccess");
  return channel;
}

export function sendPermission(channel: Channel): PermissionName {
  return isThread(channel) ? "SendMessagesInThreads" : "SendMessages";
}

function readUser({ param, stage }: RouteCall): RestAnswer {
  const user = stage.world.users.get(param("user"));
  if (user === undefined) throw refusal("unknownUser");
  return ok(user);
}

function openDirectMessages({ request, stage: { world } }: RouteCall): RestAnswer {
  const user = world.users.get(asText(bodyOf(request)["recipient_id"]));
  if (user === undefined) throw refusal("unknownUser");
  return ok(wireChannel(world, directMessages(world, user.id)));
}

/** The channel between a user and the bot; it is made when first needed. */
export function directMessages(world: World, userId: string): Channel {
  const user = world.users.get(userId);
  if (user === undefined) throw new Error(`there is no user ${userId}`);
  const isTheirs = ({ type, recipients }: Channel) => type === ChannelType.DM && recipients.includes(user);
  const existing = [...world.channels.values()].find(
    (each) => isTheirs(each) && each.recipients.includes(world.bot),
  );
  const fields = { type: ChannelType.DM, name: "", guildId: undefined, recipients: [user, world.bot] };
  return existing ?? storeChannel(world, fields);
}

function guildOfCall({ param, stage }: RouteCall): Guild {
  const guild = stage.world.guilds.get(param("guild"));
  if (guild === undefined || !guild.hasBot) throw refusal("unknownGuild");
  return guild;
}

function listChannels(call: RouteCall): RestAnswer {
  const { world } = call.stage;
  const { id } = guildOfCall(call);
  const channels = [...world.channels.values()].filter(
    (channel) => channel.guildId === id && !isThread(channel),
  );
  return ok(channels.map((channel) => wireChannel(world, channel)));
}

function readMember(call: RouteCall): RestAnswer {
  const guild = guildOfCall(call);
  const user = call.stage.world.users.get(call.param("user"));
  if (user === undefined) throw refusal("unknownMember");
  return ok({ ...wireMember(guild, user.id), user });
}

function readChannel(call: RouteCall): RestAnswer {
  return ok(wireChannel(call.stage.world, channelOf(call)));
}

function showTyping(call: RouteCall): RestAnswer {
  channelOf(call);
  return noContent;
}

function startThread(call: RouteCall): RestAnswer {
  const parent = channelOf(call);
  return holdsPosts(parent) ? startForumPost(call, parent) : startLooseThread(call, parent);
}

function startForumPost(call: RouteCall, parent: Channel): RestAnswer {
  const { request, stage } = call;
  channelOf(call, "SendMessages");
  demandSchema(CreateForumThreadRequestSchema, request.body);
  const body = bodyOf(request);
  const parts = readNewMessage({ ...stage, channel: parent }, asJson(body["message"]), request);
  const thread = addThread(stage.world, parent, { name: asText(body["name"]), ownerId: stage.world.bot.id });
  postMessage(stage.world, { ...parts, channel: thread, author: stage.world.bot, id: thread.id });
  return ok(wireChannel(stage.world, thread));
}

function startLooseThread(call: RouteCall, parent: Channel): RestAnswer {
  const { request, stage } = call;
  channelOf(call, "CreatePublicThreads");
  demandSchema(CreateTextThreadWithoutMessageRequestSchema, request.body);
  const name = asText(bodyOf(request)["name"]);
  return ok(wireChannel(stage.world, addThread(stage.world, parent, { name, ownerId: stage.world.bot.id })));
}

function startThreadFromMessage(call: RouteCall): RestAnswer {
  const { request, stage } = call;
  const parent = channelOf(call, "CreatePublicThreads");
  demandSchema(CreateTextThreadWithMessageRequestSchema, request.body);
  const id = call.param("message");
  const message = stage.world.messages.get(id);
  const isThere = message !== undefined && !message.deleted && message.visibleTo === undefined;
  if (!isThere || message.wire.channel_id !== parent.id) throw refusal("unknownMessage");
  if (!BRANCHING.includes(parent.type))
    throw refusal("notInThisChannel", "the bot started a thread where none can be started");
  if (stage.world.channels.has(id)) throw refusal("threadExists");
  const name = asText(bodyOf(request)["name"]);
  const thread = addThread(stage.world, parent, { id, name, ownerId: stage.world.bot.id });
  flagMessage(stage.world, message, MessageFlags.HasThread);
  return ok(wireChannel(stage.world, thread));
}

/** https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const BRANCHING: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

interface NewThread {
  /** A thread from a message has the message's id. */
  readonly id?: string;
  readonly name: string;
  readonly ownerId: string;
}

export function addThread(world: World, parent: Channel, { id, name, ownerId }: NewThread): Channel {
  const thread = storeChannel(world, {
    id: id ?? world.clock.snowflake(),
    type:
      parent.type === ChannelType.GuildAnnouncement
        ? ChannelType.AnnouncementThread
        : ChannelType.PublicThread,
    name,
    guildId: parent.guildId,
    parentId: parent.id,
    ownerId,
  });
  const data = { ...wireChannel(world, thread), newly_created: true };
  world.publish({ name: "THREAD_CREATE", data, guildId: parent.guildId, channelId: parent.id });
  return thread;
}
