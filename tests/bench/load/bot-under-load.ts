import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nextMessage } from "../child-message.ts";
import { bundleChild } from "../child-program.ts";
import type { Program } from "../program.ts";
import { RUSHED, type Opening, type Rush, type Rushed } from "./ask.ts";

/** What a process used, and how long its events waited, since it was last asked. */
const USAGE = z.object({
  /** Milliseconds of processor time. */
  cpu: z.number(),
  /** Bytes held, and bytes of objects. */
  rss: z.number(),
  heap: z.number(),
  /** Milliseconds, the 99th percentile; the 2 ms between two looks are part of it. */
  delay: z.number(),
});

export type Usage = z.infer<typeof USAGE>;

/** A bot that is logged in to a Discord in a process of its own. */
export interface BotUnderLoad {
  /** Milliseconds from spawning the bot until it had handled all its servers and registered its commands. */
  readonly startedIn: number;
  rush(rush: Rush): Promise<Rushed>;
  /** `collect`: after collecting garbage. */
  usage(options?: { readonly collect: boolean }): Promise<Usage>;
  stop(): Promise<void>;
}

export interface UnderLoad {
  readonly program: Program;
  readonly opening: Opening;
  /** An SQLite file with what servers have; a new one when left out. */
  readonly database?: string;
}

const PROBE = fileURLToPath(new URL("./load-probe.mjs", import.meta.url));
const TOKEN = "lean.discord.token";
const MESSAGE = z.looseObject({ kind: z.string() });
const OPEN = z.object({ port: z.number() });

/** Starts a bot and the Discord that it logs in to. Throws what the bot printed when it ends before it is ready. */
export async function startUnderLoad({ program, opening, database }: UnderLoad): Promise<BotUnderLoad> {
  const discord = fork(await bundleChild("load/lean-discord"), { execArgv: [] });
  const opened = messageOf(discord, "open");
  discord.send(opening);
  const { port } = OPEN.parse(await opened);
  const folder = await mkdtemp(join(tmpdir(), "rolecall-load-"));
  const isReady = [
    messageOf(discord, "ready"),
    ...(program.registers ? [messageOf(discord, "registered")] : []),
  ];
  const begin = performance.now();
  const bot = await startBot({ program, port, folder, database });
  await Promise.race([Promise.all(isReady), endsEarly(bot, folder)]);
  return {
    startedIn: performance.now() - begin,
    rush: async (rush) => {
      const rushed = messageOf(discord, "rushed");
      discord.send(rush);
      return RUSHED.parse(await rushed);
    },
    usage: async (options = { collect: false }) => {
      const answer = nextMessage(bot);
      bot.send(options);
      return USAGE.parse(await answer);
    },
    stop: () => stop({ bot, discord, folder }),
  };
}

const messageOf = (child: ChildProcess, kind: string): Promise<unknown> =>
  nextMessage(child, (message) => MESSAGE.parse(message).kind === kind);

interface Starting extends Pick<UnderLoad, "program"> {
  readonly port: number;
  /** Its working directory, away from an operator's `.env`, and where it writes. */
  readonly folder: string;
  readonly database: string | undefined;
}

const LOG = "log";

async function startBot({ program, port, folder, database }: Starting): Promise<ChildProcess> {
  const log = await open(join(folder, LOG), "w");
  const env = {
    PATH: process.env["PATH"],
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: `http://127.0.0.1:${port}/api`,
    ...(database === undefined ? { DATA_DIR: folder } : { DATABASE_URL: `sqlite:${database}` }),
  };
  const stdio = ["ignore", "ignore", log.fd, "ipc"] as const;
  const nodeOptions = ["--expose-gc", "--import", PROBE];
  const bot = spawn(process.execPath, [...nodeOptions, program.script, ...(program.arguments ?? [])], {
    cwd: folder,
    env,
    stdio: [...stdio],
  });
  const kill = (): void => void bot.kill();
  process.once("exit", kill);
  bot.once("exit", () => process.off("exit", kill));
  await log.close();
  return bot;
}

async function endsEarly(bot: ChildProcess, folder: string): Promise<never> {
  await once(bot, "exit");
  throw new Error(`the bot ended before it was ready:\n${await readFile(join(folder, LOG), "utf8")}`);
}

interface Both {
  readonly bot: ChildProcess;
  readonly discord: ChildProcess;
  readonly folder: string;
}

async function stop({ bot, discord, folder }: Both): Promise<void> {
  const ended = once(bot, "exit");
  bot.kill("SIGTERM");
  await ended;
  discord.kill();
  await rm(folder, { recursive: true });
}
