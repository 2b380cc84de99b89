import { weekOf, weeksBefore } from "./weeks.ts";
import type { CountedGap, Gap, Store } from "./store.ts";

/** Counts what members asked in vain, or found wrong. */
export interface GapCounter {
  /** Counts a gap of this week; it is kept within seconds. */
  count(gap: Omit<Gap, "week">): void;
  /** Gives up what was counted of a server and is not kept yet. */
  drop(guildId: string): Promise<void>;
  /** Keeps what was counted. Throws StoreError when that fails; the counts are tried again later. */
  flush(): Promise<void>;
  /** Keeps what was counted, as far as the database answers, and counts no more. */
  stop(): Promise<void>;
}

export interface GapCounterOptions {
  readonly store: Pick<Store, "countGaps" | "purgeGaps">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of each failure to keep counts. */
  readonly onFailure: (error: unknown) => void;
}

/** Milliseconds between two writes. */
const INTERVAL = 2_000;
/** Different gaps that wait for a database at most; what comes after is lost, and said. */
const MOST_WAITING = 10_000;
/** Weeks that counts are kept. */
export const WEEKS_KEPT = 52;

/** Collects counts in memory and writes them together, so that a miss costs its member no time. */
export function createGapCounter({ store, now, onFailure }: GapCounterOptions): GapCounter {
  let waiting = new Map<string, CountedGap>();
  let purgedBefore = "";
  const add = (gap: CountedGap): void => {
    const key = JSON.stringify([gap.guildId, gap.week, gap.entity, gap.topic, gap.reason]);
    const held = waiting.get(key)?.count ?? 0;
    if (held === 0 && waiting.size >= MOST_WAITING) return;
    waiting.set(key, { ...gap, count: held + gap.count });
  };
  const write = async (): Promise<void> => {
    const counted = [...waiting.values()];
    if (counted.length === 0) return;
    waiting = new Map();
    try {
      await store.countGaps(counted);
    } catch (error) {
      counted.forEach(add);
      throw error;
    }
  };
  let writing = Promise.resolve();
  const begun = async (): Promise<void> => await writing.catch(() => undefined);
  const flush = async (): Promise<void> => {
    writing = begun().then(write);
    await writing;
  };
  const purge = async (): Promise<void> => {
    const oldest = weeksBefore(now(), WEEKS_KEPT);
    if (oldest === purgedBefore) return;
    await store.purgeGaps(oldest);
    purgedBefore = oldest;
  };
  const keep = async (): Promise<void> => {
    try {
      await flush();
      await purge();
    } catch (error) {
      onFailure(error);
    }
  };
  const timer = setInterval(() => void keep(), INTERVAL).unref();
  return {
    count: (gap) => add({ ...gap, week: weekOf(now()), count: 1 }),
    drop: async (guildId) => {
      await begun();
      waiting = new Map([...waiting].filter(([, gap]) => gap.guildId !== guildId));
    },
    flush,
    stop: async () => {
      clearInterval(timer);
      await keep();
    },
  };
}
