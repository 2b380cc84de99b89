import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { config as readDotenvFile } from "dotenv";
import { z } from "zod";
import type { Shards } from "./discord/client.ts";
import type { DatabaseAddress } from "./storage/database.ts";

export interface Config {
  /** `undefined` without a token: then there is no Discord. `apiUrl` is a base without version, or Discord's own. */
  readonly discord: { readonly token: string; readonly apiUrl: string | undefined } | undefined;
  readonly knowledgeFolder: string;
  /** Lower-case names of the channels where the bot answers without being addressed. */
  readonly askChannels: readonly string[];
  /** Milliseconds between two answers in a channel that nobody asked the bot for. */
  readonly askInterval: number;
  readonly database: DatabaseAddress;
  /** Where health and metrics are served; `undefined`: nowhere. */
  readonly http: { readonly host: string; readonly port: number } | undefined;
  /** The gateway's shards of this process; `undefined`: all that Discord recommends. */
  readonly shards: Shards | undefined;
  readonly logLevel: LogLevel;
}

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A configuration that nothing can start with; the message lists every problem and how to mend it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:${listProblems(problems)}`);
    this.problems = problems;
  }
}

function listProblems(problems: readonly string[]): string {
  return problems.length === 1
    ? ` ${problems.join("")}`
    : problems.map((problem) => `\n- ${problem}`).join("");
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's variables, with those of a `.env` file in the working directory where the process has none. Throws ConfigError. */
export function readEnvironment(): Environment {
  const { error } = readDotenvFile({ quiet: true });
  if (error !== undefined && error.code !== "ENOENT") {
    throw new ConfigError([`The file .env cannot be read (${error.message}): mend it or remove it.`]);
  }
  return process.env;
}

/** Turns variables into a configuration; empty ones count as not set. Throws ConfigError. */
export function loadConfig(env: Environment): Config {
  const parsed = VARIABLES.safeParse(withoutEmpty(env));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message));
  const { DISCORD_TOKEN: token, DISCORD_API_URL: apiUrl, ...rest } = parsed.data;
  return {
    discord: token === undefined ? undefined : { token, apiUrl },
    knowledgeFolder: rest.KNOWLEDGE_DIR,
    askChannels: rest.ASK_CHANNELS,
    askInterval: rest.ASK_INTERVAL * MILLISECONDS,
    database: rest.DATABASE_URL ?? { kind: "sqlite", file: join(rest.DATA_DIR, DATABASE_FILE) },
    http: rest.HTTP_PORT === undefined ? undefined : { host: rest.HTTP_HOST, port: rest.HTTP_PORT },
    shards: shardsIn(rest.SHARDS, rest.SHARD_COUNT),
    logLevel: rest.LOG_LEVEL,
  };
}

/** Throws ConfigError where the shards of this process are none of those of all. */
function shardsIn(ids: "auto" | readonly number[], count: number | undefined): Shards | undefined {
  if (ids === "auto") return undefined;
  if (count === undefined) throw new ConfigError([SHARDS_OF_HOW_MANY]);
  const last = Math.max(...ids);
  if (last < count) return { ids, count };
  throw new ConfigError([
    `SHARDS names shard ${last}, but SHARD_COUNT is ${count}: shards are numbered from 0.`,
  ]);
}

const SHARDS_OF_HOW_MANY =
  "SHARDS names shards of this process: say with SHARD_COUNT how many all processes have together.";

const MILLISECONDS = 1000;

/** In the folder of `DATA_DIR`. */
const DATABASE_FILE = "rolecall.sqlite";

/** Beside `src/` and `dist/` alike, wherever the process was started. */
const KNOWLEDGE_OF_THE_PACKAGE = fileURLToPath(new URL("../knowledge", import.meta.url));

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
}

/** Parts in base64url, divided by dots. Other characters would end up in the message of the error about the header. */
const TOKEN = /^[\w.-]+$/;

// A message about a token never repeats it.
const token = z
  .string()
  .trim()
  .transform((value) => value.replace(/^Bot\s+/i, ""))
  .refine((value) => TOKEN.test(value), {
    error:
      "DISCORD_TOKEN holds spaces or signs that no token has: paste the token of the Bot page of https://discord.com/developers/applications and nothing else.",
  });

const apiUrl = z
  .string()
  .trim()
  .superRefine((value, context) => {
    const problem = problemOfApiUrl(value);
    if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
  })
  .transform((value) => value.replace(/\/+$/, ""));

function problemOfApiUrl(value: string): string | undefined {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    return `DISCORD_API_URL is "${value}", which is no web address: write a base such as https://discord.com/api, or leave it out.`;
  }
  if (/\/v\d+\/*$/.test(value)) {
    return `DISCORD_API_URL is "${value}": leave out the version at the end, as in https://discord.com/api.`;
  }
  return undefined;
}

const knowledgeFolder = z
  .string()
  .trim()
  .default(KNOWLEDGE_OF_THE_PACKAGE)
  .transform((value) => resolve(value))
  .refine((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true, {
    error: ({ input }) =>
      `KNOWLEDGE_DIR: there is no folder ${String(input)}. Name a folder with knowledge documents, or leave it out for the one that comes with Rolecall.`,
  });

const CHANNEL_NAME_MAX_LENGTH = 100;

const askChannels = z
  .string()
  .default("career-questions")
  .transform((list) =>
    list
      .split(",")
      .map((name) => name.trim().replace(/^#/, "").toLowerCase())
      .filter((name) => name !== ""),
  )
  .superRefine((names, context) => {
    for (const name of names.filter((each) => /\s/.test(each) || each.length > CHANNEL_NAME_MAX_LENGTH)) {
      context.addIssue({
        code: "custom",
        message: `ASK_CHANNELS: "${name}" is no channel name. Divide the names by commas, as in career-questions,help-me.`,
      });
    }
  });

const INTERVAL_DEFAULT = "10";
const INTERVAL_MOST = 86_400;

const askInterval = z
  .string()
  .trim()
  .default(INTERVAL_DEFAULT)
  .transform((value) => (/^\d+$/.test(value) ? Number(value) : Number.NaN))
  .refine((seconds) => seconds <= INTERVAL_MOST, {
    error: `ASK_INTERVAL: write whole seconds from 0 to ${INTERVAL_MOST}, such as 10.`,
  });

const RANGE = /^(\d+)(?:-(\d+))?$/;

/** `0-3,8` as numbers; nothing where a part is no number or range. */
function numbersIn(list: string): readonly number[] | undefined {
  const numbers = list.split(",").flatMap((part) => {
    const [, from, to = from] = RANGE.exec(part.trim()) ?? [];
    const [first, last] = [Number(from), Number(to)];
    return last >= first && last < SHARDS_MOST
      ? Array.from({ length: last - first + 1 }, (_, at) => first + at)
      : [Number.NaN];
  });
  return numbers.some(Number.isNaN) ? undefined : [...new Set(numbers)];
}

/** Far more than there are servers on Discord for. */
const SHARDS_MOST = 100_000;

const shards = z
  .string()
  .trim()
  .toLowerCase()
  .default("auto")
  .refine((value) => value === "auto" || numbersIn(value) !== undefined, {
    error: ({ input }) =>
      `SHARDS is "${String(input)}": write auto, or the shards of this process as in 0-3.`,
  })
  .transform((value) => (value === "auto" ? value : (numbersIn(value) ?? [])));

const shardCount = z
  .string()
  .trim()
  .transform(Number)
  .refine((count) => Number.isInteger(count) && count > 0 && count <= SHARDS_MOST, {
    error: `SHARD_COUNT: write how many shards all processes have together, from 1 to ${SHARDS_MOST}.`,
  });

const PORT_MOST = 65_535;

const httpPort = z
  .string()
  .trim()
  .transform((value) => (/^\d+$/.test(value) ? Number(value) : Number.NaN))
  .refine((port) => port <= PORT_MOST, {
    error: `HTTP_PORT: write a port from 0 to ${PORT_MOST}, such as 9464, or leave it out.`,
  });

const dataFolder = z
  .string()
  .trim()
  .default("data")
  .transform((value) => resolve(value));

/** Whether a text is an address of PostgreSQL whose user and password can be read. */
function isPostgres(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return /^postgres(?:ql)?:$/.test(protocol) && isDecodable(username) && isDecodable(password);
}

function isDecodable(part: string): boolean {
  try {
    return decodeURIComponent(part).length >= 0;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

const SQLITE = /^sqlite:(?:\/\/(?=\/))?(.+)$/i;

// The address holds a password: no message repeats it.
const databaseUrl = z
  .string()
  .trim()
  .transform((value): DatabaseAddress | undefined => {
    const file = SQLITE.exec(value)?.[1];
    if (file !== undefined) return { kind: "sqlite", file: resolve(file) };
    return isPostgres(value) ? { kind: "postgres", url: value } : undefined;
  })
  .refine((address) => address !== undefined, {
    error:
      "DATABASE_URL is no address of a database: write postgres://user:password@host:5432/name or sqlite:<file>, or leave it out for a file in DATA_DIR.",
  });

const logLevel = z
  .string()
  .trim()
  .toLowerCase()
  .default("info")
  .pipe(
    z.enum(LOG_LEVELS, {
      error: ({ input }) => `LOG_LEVEL is "${String(input)}": use one of ${LOG_LEVELS.join(", ")}.`,
    }),
  );

const VARIABLES = z.object({
  DISCORD_TOKEN: token.optional(),
  DISCORD_API_URL: apiUrl.optional(),
  KNOWLEDGE_DIR: knowledgeFolder,
  ASK_CHANNELS: askChannels,
  ASK_INTERVAL: askInterval,
  HTTP_PORT: httpPort.optional(),
  HTTP_HOST: z.string().trim().default("127.0.0.1"),
  DATA_DIR: dataFolder,
  DATABASE_URL: databaseUrl.optional(),
  SHARDS: shards,
  SHARD_COUNT: shardCount.optional(),
  LOG_LEVEL: logLevel,
});
