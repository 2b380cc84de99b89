import type { Config } from "./config.ts";
import type { Presence, RunningBot } from "./discord/start.ts";
import type { Guilds } from "./guilds/guilds.ts";
import type { Log } from "./log.ts";
import { startMonitoring, type Health } from "./monitoring/health.ts";
import type { Metrics } from "./monitoring/metrics.ts";

export interface MonitorOptions extends Pick<Config, "http"> {
  readonly metrics: Metrics;
  readonly log: Log;
  readonly guilds: Pick<Guilds, "isReachable">;
  /** How many the built-in documents have. */
  readonly snippets: () => number;
}

/** Shows how the bot fares to whoever looks from outside, from before it has started. */
export interface BotMonitor {
  readonly onStarted: (bot: RunningBot) => void;
  stop(): Promise<void>;
}

const NOT_STARTED: Presence = { guilds: 0, shards: 0, ready: 0, latency: Number.NaN };
const MILLISECONDS = 1000;

/** Serves health and metrics where the operator wants them. Throws MonitoringRefusal when the address cannot be used. */
export async function monitorBot({
  http,
  metrics,
  log,
  guilds,
  snippets,
}: MonitorOptions): Promise<BotMonitor> {
  let running: RunningBot | undefined;
  const presence = (): Presence => running?.presence() ?? NOT_STARTED;
  metrics.watch({
    guilds: () => presence().guilds,
    shards: () => presence().shards,
    shardsReady: () => presence().ready,
    gatewayLatency: () => presence().latency / MILLISECONDS,
    snippets,
  });
  const health: Health = {
    gateway: () => running?.isConnected() === true,
    knowledge: () => snippets() > 0,
    database: () => guilds.isReachable(),
  };
  const stop = http && (await serve(http, { metrics, log, health }));
  return {
    onStarted: (bot) => {
      running = bot;
    },
    stop: async () => stop?.(),
  };
}

type Served = Pick<MonitorOptions, "metrics" | "log"> & { readonly health: Health };

/** Returns how to stop. */
async function serve(
  { host, port: wanted }: NonNullable<Config["http"]>,
  { log, ...served }: Served,
): Promise<() => Promise<void>> {
  const onFailure = (err: unknown): void => log.error({ err }, "health or metrics could not be told");
  const { port, stop } = await startMonitoring({ host, port: wanted, ...served, onFailure });
  log.info({ host, port }, "serving health and metrics");
  return stop;
}
