/** Resolves when the work of an event may begin. */
export type Turns = () => Promise<void>;

/**
 * Lets events that arrive in a burst begin one in each turn of the event loop: discord.js hands on all that came in one
 * read at once, and timers, sockets and answers that are ready would wait for the last of them. Most take a millisecond
 * to answer, cards some five.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  const next = (): void => {
    const release = waiting.shift();
    isTaken = release !== undefined;
    if (isTaken) setImmediate(next);
    release?.();
  };
  return async () => {
    if (isTaken) return await new Promise((resolve) => waiting.push(resolve));
    isTaken = true;
    setImmediate(next);
  };
}
