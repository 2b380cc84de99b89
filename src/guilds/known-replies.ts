import { LRUCache } from "lru-cache";
import type { Reply } from "../answering/reply.ts";
import type { Watch } from "./watch.ts";

/** Gives the reply that is remembered under a key, or composes it and remembers it. */
export type Recall = (key: string, compose: () => Reply) => Reply;

/** The replies of the last hour, in memory. */
export interface KnownReplies {
  /** Those of one assistant; another one's are never among them. */
  ofOne(): Recall;
  /** Tells of each look into what is remembered from now on. */
  tell(watch: Pick<Watch, "looked">): void;
}

/** What is asked is kept in memory no longer than answers are; milliseconds. */
const HOUR = 3_600_000;
/** Replies remembered in all; the latest. Each takes a few kilobytes. */
const REMEMBERED = 1_000;

/**
 * Remembers replies, which are the same for the same words from the same assistant on the same day: most of what a bot
 * is asked was asked before. `now` is in milliseconds that only go forward.
 */
export function createKnownReplies(now: () => number): KnownReplies {
  const known = new LRUCache<string, Reply>({ max: REMEMBERED, ttl: HOUR, perf: { now } });
  let assistants = 0;
  let told: Pick<Watch, "looked"> | undefined;
  return {
    tell: (watch) => {
      told = watch;
    },
    ofOne: () => {
      const number = assistants++;
      return (key, compose) => {
        const own = `${number} ${key}`;
        const found = known.get(own);
        told?.looked("replies", found === undefined ? "miss" : "hit");
        if (found) return found;
        const reply = compose();
        known.set(own, reply);
        return reply;
      };
    },
  };
}
