import { Client, GatewayIntentBits, Options, Partials, type RESTOptions } from "discord.js";
import { lateCaches } from "./late-caches.ts";
import { NO_PINGS } from "./payload.ts";
import { guardRest, type RestGuardOptions, type RestPatience } from "./rest-guard.ts";

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Answers of the last conversations stay at hand for follow-up questions. */
const MESSAGES_PER_CHANNEL = 20;
const MESSAGE_LIFETIME = 1800;
const SWEEP_INTERVAL = 600;

/** Milliseconds that the bot waits for Discord. */
export interface Patience extends RestPatience {
  /** At a start, for servers that Discord announced and does not deliver. */
  readonly guilds: number;
}

export const PATIENCE: Patience = { callback: 2_000, request: 10_000, guilds: 2_000 };

/** The gateway's shards of this process, of how many; ids from 0. */
export interface Shards {
  readonly ids: readonly number[];
  readonly count: number;
}

/** How Discord is reached. */
export interface Access {
  readonly token: string;
  /** REST base without version, or `undefined` for Discord's own. */
  readonly apiUrl: string | undefined;
}

/** The guarded way to Discord's REST API. */
export function restOptions({ apiUrl }: Access, guard: RestGuardOptions): Partial<RESTOptions> {
  return { ...guardRest(guard), ...(apiUrl !== undefined && { api: apiUrl }) };
}

interface ClientSettings {
  readonly readsContent: boolean;
  readonly shards: Shards | undefined;
  readonly rest: Partial<RESTOptions>;
  readonly patience: Patience;
}

/** A client that hears messages and direct messages, keeps little in memory, and never pings. */
export function createClient({ readsContent, shards, rest, patience }: ClientSettings): Client {
  return new Client({
    ...(shards === undefined ? { shards: "auto" } : { shards: shards.ids, shardCount: shards.count }),
    intents: readsContent ? [...INTENTS, GatewayIntentBits.MessageContent] : INTENTS,
    // Direct messages arrive in channels that the client was never told of, and messages are deleted and edited that it
    // has forgotten.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: NO_PINGS,
    failIfNotExists: false,
    // Components are written as Discord reads them.
    jsonTransformer: (components) => components,
    waitGuildTimeout: patience.guilds,
    rest,
    makeCache: lateCaches(
      Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: MESSAGES_PER_CHANNEL,
        GuildMemberManager: { maxSize: 1, keepOverLimit: ({ id, client }) => id === client.user.id },
        ReactionManager: 0,
        PresenceManager: 0,
        VoiceStateManager: 0,
        GuildEmojiManager: 0,
        GuildStickerManager: 0,
        GuildScheduledEventManager: 0,
        StageInstanceManager: 0,
        AutoModerationRuleManager: 0,
      }),
    ),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      messages: { interval: SWEEP_INTERVAL, lifetime: MESSAGE_LIFETIME },
    },
  });
}
