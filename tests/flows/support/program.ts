import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** Starting a process that compiles what it loads takes its time on a busy machine. */
export const START_TIMEOUT = 60_000;

const PROGRAM = fileURLToPath(new URL("../../../src/index.ts", import.meta.url));
const KNOWLEDGE = fileURLToPath(new URL("knowledge", import.meta.url));

export interface Program {
  readonly started: ChildProcess;
  /** Resolves with what it said when it has ended; the code is -1 where a signal killed it. */
  readonly ended: Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

/** The program as an operator starts it over two short documents, away from any `.env`. */
export function startProgram(env: Readonly<Record<string, string>>): Program {
  const { PATH = "" } = process.env;
  const started = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), PROGRAM], {
    cwd: tmpdir(),
    env: { PATH, KNOWLEDGE_DIR: KNOWLEDGE, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = Promise.all([once(started, "exit"), text(started.stdout), text(started.stderr)]);
  return {
    started,
    ended: ended.then(([[code], stdout, stderr]) => ({ code: Number(code ?? -1), stdout, stderr })),
  };
}
