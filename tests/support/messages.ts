import { MessageType, type MessageFlags } from "discord.js";
import { fileUrl, type FilePlace } from "./cdn.ts";
import { guildOf, wireMember } from "./guilds.ts";
import type { Json } from "./json.ts";
import { flatten, type WireAttachment, type WireComponent, type WireMessage, type WireUser } from "./wire.ts";
import type { Channel, StoredFile, StoredMessage, World } from "./world.ts";

export interface NewMessage {
  readonly channel: Channel;
  readonly author: WireUser;
  readonly id?: string | undefined;
  readonly content?: string;
  readonly embeds?: readonly Json[];
  readonly components?: readonly WireComponent[];
  readonly attachments?: readonly WireAttachment[];
  readonly flags?: number;
  readonly nonce?: string | number | undefined;
  readonly replyTo?: StoredMessage | undefined;
  /** Whether a reply pings the author it replies to. */
  readonly pings?: boolean;
  readonly webhookId?: string | undefined;
  readonly interaction?: Json | undefined;
  readonly visibleTo?: string | undefined;
  readonly loading?: boolean;
  /** Ids of the members and roles whom it notifies; unknown when absent. */
  readonly pinged?: readonly string[];
}

/** Keeps a message without telling the bot. */
export function storeMessage(world: World, message: NewMessage): StoredMessage {
  const stored: StoredMessage = {
    wire: buildWire(world, message),
    visibleTo: message.visibleTo,
    loading: message.loading ?? false,
    deleted: false,
    pinged: message.pinged ?? [],
    earlier: [],
  };
  world.messages.set(stored.wire.id, stored);
  world.changes.notify();
  return stored;
}

/** Keeps a message and tells the bot, unless only one user sees it. */
export function postMessage(world: World, message: NewMessage): StoredMessage {
  const stored = storeMessage(world, message);
  announce(world, "MESSAGE_CREATE", stored);
  return stored;
}

function buildWire(world: World, message: NewMessage): WireMessage {
  const { channel, author, replyTo, content = "" } = message;
  return {
    id: message.id ?? world.clock.snowflake(),
    channel_id: channel.id,
    author,
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    content,
    embeds: message.embeds ?? [],
    components: withIds(message.components ?? []),
    attachments: message.attachments ?? [],
    flags: message.flags ?? 0,
    timestamp: world.clock.timestamp(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...mentionsOf(world, message),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(replyTo === undefined ? {} : replyFields(channel, replyTo)),
    ...(message.webhookId === undefined
      ? {}
      : { webhook_id: message.webhookId, application_id: message.webhookId }),
    ...(message.interaction === undefined ? {} : { interaction_metadata: message.interaction }),
  };
}

function replyFields({ id, guildId }: Channel, { wire, deleted }: StoredMessage): Partial<WireMessage> {
  return {
    message_reference: { type: 0, message_id: wire.id, channel_id: id, guild_id: guildId },
    referenced_message: deleted ? null : wire,
  };
}

type Mentions = Pick<WireMessage, "mentions" | "mention_roles" | "mention_everyone">;

function mentionsOf(world: World, { content = "", replyTo, pings = true, pinged }: NewMessage): Mentions {
  const named = [...content.matchAll(/<@!?(\d+)>/g)].map(([, id = ""]) => id);
  // The author of a webhook message, such as an answer to a command, cannot be pinged by a reply.
  const canPing = replyTo !== undefined && pings && replyTo.wire.webhook_id === undefined;
  const ids = new Set(canPing ? [...named, replyTo.wire.author.id] : named);
  return {
    mentions: [...world.users.values()].filter(({ id }) => ids.has(id)),
    mention_roles:
      pinged?.filter(isRole(world)) ?? [...content.matchAll(/<@&(\d+)>/g)].map(([, id = ""]) => id),
    mention_everyone: /@(everyone|here)\b/.test(content),
  };
}

const isRole =
  ({ guilds }: World) =>
  (wanted: string): boolean =>
    [...guilds.values()].some(({ roles }) => roles.some(({ id }) => id === wanted));

/** Discord numbers the components that the sender did not number. */
function withIds(components: readonly WireComponent[]): readonly WireComponent[] {
  const copies = structuredClone(components);
  flatten(copies).forEach((component, index) => {
    component.id ??= index + 1;
  });
  return copies;
}

export type Edit = Partial<Pick<WireMessage, "content" | "embeds" | "components" | "attachments" | "flags">>;

export function editMessage(world: World, message: StoredMessage, edit: Edit): void {
  if (!message.loading) message.earlier.push(message.wire);
  const components = edit.components === undefined ? message.wire.components : withIds(edit.components);
  const edited = message.loading ? null : world.clock.timestamp();
  message.wire = { ...message.wire, ...edit, components, edited_timestamp: edited };
  message.loading = false;
  announce(world, "MESSAGE_UPDATE", message);
}

/** Changes what Discord says of a message while its author does nothing; the bot hears of it as of an edit. */
export function flagMessage(world: World, message: StoredMessage, flag: MessageFlags): void {
  message.wire = { ...message.wire, flags: message.wire.flags | flag };
  announce(world, "MESSAGE_UPDATE", message);
}

export function deleteMessage(world: World, message: StoredMessage): void {
  message.deleted = true;
  const { id, channel_id, guild_id } = eventFields(world, message);
  publishFor(world, message, { name: "MESSAGE_DELETE", data: { id, channel_id, guild_id } });
}

function announce(world: World, name: string, message: StoredMessage): void {
  publishFor(world, message, { name, data: eventFields(world, message) });
}

function publishFor(
  world: World,
  message: StoredMessage,
  event: { readonly name: string; readonly data: Json },
): void {
  if (message.visibleTo !== undefined || message.loading) return world.changes.notify();
  const channel = world.channels.get(message.wire.channel_id);
  world.publish({ ...event, guildId: channel?.guildId, channelId: channel?.id });
}

/** The message as an event carries it: with the guild and the author's membership. */
export function eventFields(world: World, { wire }: StoredMessage): Json {
  const channel = world.channels.get(wire.channel_id);
  const guild = channel === undefined ? undefined : guildOf(world, channel);
  if (channel === undefined || guild === undefined) return { ...wire, channel_type: channel?.type };
  const member = wire.webhook_id === undefined ? { member: wireMember(guild, wire.author.id) } : {};
  return { ...wire, channel_type: channel.type, guild_id: guild.id, ...member };
}

export function storeAttachment(world: World, file: StoredFile, place: FilePlace): WireAttachment {
  const id = world.clock.snowflake();
  world.files.set(id, file);
  const url = fileUrl(world, { id, name: file.name }, place);
  return {
    id,
    filename: file.name,
    content_type: file.contentType,
    size: file.bytes.length,
    url,
    proxy_url: url,
  };
}
