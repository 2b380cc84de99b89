import type { ChildProcess } from "node:child_process";

/** A measured process ended before it sent what was asked of it. */
export class ChildEnded extends Error {
  override readonly name = "ChildEnded";
  /** The signal that ended it, if one did. */
  readonly signal: string | null;

  constructor(code: number | null, signal: string | null) {
    super(`a measured process ended with ${signal ?? `exit code ${code}`}`);
    this.signal = signal;
  }
}

/** The next message of a child process that `isMeant`. Rejects with ChildEnded when the process ends before that. */
export function nextMessage(
  child: ChildProcess,
  isMeant: (message: unknown) => boolean = () => true,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown): void => {
      if (!isMeant(message)) return;
      child.off("message", hear).off("exit", fail);
      resolve(message);
    };
    const fail = (code: number | null, signal: string | null): void => reject(new ChildEnded(code, signal));
    child.on("message", hear).once("exit", fail);
  });
}
