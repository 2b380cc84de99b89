import { ChannelType } from "discord.js";
import type { Json } from "./json.ts";
import {
  applyOverwrites,
  bitsOf,
  EVERYONE_BITS,
  UNINSTALLED_APP_BITS,
  type PermissionName,
} from "./permissions.ts";
import { holdsPosts, isThread, type Channel, type Guild, type Role, type World } from "./world.ts";

const BOT_PERMISSIONS: readonly PermissionName[] = ["UseExternalEmojis", "CreatePublicThreads"];

export type ChannelKind = "text" | "announcement" | "forum" | "media" | "voice";

export interface ChannelSpec {
  readonly name: string;
  readonly kind?: ChannelKind;
}

export interface GuildSpec {
  readonly name: string;
  /** A bare name is a text channel. */
  readonly channels?: readonly (string | ChannelSpec)[];
  readonly hasBot?: boolean;
  /** The name of the channel where Discord itself tells of events. */
  readonly systemChannel?: string;
  readonly allowsExternalApps?: boolean;
  /** The language that its moderators chose; `en-US` when absent. */
  readonly locale?: string;
}

const KINDS: Readonly<Record<ChannelKind, ChannelType>> = {
  text: ChannelType.GuildText,
  announcement: ChannelType.GuildAnnouncement,
  forum: ChannelType.GuildForum,
  media: ChannelType.GuildMedia,
  voice: ChannelType.GuildVoice,
};

export function addGuild(world: World, spec: GuildSpec): Guild {
  const id = world.clock.snowflake();
  const guild: Guild = {
    id,
    name: spec.name,
    hasBot: spec.hasBot ?? true,
    isDown: false,
    allowsExternalApps: spec.allowsExternalApps ?? true,
    locale: spec.locale ?? "en-US",
    joinedAt: world.clock.timestamp(),
    systemChannelId: undefined,
    roles: [{ id, name: "@everyone", permissions: EVERYONE_BITS, mentionable: false }],
    roleIdsByUser: new Map(),
  };
  world.guilds.set(id, guild);
  if (guild.hasBot)
    grant(world, { guild, userId: world.bot.id, name: world.bot.username, permissions: BOT_PERMISSIONS });
  for (const channel of spec.channels ?? []) {
    const { id: channelId, name } = addChannel(
      world,
      guild,
      typeof channel === "string" ? { name: channel } : channel,
    );
    if (name === spec.systemChannel) guild.systemChannelId = channelId;
  }
  return guild;
}

export function addChannel(world: World, guild: Guild, { name, kind = "text" }: ChannelSpec): Channel {
  return storeChannel(world, { type: KINDS[kind], name, guildId: guild.id });
}

type NewChannel = Pick<Channel, "type" | "name" | "guildId"> & Partial<Channel>;

export function storeChannel(world: World, fields: NewChannel): Channel {
  const id = fields.id ?? world.clock.snowflake();
  const channel: Channel = { recipients: [], overwrites: [], archived: false, ...fields, id };
  world.channels.set(channel.id, channel);
  return channel;
}

export interface RoleSpec {
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  /** Whether everyone may mention it; false when absent. */
  readonly mentionable?: boolean;
}

export function addRole(
  world: World,
  guild: Guild,
  { name, permissions = [], mentionable = false }: RoleSpec,
): Role {
  const role = { id: world.clock.snowflake(), name, permissions: bitsOf(permissions), mentionable };
  guild.roles.push(role);
  return role;
}

interface Grant {
  readonly guild: Guild;
  readonly userId: string;
  readonly name: string;
  readonly permissions: readonly PermissionName[];
}

/** Gives a user a role of their own with these permissions. */
export function grant(world: World, { guild, userId, name, permissions }: Grant): Role {
  const role = addRole(world, guild, { name, permissions });
  guild.roleIdsByUser.set(userId, [...(guild.roleIdsByUser.get(userId) ?? []), role.id]);
  return role;
}

export function guildOf(world: World, { guildId }: Channel): Guild | undefined {
  return guildId === undefined ? undefined : world.guilds.get(guildId);
}

