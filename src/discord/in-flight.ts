import { inTime } from "../guilds/in-time.ts";

/** Work that was begun and must not be cut off. */
export interface InFlight {
  track(work: Promise<void>): void;
  /** Resolves when all is done, or after `timeout` milliseconds; tells whether all was done. */
  settled(timeout: number): Promise<boolean>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<void>>();
  return {
    track: (work) => {
      const done = work.finally(() => running.delete(done));
      running.add(done);
    },
    settled: async (timeout) => {
      const done = Promise.allSettled(running).then(() => true);
      return await inTime(done, { patience: timeout, otherwise: () => false });
    },
  };
}
