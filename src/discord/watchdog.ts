/** Looks after a connection that a failure may have left dead without anybody noticing. */
export interface Watchdog {
  /** Keeps an eye on the connection from now on, until it has been well for a while. */
  suspect(): void;
}

export interface WatchdogOptions {
  readonly isWell: () => boolean;
  /** Called once, when the connection has not come back for all of `patience`. */
  readonly onLost: () => void;
  /** Milliseconds; five minutes when left out. */
  readonly patience?: number;
}

/**
 * Discord lets a bot identify 1,000 times a day (https://docs.discord.com/developers/events/gateway#rate-limits): one
 * that ends every five minutes and is started again stays below.
 */
const PATIENCE = 300_000;
/** Looks in this time: a connection that is just made anew is not taken for a dead one. */
const LOOKS = 10;

/** Watches only after something went wrong: an outage of Discord is waited for, and restarts would not end it. */
export function createWatchdog({ isWell, onLost, patience = PATIENCE }: WatchdogOptions): Watchdog {
  let timer: NodeJS.Timeout | undefined;
  /** Looks in a row that found the connection well, or, below zero, not. */
  let looks = 0;
  let isLost = false;
  const end = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const lose = (): void => {
    isLost = true;
    onLost();
  };
  const look = (): void => {
    looks = isWell() ? Math.max(looks, 0) + 1 : Math.min(looks, 0) - 1;
    if (Math.abs(looks) < LOOKS) return;
    end();
    if (looks < 0) lose();
  };
  return {
    suspect: () => {
      if (isLost) return;
      // A failure now and then must not keep it from counting how long the connection is gone.
      looks = Math.min(looks, 0);
      timer ??= setInterval(look, patience / LOOKS).unref();
    },
  };
}
