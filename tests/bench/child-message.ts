import type { ChildProcess } from "node:child_process";

/** The next message of a child process. Rejects when the process ends before it sends one. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`a measured process ended with exit code ${code}`)));
  });
}
