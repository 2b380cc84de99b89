import type { ChildProcess } from "node:child_process";

/** The next message of a child process that `isMeant`. Rejects when the process ends before it sends one. */
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
    const fail = (code: number | null, signal: string | null): void =>
      reject(new Error(`a measured process ended with ${signal ?? `exit code ${code}`}`));
    child.on("message", hear).once("exit", fail);
  });
}
