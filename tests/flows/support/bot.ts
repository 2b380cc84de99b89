import { createApp, openGuilds, type App } from "../../../src/app.ts";
import type { DatabaseAddress } from "../../../src/storage/database.ts";
import type { Patience } from "../../../src/discord/client.ts";
import type { DiscordRefusal } from "../../../src/discord/discord-refusal.ts";
import { startDiscord, type RunningBot } from "../../../src/discord/start.ts";
import type { Assistant } from "../../../src/guilds/assistant.ts";
import { createMetrics, type Surface } from "../../../src/monitoring/metrics.ts";
import { createPictures, type Pictures } from "../../../src/pictures/pictures.ts";
import { createStudio } from "../../../src/pictures/studio.ts";
import type { Reloader } from "../../../src/reload.ts";
import { logReload } from "../../../src/reload-report.ts";
import { createUploadReader } from "../../../src/uploads/reader.ts";
import { recordingLog, type Entry } from "../../discord/support/recording-log.ts";
import { freshDay } from "../../support/fresh-day.ts";
import type { LoopbackDiscord } from "../../support/loopback-discord.ts";
import { built } from "../../support/built.ts";

const KNOWLEDGE = new URL("knowledge", import.meta.url);

const READING_PROGRAM = built("read-uploads");
export const DRAWING_PROGRAM = built("draw-pictures");

/** The real assistant over two short documents. */
const app = await createApp({ knowledgeFolder: KNOWLEDGE.pathname, today: freshDay });
export const assistant: Assistant = app.assistant;

/** One for all bots of a file: compiling its program takes seconds. It holds no process alive. */
const reader = createUploadReader({ program: READING_PROGRAM, idle: 120_000 });

export interface BotOptions {
  /** Over two short documents when left out. */
  readonly app?: App;
  /** In the place of the app, where documents are loaded again. */
  readonly reloader?: Reloader;
  /** In the place of the app's. */
  readonly assistant?: Assistant;
  /** Drawn in a worker of its own when left out. */
  readonly pictures?: Pictures;
  readonly askChannels?: readonly string[];
  /** Milliseconds; none when left out. */
  readonly askInterval?: number;
  readonly token?: string;
  /** All when left out. */
  readonly ownShards?: { readonly ids: readonly number[]; readonly count: number };
  /** In memory when left out. */
  readonly database?: DatabaseAddress;
  /** Whether the time of the day is the machine's, as outside of tests, rather than Discord's own. */
  readonly usesMachineClock?: boolean;
  /** As outside of tests when left out. */
  readonly waits?: Patience;
}

const IN_MEMORY: DatabaseAddress = { kind: "sqlite", file: ":memory:" };

export interface StartedBot {
  readonly entries: readonly Entry[];
  readonly lines: readonly string[];
  /** Why Discord ended the connection for good. */
  readonly ends: readonly DiscordRefusal[];
  /** What Prometheus would read. */
  readonly metrics: () => Promise<string>;
  readonly presence: RunningBot["presence"];
  readonly stop: () => Promise<void>;
}

/** The bot on the real discord.js, logged in to the loopback Discord, with its log at hand. */
export async function startBot(discord: LoopbackDiscord, options: BotOptions = {}): Promise<StartedBot> {
  const token = options.token ?? discord.token;
  const { log, entries, lines } = recordingLog([token]);
  const ends: DiscordRefusal[] = [];
  const studio = createStudio({ program: DRAWING_PROGRAM });
  const onFailure = (err: unknown, count: number): void =>
    log.warn({ err, count }, "a picture was not drawn");
  const now = (): number => discord.now();
  const clocks = options.usesMachineClock === true ? { elapsed: now } : { now, elapsed: now };
  const metrics = createMetrics();
  options.reloader?.follow((outcome) => logReload(outcome, { log, metrics }));
  const current = (): App => options.reloader?.now() ?? options.app ?? app;
  const replaced = options.assistant && { ...current(), assistant: options.assistant };
  const guilds = await openGuilds({
    database: options.database ?? IN_MEMORY,
    app: () => replaced ?? current(),
    read: reader.read,
    log,
    metrics,
    ...clocks,
  });
  const running = await startDiscord({
    access: { token, apiUrl: discord.restUrl },
    askChannels: options.askChannels ?? ["career-questions"],
    askInterval: options.askInterval ?? 0,
    shards: options.ownShards,
    ...clocks,
    ...(options.waits && { patience: options.waits }),
    guilds,
    pictures: options.pictures ?? createPictures({ studio, onFailure, watch: metrics }),
    log,
    metrics,
    onEnd: (error) => ends.push(error),
  });
  options.reloader?.follow(({ kind }) => kind === "reloaded" && running.outdateAnswers());
  await discord.ready();
  const stop = async (): Promise<void> => {
    await running.stop();
    await guilds.stop();
    await studio.stop();
  };
  const { presence } = running;
  return { entries, lines, ends, metrics: async () => (await metrics.expose()).text, presence, stop };
}

/** The samples of the metrics whose names begin so, without the prefix that all have, and without statuses that did not come. */
export async function samples(
  { metrics }: StartedBot,
  ...names: readonly string[]
): Promise<readonly string[]> {
  const lines = (await metrics()).split("\n").map((line) => line.replace(/^rolecall_/, ""));
  return lines
    .filter((line) => names.some((name) => line.startsWith(name)))
    .filter((line) => !/^rest_errors_total\{.*\} 0$/.test(line));
}

/** Log entries with this message, without their time. */
export function logged({ entries }: Pick<StartedBot, "entries">, message: string): readonly Entry[] {
  const found = entries.filter(({ msg }) => msg === message).map((entry) => Object.entries(entry));
  return found.map((fields) => Object.fromEntries(fields.filter(([name]) => name !== "time")));
}

/** Log entries of answers to what was asked in one way, without their time. */
export function answersBy(bot: Pick<StartedBot, "entries">, surface: Surface): readonly Entry[] {
  return logged(bot, "answered").filter((entry) => entry["surface"] === surface);
}
