import type { CountedGap } from "./store.ts";

/** Counts that wait to be written, added up. */
export interface GapTally {
  /** Counts one or several of the same; it is lost when too many different ones wait. */
  readonly add: (gap: CountedGap) => void;
  /** Empties it. */
  take(): readonly CountedGap[];
  /** How many counts found no room since this was asked last. */
  takeLost(): number;
  drop(guildId: string): void;
}

/** Different gaps that wait at most: some megabytes. */
const MOST_WAITING = 10_000;

/** Creates an empty tally. */
export function createGapTally(): GapTally {
  let held = new Map<string, CountedGap>();
  let lost = 0;
  return {
    add: (gap) => {
      const key = JSON.stringify([gap.guildId, gap.week, gap.entity, gap.topic, gap.reason]);
      const before = held.get(key)?.count ?? 0;
      if (before === 0 && held.size >= MOST_WAITING) lost += gap.count;
      else held.set(key, { ...gap, count: before + gap.count });
    },
    take: () => {
      const taken = [...held.values()];
      held = new Map();
      return taken;
    },
    takeLost: () => {
      const taken = lost;
      lost = 0;
      return taken;
    },
    drop: (guildId) => {
      held = new Map([...held].filter(([, gap]) => gap.guildId !== guildId));
    },
  };
}
