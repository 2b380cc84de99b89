import { Events, REST, Status, type Client } from "discord.js";
import { DEFAULT_SETTINGS } from "../guilds/guild-settings.ts";
import type { Guilds } from "../guilds/guilds.ts";
import { inTime } from "../guilds/in-time.ts";
import type { Log } from "../log.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { createCalls, createPace } from "../guilds/pace.ts";
import { createVotes } from "../guilds/votes.ts";
import { fetchApplication, type Application } from "./application.ts";
import type { Bot } from "./bot.ts";
import { createClient, PATIENCE, restOptions, type Access, type Patience, type Shards } from "./client.ts";
import { logConnection, onDisconnect } from "./connection.ts";
import type { DiscordRefusal } from "./discord-refusal.ts";
import { answerEvents } from "./events.ts";
import { createInFlight, type InFlight } from "./in-flight.ts";
import { inviteLink } from "./permissions.ts";
import { createRecentIds } from "./recent-ids.ts";
import type { Pictures } from "../pictures/pictures.ts";
import { followDepartures } from "./departures.ts";
import { fileOrigins } from "./moderation/fetch-file.ts";
import { describeProfile } from "./profile.ts";
import { registerCommands } from "./registration.ts";
import { forgiveClock } from "./rest-guard.ts";
import { createRestraint } from "./restraint.ts";
import { createSentAnswers } from "./sent-answers.ts";
import { VERSION } from "../version.ts";
import { createSkip } from "./skips.ts";
import { createTurns } from "./turns.ts";

export interface DiscordOptions {
  readonly access: Access;
  /** Lower-case names of the channels where the bot answers without being addressed. */
  readonly askChannels: readonly string[];
  /** Milliseconds between two answers in a channel that nobody asked the bot for. */
  readonly askInterval: number;
  /** All that Discord recommends when left out. */
  readonly shards?: Shards | undefined;
  /** Milliseconds since 1970; the machine's clock when left out. */
  readonly now?: () => number;
  /** Milliseconds that only go forward, whatever becomes of the machine's clock; those of the process when left out. */
  readonly elapsed?: () => number;
  readonly patience?: Patience;
  readonly guilds: Guilds;
  readonly pictures: Pictures;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Called when Discord ends the connection for good. */
  readonly onEnd: (error: DiscordRefusal) => void;
}

/** How a process fares at Discord. */
export interface Presence {
  /** Servers of this process. */
  readonly guilds: number;
  readonly shards: number;
  /** How many of the shards are connected. */
  readonly ready: number;
  /** Milliseconds until Discord answers a heartbeat, of the slowest shard; NaN while none was answered. */
  readonly latency: number;
}

export interface RunningBot {
  readonly presence: () => Presence;
  /** Whether all own shards are. */
  readonly isConnected: () => boolean;
  /** The built-in documents have been loaded again: earlier answers are pointed to no more. */
  readonly outdateAnswers: () => void;
  /** Takes no more events, finishes what was begun, and disconnects. */
  readonly stop: () => Promise<void>;
}

/** Connects to Discord and answers there. Throws DiscordRefusal when Discord refuses the token or the connection. */
export async function startDiscord(options: DiscordOptions): Promise<RunningBot> {
  const { access, guilds, log, metrics, patience = PATIENCE, elapsed = sinceStart } = options;
  const { ended, end } = createEnding(options.onEnd);
  const guard = { patience, restraint: createRestraint(elapsed), metrics, log, onEnd: end };
  const restWays = restOptions(access, guard);
  const rest = new REST(restWays).setToken(access.token);
  const application = await fetchApplication(rest);
  if (!application.readsContent) log.warn(ASK_CHANNELS_ARE_DEAF);
  const client = createClient({ ...application, shards: options.shards, rest: restWays, patience });
  forgiveClock(client.rest);
  logConnection(client, log, metrics);
  onDisconnect(client, end);
  const inFlight = createInFlight();
  const bot = createBot(options, application);
  const stopAnswering = answerEvents(client, bot, inFlight);
  const stopLooking = followDepartures(client, bot);
  const stopListening = (): void => {
    stopAnswering();
    stopLooking();
  };
  const started = Promise.all([
    client.login(access.token),
    ...(isFirst(options.shards) ? introduce(application, { rest, log, guilds }) : []),
  ]);
  await Promise.race([started, ended]);
  return {
    presence: () => presenceOf(client),
    isConnected: () => isConnected(presenceOf(client)),
    outdateAnswers: () => bot.answers.outdate(EVERY_CHANNEL),
    stop: () => stop({ client, inFlight, log, stopListening }),
  };
}

