import { ChannelType, type Channel, type Message } from "discord.js";
import type { GuildSettings } from "../guilds/guild-settings.ts";

/** What a message means to the bot. */
export interface Heard {
  /** Whether the bot was mentioned, replied to or written to directly. */
  readonly addressed: boolean;
  /** Whether it opens a post of a forum. */
  readonly isPost: boolean;
  /** The words without mentions of the bot; empty when there are none or Discord does not show them. */
  readonly question: string;
}

/** What a member says, as it stands now; `undefined` for what is no member's. */
export function hear(message: Message): Heard | undefined {
  if (message.author.bot || message.webhookId !== null || message.system) return undefined;
  const isPost = opensPost(message);
  return {
    addressed: isAddressed(message),
    isPost,
    question: isPost ? postOf(message) : wordsOf(message),
  };
}

/** Whether what a member says is for the bot: it is addressed, or asked in an ask place. */
export function isForBot({ addressed, isPost, question }: Heard, message: Message, asks: AskPlaces): boolean {
  if (addressed) return true;
  // Below the first message of a post the members talk among themselves.
  if (isInForum(message) && !isPost) return false;
  return question !== "" && isAskPlace(message.channel, asks);
}

/** `@everyone` addresses nobody: only the bot itself, its role, or a reply to it does. */
function isAddressed({ client, channel, mentions }: Message): boolean {
  return (
    channel.isDMBased() ||
    mentions.users.has(client.user.id) ||
    mentions.repliedUser?.id === client.user.id ||
    mentions.roles.some((role) => role.tags?.botId === client.user.id)
  );
}

/** The text of a message without mentions of the bot and of its role. */
export function wordsOf({ client, content, mentions }: Message): string {
  const ownRole = mentions.roles.find((role) => role.tags?.botId === client.user.id);
  const own = [
    `<@${client.user.id}>`,
    `<@!${client.user.id}>`,
    ...(ownRole === undefined ? [] : [`<@&${ownRole.id}>`]),
  ];
  const words = own.reduce((text, mention) => text.replaceAll(mention, " "), content);
  return words.replace(/^[\s,:;-]+/u, "").trimEnd();
}

/** Whether what is asked in a channel comes as posts. */
export const isForum = ({ type }: Pick<Channel, "type">): boolean =>
  type === ChannelType.GuildForum || type === ChannelType.GuildMedia;

function isInForum({ channel }: Message): boolean {
  const parent = channel.isThread() ? channel.parent : null;
  return parent !== null && isForum(parent);
}

/** https://docs.discord.com/developers/topics/threads#forums: the first message has the id of its post. */
const opensPost = (message: Message): boolean => isInForum(message) && message.id === message.channelId;

// Title and body ask together: "Salary?" and "I am a DevOps engineer in Dallas."
function postOf(message: Message): string {
  const { channel } = message;
  const title = channel.isThread() ? channel.name : "";
  return [title, wordsOf(message)].filter((text) => text.trim() !== "").join("\n");
}

/** Where the bot answers unasked: in the places that moderators chose, else in those with the operator's names. */
export interface AskPlaces {
  readonly settings: Pick<GuildSettings, "askPlaces">;
  readonly askChannels: readonly string[];
}

/** Whether questions are answered unasked in a channel; a thread or a post belongs to the channel or forum it is in. */
export function isAskPlace(channel: Channel, { settings, askChannels }: AskPlaces): boolean {
  const place = channel.isThread() ? channel.parent : channel;
  if (place === null || !("name" in place) || place.name === null) return false;
  if (settings.askPlaces !== undefined) return settings.askPlaces.some(({ id }) => id === place.id);
  return askChannels.includes(place.name.toLowerCase());
}
