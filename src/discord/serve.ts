import { once } from "node:events";
import { DiscordRefusal } from "./discord-refusal.ts";
import { startDiscord, type DiscordOptions, type RunningBot } from "./start.ts";
import { createWatchdog } from "./watchdog.ts";

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
  let bot: RunningBot | undefined;
  const { ended, fail } = waitForEnd(options, () => bot?.isConnected() === true);
  try {
    bot = await Promise.race([startDiscord({ ...options, onEnd: fail }), ended]);
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

type Told = Pick<DiscordOptions, "log" | "metrics">;

function waitForEnd(told: Told, isWell: () => boolean): End {
  const ending = new AbortController();
  const fail = (error: Error): void => ending.abort(error);
  const signalled = (): void => {
    if (ending.signal.aborted) process.exit(STOPPED_AT_ONCE);
    ending.abort("stopped");
  };
  process.on("SIGINT", signalled).on("SIGTERM", signalled);
  process.on("uncaughtException", (error: unknown) => {
    if (ending.signal.aborted) return endAtOnce(error, told);
    fail(asError(error));
  });
  survive(told, { isWell, onLost: () => fail(new Error(LOST)) });
  const ended = once(ending.signal, "abort").then(() => {
    if (ending.signal.reason instanceof Error) throw ending.signal.reason;
    return undefined;
  });
  return { ended, fail };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Nothing is left to be finished by a process that fails while it ends. */
function endAtOnce(err: unknown, { log }: Told): void {
  log.fatal({ err }, "Rolecall failed while it stopped");
  process.exit(FAILED);
}

const LOST = "the connection to Discord did not come back after a failure that nothing handled";

/**
 * discord.js handles packets in promises nobody awaits: one that it cannot read must not end the others. One that it
 * fails to connect in leaves a process that hears nothing, and that one must end.
 */
function survive({ log, metrics }: Told, connection: Parameters<typeof createWatchdog>[0]): void {
  const watchdog = createWatchdog(connection);
  process.on("unhandledRejection", (err) => {
    metrics.unhandled();
    log.error({ err }, "unhandled");
    watchdog.suspect();
  });
}
