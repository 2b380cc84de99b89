export interface Wait {
  /** Real milliseconds to wait at most. */
  readonly patience: number;
  /** What the error says when nothing came. */
  readonly failure: () => string;
}

/** Wakes whoever waits for the loopback Discord to come into a state; no polling. */
export class Changes {
  readonly #listeners = new Set<() => void>();

  notify(): void {
    // A listener may remove itself; a set allows that while it is walked.
    for (const listener of this.#listeners) listener();
  }

  /** Resolves with the first value of `look` that is not undefined; rejects when `look` throws or patience ends. */
  until<Value>(look: () => Value | undefined, wait: Wait): Promise<Value> {
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        this.#listeners.delete(attempt);
      };
      const attempt = () => {
        try {
          const value = look();
          if (value === undefined) return;
          stop();
          resolve(value);
        } catch (error) {
          stop();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(wait.failure()));
      }, wait.patience);
      this.#listeners.add(attempt);
      attempt();
    });
  }
}
