import type { Ask, Opening } from "./ask.ts";

type Json = Readonly<Record<string, unknown>>;

/** https://docs.discord.com/developers/reference#snowflakes: milliseconds since 1970 of the first one. */
const EPOCH = 1_420_070_400_000;
const TIME_BITS = 22n;
const COUNTER = 0x3f_ff_ff;

let counter = 0;

/** An id of now; no two are the same. */
export function newId(): string {
  counter = (counter + 1) & COUNTER;
  return String((BigInt(Date.now() - EPOCH) << TIME_BITS) | BigInt(counter));
}

// Ids have 18 digits, as Discord's do: discord.js tells the routes of shorter ones from one another no more.
const APPLICATION_FROM = 90_000_000_000;
const SERVERS_FROM = 100_000_000_000;
const MEMBERS_FROM = 200_000_000_000;
const PARTS_FROM = 210_000_000_000;
const MOST_PARTS = 1_000;

const idOf = (number: number): string => String(BigInt(number) << TIME_BITS);

export const serverId = (server: number): string => idOf(SERVERS_FROM + server);
const partId = (server: number, part: number): string => idOf(PARTS_FROM + server * MOST_PARTS + part);

/** https://docs.discord.com/developers/events/gateway#sharding: the shard that hears of a server. */
export const shardOf = (server: number, shards: number): number => (SERVERS_FROM + server) % shards;

export const BOT: Json = {
  id: idOf(APPLICATION_FROM),
  username: "bot",
  discriminator: "0",
  avatar: null,
  bot: true,
  global_name: null,
};

/** Message Content for small bots: ApplicationFlags.GatewayMessageContentLimited. */
const FLAGS = 1 << 19;

export const APPLICATION: Json = {
  id: idOf(APPLICATION_FROM),
  name: "bot",
  icon: null,
  description: "",
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: "0".repeat(64),
  team: null,
  owner: BOT,
  flags: FLAGS,
  integration_types_config: { 0: {}, 1: {} },
};

const EVERYTHING_USUAL = "2248473465835073";
const AGO = "2026-01-01T00:00:00.000000+00:00";

const GUILD: Json = {
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  vanity_url_code: null,
  afk_channel_id: null,
  afk_timeout: 300,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  verification_level: 1,
  default_message_notifications: 1,
  explicit_content_filter: 2,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_subscription_count: 0,
  premium_progress_bar_enabled: false,
  application_id: null,
  preferred_locale: "en-US",
  features: [],
  emojis: [],
  stickers: [],
  large: true,
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  threads: [],
  unavailable: false,
  member_count: 500,
  joined_at: AGO,
  max_members: 500_000,
};

const MEMBER: Json = {
  roles: [],
  nick: null,
  avatar: null,
  joined_at: AGO,
  premium_since: null,
  flags: 0,
  communication_disabled_until: null,
  deaf: false,
  mute: false,
  pending: false,
};

/** What GUILD_CREATE says of a server. */
export function writeGuild(server: number, { channels, roles }: Pick<Opening, "channels" | "roles">): Json {
  const id = serverId(server);
  return {
    ...GUILD,
    id,
    name: `Server ${server}`,
    owner_id: idOf(MEMBERS_FROM),
    roles: Array.from({ length: roles }, (_, at) => writeRole(at === 0 ? id : partId(server, at), at)),
    members: [{ ...MEMBER, user: BOT }],
    channels: Array.from({ length: channels }, (_, at) => writeChannel(server, channels - 1 - at)),
  };
}

const writeRole = (id: string, at: number): Json => ({
  id,
  name: at === 0 ? "@everyone" : `role ${at}`,
  permissions: EVERYTHING_USUAL,
  color: 0,
  hoist: false,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  icon: null,
  unicode_emoji: null,
  position: at,
  managed: false,
  mentionable: false,
  flags: 0,
});

/** The last numbers are channels, so that none is a role's. */
const writeChannel = (server: number, at: number): Json => ({
  id: partId(server, MOST_PARTS - 1 - at),
  guild_id: serverId(server),
  type: 0,
  name: `channel-${at}`,
  position: at,
  parent_id: null,
  topic: null,
  nsfw: false,
  rate_limit_per_user: 0,
  flags: 0,
  last_message_id: null,
  permission_overwrites: [],
});

const CHAT_INPUT = 1;
const STRING_OPTION = 3;
const APPLICATION_COMMAND = 2;

/** Members ask in so many channels of a server: the bot answers only so often in one. */
const CHANNELS_USED = 20;

/** What INTERACTION_CREATE says of a slash command. */
export function writeInteraction({ server, member, command, values }: Ask, id: string): Json {
  const channel = writeChannel(server, member % CHANNELS_USED);
  const user = { ...BOT, id: idOf(MEMBERS_FROM + 1 + member), username: `member${member}`, bot: false };
  return {
    id,
    application_id: APPLICATION["id"],
    type: APPLICATION_COMMAND,
    token: `token-${id}`,
    version: 1,
    data: {
      id: idOf(APPLICATION_FROM + 1),
      name: command,
      type: CHAT_INPUT,
      options: Object.entries(values).map(writeOption),
    },
    guild_id: serverId(server),
    guild: { id: serverId(server), locale: "en-US", features: [] },
    channel_id: channel["id"],
    channel: { ...channel, permissions: EVERYTHING_USUAL },
    member: { ...MEMBER, user, permissions: EVERYTHING_USUAL },
    app_permissions: EVERYTHING_USUAL,
    locale: "en-US",
    guild_locale: "en-US",
    entitlements: [],
    context: 0,
    authorizing_integration_owners: { 0: serverId(server) },
    attachment_size_limit: 10_485_760,
  };
}

const writeOption = ([name, value]: readonly [string, string]): Json => ({
  name,
  value,
  type: STRING_OPTION,
});

/** A message of the bot as Discord answers it; what it says does not matter to who sent it. */
export const writeMessage = (channelId: string): Json => ({
  id: newId(),
  channel_id: channelId,
  author: BOT,
  content: "",
  timestamp: AGO,
  edited_timestamp: null,
  type: 20,
  tts: false,
  mention_everyone: false,
  mentions: [],
  mention_roles: [],
  attachments: [],
  embeds: [],
  flags: 0,
  components: [],
  pinned: false,
});
