/** Resolves when the work of an event may begin. */
export type Turns = () => Promise<void>;

/** Events begun in one turn of the event loop, each of which takes a millisecond or less. */
const AT_ONCE = 8;

/**
 * Lets events that arrive in a burst begin a few at a time: discord.js hands on all that came in one read at once, and
 * timers, sockets and answers that are ready would wait for the last of them.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let begun = 0;
  const next = (): void => {
    const released = waiting.splice(0, AT_ONCE);
    begun = released.length;
    if (begun > 0) setImmediate(next);
    for (const release of released) release();
  };
  return async () => {
    if (begun === 0) setImmediate(next);
    if (begun < AT_ONCE) begun += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
}
