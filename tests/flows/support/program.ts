import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { built } from "../../support/built.ts";

/** Starting a process that compiles what it loads takes its time on a busy machine. */
export const START_TIMEOUT = 60_000;

const PROGRAM = fileURLToPath(built("index"));
const KNOWLEDGE = fileURLToPath(new URL("knowledge", import.meta.url));

export interface Program {
  readonly started: ChildProcess;
  /** What it has written to standard error so far. */
  readonly said: () => string;
  /** Where its database is. */
  readonly dataFolder: string;
  /** Resolves with what it said when it has ended; the code is -1 where a signal killed it. */
  readonly ended: Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
}

const running = new Set<{ readonly started: ChildProcess; readonly dataFolder: string }>();

/** The program as an operator starts it, away from any `.env`. */
export function run(env: Readonly<Record<string, string>>): Program {
  const { PATH = "" } = process.env;
  const dataFolder = mkdtempSync(join(tmpdir(), "rolecall-program-"));
  const started = spawn(process.execPath, [PROGRAM], {
    cwd: tmpdir(),
    env: { PATH, KNOWLEDGE_DIR: KNOWLEDGE, DATA_DIR: dataFolder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add({ started, dataFolder });
  let said = "";
  started.stderr.on("data", (part: Buffer) => {
    said += part.toString();
  });
  const ended = Promise.all([once(started, "close"), text(started.stdout)]);
  return {
    started,
    said: () => said,
    dataFolder,
    ended: ended.then(([[code], stdout]) => ({ code: Number(code ?? -1), stdout, stderr: said })),
  };
}

/** Ends what still runs, after a test. */
export function endPrograms(): void {
  for (const { started, dataFolder } of running) {
    started.kill("SIGKILL");
    rmSync(dataFolder, { recursive: true, force: true });
  }
  running.clear();
}
