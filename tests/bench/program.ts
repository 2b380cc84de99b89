import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";

/** A bot that is started as a process of its own. */
export interface Program {
  readonly name: string;
  readonly script: string;
  readonly arguments?: readonly string[];
  /** Whether it registers commands before it counts as started. */
  readonly registers: boolean;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export const ROLECALL: Program = { name: "Rolecall", script: join(ROOT, "dist/index.js"), registers: true };
export const BARE_CLIENT: Program = {
  name: "bare client",
  script: fileURLToPath(new URL("./bare-client.mjs", import.meta.url)),
  registers: false,
};

/** A bot that is logged in to a Discord of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly discord: LoopbackDiscord;
  /** Milliseconds from spawning the process until it had handled READY and registered its commands. */
  readonly startedIn: number;
  stop(): Promise<void>;
}

/** Milliseconds; a machine under load may take a while. */
const PATIENCE = 30_000;

const children = new Set<ChildProcess>();
// A measurement that fails leaves nothing running.
process.once("exit", () => children.forEach((child) => child.kill()));

/** Starts a program and waits until it is ready. Throws what it printed when it ends before. */
export async function startProgram(program: Program, nodeOptions: readonly string[] = []): Promise<Running> {
  const discord = await startLoopbackDiscord({ patience: PATIENCE });
  const begin = performance.now();
  const child = spawnFor(discord, [...nodeOptions, program.script]);
  await Promise.race([becomesReady(discord, program), endsEarly(child, program)]);
  return { child, discord, startedIn: performance.now() - begin, stop: () => stop(child, discord) };
}

function spawnFor(discord: LoopbackDiscord, command: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, command, {
    // Away from the project, where an operator's `.env` would change what is measured.
    cwd: tmpdir(),
    env: { PATH: process.env["PATH"], DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.restUrl },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  children.add(child.once("exit", () => children.delete(child)));
  return child;
}

async function becomesReady(discord: LoopbackDiscord, { registers }: Program): Promise<void> {
  await discord.ready();
  // Frames are handled in order: who answers this one has handled READY.
  await discord.delivered();
  if (registers) await discord.commandsRegistered();
}

async function endsEarly(child: ChildProcess, { name }: Program): Promise<never> {
  let printed = "";
  child.stderr?.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
  await once(child, "close");
  throw new Error(`${name} ended before it was ready:\n${printed}`);
}

async function stop(child: ChildProcess, discord: LoopbackDiscord): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  await discord.close();
}
