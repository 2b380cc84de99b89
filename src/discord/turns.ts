/** Resolves when the work of an event may begin. */
export type Turns = () => Promise<void>;

/** Milliseconds in which events are begun in one turn of the event loop. */
const TURN = 1;

/**
 * Lets events that arrive in a burst begin a millisecond's worth in each turn of the event loop: discord.js hands on
 * all that came in one read at once, and timers, sockets and answers that are ready would wait for the last of them.
 * Most take a fraction of a millisecond, a card that was not asked for before takes several.
 */
export function createTurns(): Turns {
  const waiting: (() => void)[] = [];
  let isTaken = false;
  let end = 0;
  const begin = (): void => {
    const release = waiting.shift();
    isTaken = release !== undefined;
    release?.();
    if (isTaken) afterPromises(goOn);
  };
  const beginTurn = (): void => {
    end = performance.now() + TURN;
    begin();
  };
  const goOn = (): void => {
    if (performance.now() < end) begin();
    else setImmediate(beginTurn);
  };
  return async () => {
    if (isTaken) return await new Promise((resolve) => waiting.push(resolve));
    isTaken = true;
    end = performance.now() + TURN;
    afterPromises(goOn);
  };
}

/** Calls back when all that was begun has come to something that it waits for: promises are settled before ticks. */
const afterPromises = (then: () => void): void => queueMicrotask(() => process.nextTick(then));
