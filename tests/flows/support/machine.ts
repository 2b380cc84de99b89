import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { built } from "../../support/built.ts";
import type { LoopbackDiscord } from "../../support/loopback-discord.ts";

export const KNOWLEDGE = fileURLToPath(new URL("knowledge", import.meta.url));

/** Where a process takes part. */
export interface MachineOptions {
  readonly discord: LoopbackDiscord;
  /** Address of a PostgreSQL database. */
  readonly databaseUrl: string;
  /** As the operator writes them: `0-1`, of how many. */
  readonly shards: string;
  readonly shardCount: number;
}

/** The program as a process of its own that serves some of the shards. */
export interface Machine {
  /** What it logged so far, a line each. */
  readonly lines: readonly string[];
  /** Has it do nothing more, as a machine that hangs does. */
  readonly freeze: () => void;
  /** Ends it as a machine that fails does, at once; resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Ends it as an operator does; gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

const children = new Set<ChildProcess>();
// A test that fails leaves nothing running.
process.once("exit", () => children.forEach((child) => child.kill("SIGKILL")));

/** Ends what a test left running. */
export async function killMachines(): Promise<void> {
  await Promise.all([...children].map((child) => end(child, "SIGKILL")));
}

/** Starts the program that was built; resolves when all its shards are connected. Throws what it logged when it ends before. */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const child = spawn(process.execPath, [fileURLToPath(built("index"))], {
    // Away from the project, where an operator's `.env` would change what is tested.
    cwd: tmpdir(),
    env: environment(options),
    stdio: ["ignore", "ignore", "pipe"],
  });
  children.add(child.once("exit", () => children.delete(child)));
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stderr).on("line", (line) => {
      lines.push(line);
      if (line.includes('"msg":"ready"')) resolve();
    });
    child.once("exit", () => reject(new Error(`the process ended early:\n${lines.join("\n")}`)));
  });
  return {
    lines,
    freeze: () => void child.kill("SIGSTOP"),
    kill: async () => void (await end(child, "SIGKILL")),
    stop: () => end(child, "SIGTERM"),
  };
}

function environment({ discord, databaseUrl, shards, shardCount }: MachineOptions): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.restUrl,
    DATABASE_URL: databaseUrl,
    KNOWLEDGE_DIR: KNOWLEDGE,
    SHARDS: shards,
    SHARD_COUNT: String(shardCount),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
  return child.exitCode;
}
