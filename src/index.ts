import { setTimeout as wait } from "node:timers/promises";
import type { DestinationStream } from "pino";
import { createApp, openGuilds } from "./app.ts";
import { ConfigError, loadConfig, readEnvironment, type Config } from "./config.ts";
import { DiscordRefusal } from "./discord/discord-refusal.ts";
import type { RunningBot } from "./discord/start.ts";
import { createFolderWorker } from "./folder-worker.ts";
import { FolderError } from "./load-engine.ts";
import { machineDay } from "./machine-day.ts";
import { keepGarbageSmall, keepMemorySmall } from "./memory.ts";
import { MonitoringRefusal } from "./monitoring/monitoring-refusal.ts";
import { createReloader, type Reloader } from "./reload.ts";
import { describeReload, logReload } from "./reload-report.ts";
import { hearHangups, watchFolder } from "./reload-triggers.ts";
import type { DatabaseAddress } from "./storage/database.ts";
import { DatabaseRefusal } from "./storage/database-refusal.ts";

/** https://man.freebsd.org/cgi/man.cgi?query=sysexits: a configuration that cannot be used. */
const EX_CONFIG = 78;

/** Milliseconds that a database which does not answer holds up the end. */
const CLOSING = 4_000;

/** Errors whose message says all that the operator needs. */
const FOR_OPERATOR = [ConfigError, FolderError, DiscordRefusal, DatabaseRefusal, MonitoringRefusal];

/** What draws pictures and reads uploads and knowledge, beside this file: as sources where the sources run, else as the build made them. */
const ENDING = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
const DRAWING_PROGRAM = new URL(`./draw-pictures${ENDING}`, import.meta.url);
const READING_PROGRAM = new URL(`./read-uploads${ENDING}`, import.meta.url);
const KNOWLEDGE_PROGRAM = new URL(`./read-knowledge${ENDING}`, import.meta.url);

/** An argument: documents that change are loaded again at once, for who writes them. */
const WATCH = "--watch";

try {
  await start();
} catch (error) {
  if (!isForOperator(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(EX_CONFIG);
}

/** Answers on Discord where there is a token, else in the terminal. Each face is loaded only when it is used. */
async function start(): Promise<void> {
  keepMemorySmall();
  const config = loadConfig(readEnvironment());
  const { discord, knowledgeFolder } = config;
  // In the chat a hang-up means that the terminal is gone.
  const onHangup = discord === undefined ? undefined : hearHangups();
  const app = await createApp({ knowledgeFolder, warms: discord !== undefined });
  const worker = createFolderWorker(KNOWLEDGE_PROGRAM);
  const reloader = createReloader({
    folder: knowledgeFolder,
    app,
    prepare: (order) => worker.run(order),
    today: machineDay,
  });
  const reload = (): void => void reloader.reload();
  onHangup?.(reload);
  const watch = process.argv.includes(WATCH) ? await watchFolder(knowledgeFolder, reload) : undefined;
  if (discord !== undefined) return await startBot({ ...config, discord }, reloader);
  await chat(reloader);
  await watch?.stop();
  await worker.stop();
}

/** Answers in the terminal until its lines end. */
async function chat(reloader: Reloader): Promise<void> {
  const { startChat } = await import("./terminal/chat.ts");
  await startChat({
    assistant: () => reloader.now().assistant,
    follow: (tell) => reloader.follow((outcome) => tell(describeReload(outcome))),
    input: process.stdin,
    output: process.stdout,
  });
}

type BotConfig = Config & { readonly discord: NonNullable<Config["discord"]> };

/** Answers on Discord until a signal ends the process. */
async function startBot(
  { discord, logLevel, database, http, ...settings }: BotConfig,
  reloader: Reloader,
): Promise<void> {
  const { createLog } = await import("./log.ts");
  const { serve } = await import("./discord/serve.ts");
  const { createPictures } = await import("./pictures/pictures.ts");
  const { createStudio } = await import("./pictures/studio.ts");
  const { createUploadReader } = await import("./uploads/reader.ts");
  const { createMetrics } = await import("./monitoring/metrics.ts");
  const { monitorBot } = await import("./monitor-bot.ts");
  const secrets = [discord.token, ...secretsIn(database)];
  const log = createLog({ level: logLevel, secrets, destination: await destinationOfLog() });
  const reader = createUploadReader({ program: READING_PROGRAM });
  const metrics = createMetrics();
  const guilds = await openGuilds({ database, app: reloader.now, read: reader.read, log, metrics });
  const pictures = createPictures({
    studio: createStudio({ program: DRAWING_PROGRAM }),
    onFailure: (err, count) => log.warn({ err, count }, "a picture was not drawn"),
    watch: metrics,
  });
  const snippets = (): number => reloader.now().engine.entries.length;
  const monitor = await monitorBot({ http, metrics, log, guilds, snippets });
  reloader.follow((outcome) => logReload(outcome, { log, metrics }));
  const onStarted = (bot: RunningBot): void => {
    keepGarbageSmall();
    monitor.onStarted(bot);
    reloader.follow(({ kind }) => kind === "reloaded" && bot.outdateAnswers());
  };
  const served = { ...settings, guilds, pictures, log, metrics };
  const code = await serve({ access: discord, ...served, onStarted });
  await monitor.stop();
  await Promise.race([guilds.stop(), wait(CLOSING)]);
  process.exit(code);
}

/** Somebody at a terminal reads lines, everything else JSON. */
async function destinationOfLog(): Promise<DestinationStream | undefined> {
  if (!process.stderr.isTTY) return undefined;
  const { createLogLines } = await import("./log-lines.ts");
  const { stderr } = process;
  return createLogLines({ isColoured: stderr.hasColors(), write: (line) => void stderr.write(line) });
}

/** The password of a database stands in its address. */
function secretsIn(database: DatabaseAddress): readonly string[] {
  if (database.kind === "sqlite") return [];
  const { password } = new URL(database.url);
  return [database.url, password, decodeURIComponent(password)].filter((secret) => secret !== "");
}

/** Whether the message says what the operator can mend, so that a stack trace would only hide it. */
function isForOperator(error: unknown): error is Error {
  return FOR_OPERATOR.some((kind) => error instanceof kind);
}
