import { z } from "zod";

/** A slash command that a member uses in a server; servers and members are numbers from 0. */
export interface Ask {
  readonly server: number;
  readonly member: number;
  readonly command: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What the Discord of a load bench is told first. */
export interface Opening {
  readonly servers: number;
  readonly shards: number;
  /** Channels and roles of each server. */
  readonly channels: number;
  readonly roles: number;
}

/** What members do next. */
export interface Rush {
  readonly asks: readonly Ask[];
  /** At most so many wait for an answer at a time. */
  readonly inFlight: number;
  /** At most so many begin in a second; as fast as they are answered when left out. */
  readonly perSecond?: number;
}

/** How a rush went. */
export const RUSHED = z.object({
  /** Seconds from the first dispatch to the last answer. */
  seconds: z.number(),
  /** Milliseconds from each dispatch to its first response, in the order of the answers. */
  responses: z.array(z.number()),
  /** Asks that got no answer within the three seconds that Discord waits. */
  lost: z.number(),
});

export type Rushed = z.infer<typeof RUSHED>;
