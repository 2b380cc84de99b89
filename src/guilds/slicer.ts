import type { Steps } from "../retrieval/steps.ts";

/** Does long work in slices between which the program attends to everything else. */
export interface Slicer {
  /** Does all steps; rejects with what one of them throws. Work that is given together takes turns. */
  run<T>(steps: Steps<T>): Promise<T>;
}

/** Milliseconds that answers may wait for other work; a member notices a tenth of a second. */
const SLICE = 8;

/** Creates a slicer of slices of so many milliseconds, one in each turn of the event loop. */
export function createSlicer(slice = SLICE): Slicer {
  const waiting: (() => boolean)[] = [];
  const turn = (): void => {
    const work = waiting.shift();
    if (work && !work()) waiting.push(work);
    if (waiting.length > 0) setImmediate(turn);
  };
  return {
    run: (steps) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          try {
            const done = advance(steps, slice);
            if (done) resolve(done.value);
            return done !== undefined;
          } catch (error) {
            reject(error);
            return true;
          }
        });
        if (waiting.length === 1) setImmediate(turn);
      }),
  };
}

function advance<T>(steps: Steps<T>, slice: number): { readonly value: T } | undefined {
  const end = performance.now() + slice;
  do {
    const { done, value } = steps.next();
    if (done === true) return { value };
  } while (performance.now() < end);
  return undefined;
}
