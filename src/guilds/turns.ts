/** Work that is done again and again, never twice at once. */
export interface Turns {
  /** Does the work once more from now on; who asks while others wait for their turn shares it. */
  readonly run: () => Promise<void>;
  /** When all that was asked for is over, well or not. */
  settled(): Promise<void>;
}

/** At most one turn runs and one waits: work that hangs leaves no queue behind it. */
export function createTurns(work: () => Promise<void>): Turns {
  let last = Promise.resolve();
  let next: Promise<void> | undefined;
  const settled = async (): Promise<void> => await last.catch(() => undefined);
  return {
    settled,
    run: () => {
      next ??= settled().then(() => {
        next = undefined;
        return work();
      });
      last = next;
      return next;
    },
  };
}
