import type { Presence, RunningBot } from "./discord/start.ts";
import type { Gauges } from "./monitoring/gauges.ts";

/** What the bot looks like from outside, from before it has started. */
export interface WatchedBot {
  readonly gauges: Pick<Gauges, "guilds" | "shards" | "shardsReady" | "gatewayLatency" | "snippets">;
  readonly isConnected: () => boolean;
  readonly onStarted: (bot: RunningBot) => void;
}

const NOT_STARTED: Presence = { guilds: 0, shards: 0, ready: 0, latency: Number.NaN };
const MILLISECONDS = 1000;

/** Watches a bot that is yet to start; `snippets` counts those of the built-in documents. */
export function watchBot(snippets: () => number): WatchedBot {
  let running: RunningBot | undefined;
  const presence = (): Presence => running?.presence() ?? NOT_STARTED;
  return {
    gauges: {
      guilds: () => presence().guilds,
      shards: () => presence().shards,
      shardsReady: () => presence().ready,
      gatewayLatency: () => presence().latency / MILLISECONDS,
      snippets,
    },
    isConnected: () => running?.isConnected() === true,
    onStarted: (bot) => {
      running = bot;
    },
  };
}
