import { LRUCache } from "lru-cache";

/** Who asks where, for the limits; ids are kept in memory only. */
export interface Asking {
  readonly member: string;
  readonly channel: string;
}

/** How fast members may ask, and how often the bot speaks without being asked. */
export interface Pace {
  /** Milliseconds to wait before the next question is answered; 0 when this one is, which then counts. */
  take(asking: Asking): number;
  /** Whether the bot may speak unasked in a channel now, `interval` milliseconds after the last time; when it may, that counts. */
  takeUnasked(channel: string, interval: number): boolean;
  /** Milliseconds until it may. */
  untilUnasked(channel: string, interval: number): number;
}

/** Milliseconds that questions are counted over, and how many are answered in them: bursts are human, floods are not. */
const WINDOW = 20_000;
const MEMBER_MOST = 15;
const CHANNEL_MOST = 40;

/** Members and channels remembered; those who asked longest ago are forgotten first. */
const REMEMBERED = 20_000;

/** How often helpers are called. */
export interface Calls {
  /** Milliseconds to wait before a human may be called; 0 when one may be now, which then counts. */
  take(asking: Asking): number;
}

/** Milliseconds between two calls of a member, and in a channel: helpers are people. */
const MEMBER_CALLS = 600_000;
const CHANNEL_CALLS = 120_000;

/** Counts calls in memory; `now` is in milliseconds and only goes forward. */
export function createCalls(now: () => number): Calls {
  const last = new LRUCache<string, number>({ max: REMEMBERED });
  const waitFor = (who: string, pause: number): number => (last.get(who) ?? -pause) + pause - now();
  return {
    take: ({ member, channel }) => {
      const [ofMember, inChannel] = [`member ${member}`, `channel ${channel}`];
      const wait = Math.max(waitFor(ofMember, MEMBER_CALLS), waitFor(inChannel, CHANNEL_CALLS));
      if (wait > 0) return wait;
      last.set(ofMember, now()).set(inChannel, now());
      return 0;
    },
  };
}

/** Counts questions in memory; `now` is in milliseconds and only goes forward. */
export function createPace(now: () => number): Pace {
  const times = new LRUCache<string, readonly number[]>({ max: REMEMBERED });
  const spoken = new LRUCache<string, number>({ max: REMEMBERED });
  const recent = (who: string): readonly number[] =>
    (times.get(who) ?? []).filter((time) => time > now() - WINDOW);
  const waitFor = (asked: readonly number[], most: number): number => {
    const [oldest] = asked.slice(-most);
    return asked.length < most || oldest === undefined ? 0 : oldest + WINDOW - now();
  };
  const untilUnasked = (channel: string, interval: number): number => {
    const last = spoken.get(channel);
    return last === undefined ? 0 : Math.max(0, last + interval - now());
  };
  return {
    take: ({ member, channel }) => {
      const byMember = recent(`member ${member}`);
      const inChannel = recent(`channel ${channel}`);
      const wait = Math.max(waitFor(byMember, MEMBER_MOST), waitFor(inChannel, CHANNEL_MOST));
      if (wait > 0) return wait;
      times.set(`member ${member}`, [...byMember, now()]);
      times.set(`channel ${channel}`, [...inChannel, now()]);
      return 0;
    },
    untilUnasked,
    takeUnasked: (channel, interval) => {
      if (untilUnasked(channel, interval) > 0) return false;
      spoken.set(channel, now());
      return true;
    },
  };
}