/** What a user may do in a channel. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  const guild = guildOf(world, channel);
  if (guild === undefined) return EVERYONE_BITS | UNINSTALLED_APP_BITS;
  const roleIds = [guild.id, ...(guild.roleIdsByUser.get(userId) ?? [])];
  const granted = guild.roles
    .filter(({ id }) => roleIds.includes(id))
    .reduce((bits, role) => bits | role.permissions, 0n);
  const parent = channel.parentId === undefined ? undefined : world.channels.get(channel.parentId);
  const { overwrites } = isThread(channel) && parent ? parent : channel;
  return applyOverwrites(
    granted,
    overwrites.filter(({ id }) => id === userId || roleIds.includes(id)),
  );
}

/** `app_permissions` of an interaction. */
export function appPermissionsIn(world: World, channel: Channel): bigint {
  const guild = guildOf(world, channel);
  const isForeign = guild === undefined ? !channel.recipients.includes(world.bot) : !guild.hasBot;
  if (isForeign) return UNINSTALLED_APP_BITS;
  return permissionsIn(world, channel, world.bot.id);
}

export function wireChannel(world: World, channel: Channel): Json {
  if (channel.guildId === undefined) return wirePrivateChannel(channel);
  if (isThread(channel)) return wireThread(world, channel);
  return {
    ...identity(channel),
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: channel.overwrites,
    ...(holdsPosts(channel) ? { available_tags: [], default_reaction_emoji: null } : {}),
  };
}

function identity({ id, type, name, guildId }: Channel): Json {
  return { id, type, name, guild_id: guildId };
}

function wirePrivateChannel({ id, type, recipients }: Channel): Json {
  return { id, type, recipients, last_message_id: null, flags: 0 };
}

function wireThread(world: World, channel: Channel): Json {
  return {
    ...identity(channel),
    parent_id: channel.parentId,
    owner_id: channel.ownerId,
    message_count: world.messagesIn(channel.id).length,
    member_count: 1,
    total_message_sent: 1,
    rate_limit_per_user: 0,
    last_message_id: null,
    applied_tags: [],
    flags: 0,
    thread_metadata: {
      archived: channel.archived,
      auto_archive_duration: 1_440,
      archive_timestamp: world.clock.timestamp(),
      locked: false,
    },
  };
}

const JOINED_AT = "2026-01-01T00:00:00.000000+00:00";

export function wireMember(guild: Guild, userId: string): Json {
  return {
    roles: guild.roleIdsByUser.get(userId) ?? [],
    nick: null,
    avatar: null,
    joined_at: JOINED_AT,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function wireRole({ id, name, permissions, mentionable }: Role): Json {
  return {
    id,
    name,
    permissions: String(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    managed: false,
    mentionable,
    flags: 0,
  };
}

/** The payload of GUILD_CREATE. */
export function wireGuild(world: World, guild: Guild): Json {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  return {
    ...GUILD_DEFAULTS,
    id: guild.id,
    name: guild.name,
    preferred_locale: guild.locale,
    owner_id: guild.id,
    joined_at: guild.joinedAt,
    system_channel_id: guild.systemChannelId ?? null,
    member_count: world.users.size,
    roles: guild.roles.map(wireRole),
    members: [{ ...wireMember(guild, world.bot.id), user: world.bot }],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => wireChannel(world, channel)),
    threads: channels.filter(isThread).map((channel) => wireChannel(world, channel)),
  };
}

const GUILD_DEFAULTS: Json = {
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  afk_channel_id: null,
  afk_timeout: 300,
  application_id: null,
  default_message_notifications: 1,
  emojis: [],
  explicit_content_filter: 0,
  features: [],
  guild_scheduled_events: [],
  large: false,
  max_members: 500_000,
  mfa_level: 0,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  premium_subscription_count: 0,
  premium_tier: 0,
  presences: [],
  public_updates_channel_id: null,
  rules_channel_id: null,
  safety_alerts_channel_id: null,
  soundboard_sounds: [],
  stage_instances: [],
  stickers: [],
  system_channel_flags: 0,
  system_channel_id: null,
  unavailable: false,
  vanity_url_code: null,
  verification_level: 0,
  voice_states: [],
};
