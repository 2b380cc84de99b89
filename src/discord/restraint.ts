import { LRUCache } from "lru-cache";

/** A request to Discord: its method, and its path such as `/channels/1/messages`. */
export interface Asked {
  readonly method: string;
  readonly path: string;
}

/** Keeps the bot from asking Discord for what it would only refuse again. */
export interface Restraint {
  /** Whether to ask at all. */
  mayAsk(asked: Asked): boolean;
  /** Notes how Discord answered. */
  note(asked: Asked, status: number): void;
}

/**
 * https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans: the address of who
 * is answered so 10,000 times in ten minutes is shut out.
 */
const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);
const ERROR = 400;
const FORBIDDEN = 403;

/** Milliseconds that refusals are counted over, and that a channel is left alone where the bot may not speak. */
const WINDOW = 600_000;

/**
 * Refusals in ten minutes after which only channels are written to that took something before, so that no server can
 * silence the bot for others; and after which nothing is asked at all.
 */
const UNKNOWN_MOST = 50;
const ALL_MOST = 90;

/** Channels remembered that took something; the latest. */
const REMEMBERED = 20_000;

/** Counts refusals in memory; `elapsed` is in milliseconds and only goes forward. */
export function createRestraint(elapsed: () => number): Restraint {
  const refused: number[] = [];
  const closed = new Map<string, number>();
  const open = new LRUCache<string, true>({ max: REMEMBERED });
  const forgetOld = (): void => {
    const oldest = elapsed() - WINDOW;
    refused.splice(0, refused.filter((time) => time <= oldest).length);
    for (const [place, time] of closed) if (time <= oldest) closed.delete(place);
  };
  return {
    mayAsk: (asked) => {
      forgetOld();
      const place = placeOf(asked);
      if (place === undefined || open.has(place)) return refused.length < ALL_MOST;
      return refused.length < UNKNOWN_MOST && !closed.has(place);
    },
    note: (asked, status) => {
      const place = placeOf(asked);
      if (place !== undefined && status < ERROR) open.set(place, true);
      if (!INVALID.has(status)) return;
      refused.push(elapsed());
      if (status !== FORBIDDEN || place === undefined) return;
      open.delete(place);
      closed.set(place, elapsed());
    },
  };
}

/** Where something is done in a channel: who may not write there may still edit what was written. */
function placeOf({ method, path }: Asked): string | undefined {
  const channel = /^\/channels\/(\d+)\//.exec(path)?.[1];
  return channel === undefined ? undefined : `${method} ${channel}`;
}
