import { once } from "node:events";
import type { Log } from "../log.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { DiscordRefusal } from "./discord-refusal.ts";
import { startDiscord, type DiscordOptions, type RunningBot } from "./start.ts";

const STOPPED = 0;
const FAILED = 1;
/** A second signal does not wait for answers that were begun. */
const STOPPED_AT_ONCE = 130;

interface ServeOptions extends Omit<DiscordOptions, "onEnd"> {
  /** Called when the bot is connected. */
  readonly onStarted: (bot: RunningBot) => void;
}

/** Answers on Discord until a signal stops it; returns the exit code. Throws DiscordRefusal for the operator to mend. */
export async function serve({ onStarted, ...options }: ServeOptions): Promise<number> {
  const { log } = options;
  const { ended, fail } = waitForEnd(log, options.metrics);
  try {
    const bot = await Promise.race([startDiscord({ ...options, onEnd: fail }), ended]);
    if (bot) onStarted(bot);
    await ended;
    await bot?.stop();
    return STOPPED;
  } catch (err) {
    if (err instanceof DiscordRefusal) throw err;
    log.fatal({ err }, "Rolecall cannot go on");
    return FAILED;
  }
}

interface End {
  /** Resolves on a signal, and rejects when nothing can go on. */
  readonly ended: Promise<undefined>;
  readonly fail: (error: Error) => void;
}

function waitForEnd(log: Log, metrics: Pick<Metrics, "failed">): End {
  const ending = new AbortController();
  const stop = (): void => ending.abort("stopped");
  const fail = (error: Error): void => ending.abort(error);
  const signalled = (): void => {
    if (ending.signal.aborted) process.exit(STOPPED_AT_ONCE);
    stop();
  };
  process.on("SIGINT", signalled).on("SIGTERM", signalled).once("uncaughtException", fail);
  // discord.js handles packets in promises nobody awaits: one that it cannot read must not end the others.
  process.on("unhandledRejection", (err) => {
    metrics.failed();
    log.error({ err }, "unhandled");
  });
  const ended = once(ending.signal, "abort").then(() => {
    if (ending.signal.reason instanceof Error) throw ending.signal.reason;
    return undefined;
  });
  return { ended, fail };
}
