import {
  ChannelType,
  cleanContent,
  DiscordAPIError,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type AnyThreadChannel,
  type Channel,
  type GuildBasedChannel,
  type Message,
  type SendableChannels,
} from "discord.js";
import type { ReplyStyle } from "../guilds/guild-settings.ts";
import { isForum, wordsOf } from "./hear.ts";
import { shortenLine } from "./render/shorten.ts";
import type { publicMessage } from "./payload.ts";
import type { Illustrated } from "./pictures.ts";

/**
 * Answers a message in its channel. The nonce keeps a second delivery of the message from a second answer. Returns
 * what was sent, or `undefined` where the bot may not speak; asking Discord in vain too often gets the address banned.
 */
export async function sendAnswer(
  message: Message,
  answer: Illustrated<ReturnType<typeof publicMessage>>["message"],
  style: ReplyStyle = "reply",
): Promise<Message | undefined> {
  const thread = style === "thread" ? await threadFor(message) : undefined;
  if (thread) return await thread.send({ ...answer, nonce: message.id, enforceNonce: true });
  const { channel } = message;
  if (!channel.isSendable() || !may(message, neededToSend(channel))) return undefined;
  const once = { ...answer, nonce: message.id, enforceNonce: true };
  // Message.reply leaves out what keeps a message from pinging where Discord told of a message without its id.
  const reply = { messageReference: message, failIfNotExists: false };
  return await channel.send(may(message, REFER) ? { ...once, reply } : once);
}

/** https://docs.discord.com/developers/resources/channel#start-thread-from-message: 1 to 100 characters. */
const THREAD_NAME_MAX_LENGTH = 100;

const START_THREAD =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.SendMessagesInThreads;

/** The thread below a message, which is started where there is none; `undefined` where there can be none. */
async function threadFor(message: Message): Promise<AnyThreadChannel | undefined> {
  const { channel } = message;
  const takesThreads =
    channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement;
  if (!takesThreads || !may(message, START_THREAD)) return undefined;
  // One that moderators locked takes no message.
  if (message.thread !== null) return message.thread.sendable ? message.thread : undefined;
  const name = shortenLine(cleanContent(wordsOf(message), channel), THREAD_NAME_MAX_LENGTH);
  return name === "" ? undefined : await startThread(message, name);
}

/** Another bot may start a thread from every message of a channel: then that one is used. */
async function startThread(message: Message, name: string): Promise<AnyThreadChannel | undefined> {
  try {
    return await message.startThread({ name });
  } catch (error) {
    if (!isThreadThere(error)) throw error;
    const thread = await message.client.channels.fetch(message.id);
    return thread?.isThread() === true && thread.sendable ? thread : undefined;
  }
}

const isThreadThere = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;

const SEND = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const SEND_IN_THREAD = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessagesInThreads;

/** What the bot must be allowed to speak in a channel; threads have a permission of their own. */
export const neededToSend = (channel: Channel | SendableChannels): bigint =>
  channel.isThread() ? SEND_IN_THREAD : SEND;

/** What the bot lacks to answer the messages of a channel, or the posts of a forum, by names as Discord shows them. */
export function lackingToAnswer(channel: GuildBasedChannel): readonly string[] {
  const needed = (isForum(channel) ? SEND_IN_THREAD : neededToSend(channel)) | REFER;
  const missing = channel.permissionsFor(channel.client.user)?.missing(needed) ?? [];
  return missing.map((name) => `“${name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ")}”`);
}

/** https://docs.discord.com/developers/resources/message#create-message: a reply refers to a message of the history. */
export const REFER = PermissionFlagsBits.ReadMessageHistory;

function may({ channel, client }: Message, permissions: bigint): boolean {
  return channel.isDMBased() || channel.permissionsFor(client.user)?.has(permissions) === true;
}