const isConnected = ({ shards, ready }: Presence): boolean => shards > 0 && ready === shards;

function presenceOf({ guilds, ws: { shards } }: Client): Presence {
  const pings = shards.map(({ ping }) => ping).filter((ping) => ping >= 0);
  return {
    guilds: guilds.cache.size,
    shards: shards.size,
    ready: shards.filter(({ status }) => status === Status.Ready).size,
    latency: pings.length === 0 ? Number.NaN : Math.max(...pings),
  };
}

const EVERY_CHANNEL = { has: () => true };

const sinceStart = (): number => performance.now();

/** Tells once why Discord ended the connection for good; a start that still goes on then fails for the same reason. */
function createEnding(tell: DiscordOptions["onEnd"]) {
  let end = tell;
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(tell);
  return { ended, end: (error: DiscordRefusal): void => end(error) };
}

/** Of several processes the one with the first shard speaks for all of them. */
const isFirst = (shards: Shards | undefined): boolean => shards === undefined || shards.ids.includes(0);

/** Tells Discord which commands there are and what the profile says, and the operator how to add the bot to a server. */
function introduce(
  application: Application,
  { rest, log, guilds }: { readonly rest: REST } & Pick<DiscordOptions, "log" | "guilds">,
): readonly Promise<void>[] {
  const { commands } = guilds.shared();
  log.info({ link: inviteLink(application.id) }, "invite");
  const register = registerCommands(commands, { rest, applicationId: application.id, log });
  return [
    describeProfile(application, { rest, log }).catch((err: unknown) => log.warn({ err }, NOT_DESCRIBED)),
    register.catch((err: unknown) => log.error({ err }, NOT_REGISTERED)),
  ];
}

const ASK_CHANNELS_ARE_DEAF =
  "Message Content is off, so ask channels stay silent. To switch it on: https://discord.com/developers/applications → your application → Bot → Message Content Intent; then start Rolecall again.";
const NOT_DESCRIBED = "the text of the profile could not be set";
const NOT_REGISTERED = "the commands could not be registered; those that Discord holds stay";

/** More than arrives while Discord may deliver an event a second time. */
const REMEMBERED = 20_000;

function createBot(options: DiscordOptions, { readsContent }: Application): Bot {
  const { guilds, pictures, log, metrics, askChannels, askInterval, now = Date.now } = options;
  const { elapsed = sinceStart } = options;
  return {
    assistant: guilds.shared(),
    settings: DEFAULT_SETTINGS,
    guilds,
    pictures,
    log,
    askChannels,
    askInterval,
    readsContent,
    metrics,
    since: 0,
    skip: createSkip(log, metrics),
    turn: createTurns(),
    isNew: createRecentIds(REMEMBERED),
    answers: createSentAnswers(elapsed),
    votes: createVotes(),
    pace: createPace(elapsed),
    calls: createCalls(elapsed),
    fileOrigins: fileOrigins(options.access.apiUrl),
    version: VERSION,
    startedAt: now(),
    now,
  };
}

/** A platform that stops a process waits about ten seconds before it kills it. */
const GRACE = 5_000;
/** Milliseconds that Discord has to agree that the connection is closed; ws waits thirty seconds for it. */
const GOODBYE = 1_000;

interface Running {
  readonly client: Client;
  readonly inFlight: InFlight;
  readonly log: Log;
  readonly stopListening: () => void;
}

async function stop({ client, inFlight, log, stopListening }: Running): Promise<void> {
  log.info("stopping");
  stopListening();
  if (!(await inFlight.settled(GRACE))) log.warn("some answers were not finished");
  // discord.js tells of a goodbye as if it were to connect again.
  client.removeAllListeners(Events.ShardReconnecting);
  await inTime(client.destroy(), { patience: GOODBYE, otherwise: () => undefined });
  log.info("stopped");
}
