import { createGapTally, type GapTally } from "./gap-tally.ts";
import type { Gap, Store } from "./store.ts";
import { createTurns } from "./turns.ts";
import { weekOf, weeksBefore } from "./weeks.ts";

/** Counts what members asked in vain, or found wrong. */
export interface GapCounter {
  /** Counts a gap of this week; it is kept within seconds. */
  count(gap: Omit<Gap, "week">): void;
  /** Gives up what was counted of a server and is not kept yet. */
  drop(guildId: string): Promise<void>;
  /** Keeps what was counted. Throws StoreError when that fails; the counts are tried again later. */
  flush(): Promise<void>;
  /** Keeps what was counted, as far as the database answers, and tries no more afterwards. */
  stop(): Promise<void>;
}

export interface GapCounterOptions {
  readonly store: Pick<Store, "countGaps" | "purgeGaps">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told of each failure to keep counts, and of counts that are lost. */
  readonly onFailure: (error: unknown) => void;
}

/** Milliseconds between two writes. */
const INTERVAL = 2_000;
/** Weeks that counts are kept. */
export const WEEKS_KEPT = 52;

/** Collects counts in memory and writes them together, so that a miss costs its member no time. */
export function createGapCounter({ store, now, onFailure }: GapCounterOptions): GapCounter {
  const waiting = createGapTally();
  const writing = createTurns(() => write(waiting, store));
  const purge = createPurge(store, now);
  const keep = async (): Promise<void> => {
    const lost = waiting.takeLost();
    if (lost > 0) onFailure(new Error(`${lost} counts were lost: too many wait for the database`));
    try {
      await writing.run();
      await purge();
    } catch (error) {
      onFailure(error);
    }
  };
  let keeping: Promise<void> | undefined;
  const keepOnce = (): void => {
    keeping ??= keep().finally(() => (keeping = undefined));
  };
  const timer = setInterval(keepOnce, INTERVAL).unref();
  return {
    count: (gap) => waiting.add({ ...gap, week: weekOf(now()), count: 1 }),
    drop: async (guildId) => {
      await writing.settled();
      waiting.drop(guildId);
    },
    flush: writing.run,
    stop: async () => {
      clearInterval(timer);
      await keeping;
      await keep();
    },
  };
}

async function write(waiting: GapTally, store: Pick<Store, "countGaps">): Promise<void> {
  const counted = waiting.take();
  if (counted.length === 0) return;
  try {
    await store.countGaps(counted);
  } catch (error) {
    counted.forEach(waiting.add);
    throw error;
  }
}

/** Deletes what is too old, once a week. */
function createPurge(store: Pick<Store, "purgeGaps">, now: () => number): () => Promise<void> {
  let purgedBefore = "";
  return async () => {
    const oldest = weeksBefore(now(), WEEKS_KEPT);
    if (oldest === purgedBefore) return;
    await store.purgeGaps(oldest);
    purgedBefore = oldest;
  };
}
