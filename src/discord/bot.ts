import type { Assistant } from "../guilds/assistant.ts";
import type { GuildSettings } from "../guilds/guild-settings.ts";
import type { Guilds } from "../guilds/guilds.ts";
import type { Calls, Pace } from "../guilds/pace.ts";
import type { Votes } from "../guilds/votes.ts";
import type { Pictures } from "../pictures/pictures.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import type { SentAnswers } from "./sent-answers.ts";
import type { Skip } from "./skips.ts";
import type { Turns } from "./turns.ts";

/** What the handlers of Discord's events work with. */
export interface Bot {
  /** Who answers: in a server, with its own documents. */
  readonly assistant: Assistant;
  /** What the server's moderators decided; the defaults outside of servers. */
  readonly settings: GuildSettings;
  readonly guilds: Guilds;
  /** Pictures of the charts that answers have. */
  readonly pictures: Pictures;
  readonly log: Log;
  readonly metrics: Metrics;
  /** When the event came that is answered, by `performance.now()`. */
  readonly since: number;
  readonly skip: Skip;
  /** Lower-case names of the channels where the bot answers unasked, in servers whose moderators chose none. */
  readonly askChannels: readonly string[];
  /** Milliseconds between two answers in a channel that nobody asked for, where moderators chose none. */
  readonly askInterval: number;
  /** Whether Discord delivers the text of messages that do not address the bot. */
  readonly readsContent: boolean;
  /** Waits until an event's turn comes. */
  readonly turn: Turns;
  /** Whether a message or an interaction was not answered before; an event can be delivered twice. */
  readonly isNew: (id: string) => boolean;
  readonly answers: SentAnswers;
  readonly votes: Votes;
  readonly pace: Pace;
  readonly calls: Calls;
  /** Where what members attach is fetched from, and from nowhere else. */
  readonly fileOrigins: ReadonlySet<string>;
  /** Of the program, such as `1.2.0`, and when it was started. */
  readonly version: string;
  readonly startedAt: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The same bot in a server, or outside of servers: with its settings and documents. */
export async function botIn(guildId: string | null, bot: Bot): Promise<Bot> {
  const [settings, assistant] = await Promise.all([
    bot.guilds.settingsOf(guildId),
    bot.guilds.assistantOf(guildId),
  ]);
  return { ...bot, settings, assistant };
}

/** Milliseconds between two answers in a channel that nobody asked for: as moderators chose, else the operator. */
export const intervalOf = ({ settings, askInterval }: Bot): number => settings.askInterval ?? askInterval;

/** The same bot from the moment on in which an event came: over the built-in documents as they are then. */
export const from = (bot: Bot): Bot => ({
  ...bot,
  assistant: bot.guilds.shared(),
  since: performance.now(),
});
