import { pino, type DestinationStream, type Logger } from "pino";
import type { LogLevel } from "./config.ts";

export type Log = Logger;

interface LogOptions {
  readonly level: LogLevel;
  /** Texts that never appear in a line, such as the token. */
  readonly secrets: readonly string[];
  /** Standard error when left out. */
  readonly destination?: DestinationStream | undefined;
}

const STANDARD_ERROR = 2;
const CENSORED = "[redacted]";

/** Fields that could carry what a member wrote, who wrote it, or a credential; logged by nobody, censored all the same. */
const DISCREET_FIELDS: ReadonlySet<string> = new Set([
  "token",
  "content",
  "question",
  "values",
  "user",
  "userId",
  "author",
  "authorId",
  "member",
  "memberId",
  "requestBody",
  "url",
]);

/** JSON lines on standard error, without message text, user ids and tokens. */
export function createLog({ level, secrets, destination }: LogOptions): Log {
  const hidden = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: censorFields },
      serializers: { err: (error: unknown) => describeError(error) },
      hooks: { streamWrite: (line) => withoutSecrets(line, hidden) },
    },
    destination ?? pino.destination({ dest: STANDARD_ERROR, sync: true }),
  );
}

type Fields = Record<string, unknown>;

// By hand: pino's own way takes longer than all else that a line costs.
const censorFields = (fields: Fields): Fields => mapFields(fields, censorNested);

function censorNested(value: unknown): unknown {
  // Errors are described by a serializer, which takes named fields alone.
  if (typeof value !== "object" || value === null || value instanceof Error || Array.isArray(value))
    return value;
  if (isPlain(value)) return mapFields(value, (nested) => nested);
  // A message or a member of discord.js would be written with all that it holds.
  return `[${value.constructor.name}]`;
}

const mapFields = (fields: Fields, change: (value: unknown) => unknown): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      DISCREET_FIELDS.has(name) ? CENSORED : change(value),
    ]),
  );

const isPlain = (value: object): value is Fields => Object.getPrototypeOf(value) === Object.prototype;

interface DescribedError {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  readonly status: number | undefined;
  readonly frames: readonly string[];
  readonly cause: string | undefined;
}

/**
 * The parts of an error that say what went wrong. Errors of discord.js also carry the request: its address holds an
 * interaction's token and its body what a member reads, so only named fields are taken.
 */
function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { ...NO_ERROR, message: discreet(String(error)) };
  return {
    name: error.name,
    message: discreet(error.message),
    code: "code" in error ? String(error.code) : undefined,
    status: "status" in error ? Number(error.status) : undefined,
    frames: framesOf(error),
    cause: error.cause instanceof Error ? `${error.cause.name}: ${discreet(error.cause.message)}` : undefined,
  };
}

const NO_ERROR = { name: "not an error", code: undefined, status: undefined, frames: [], cause: undefined };

/** Ids of Discord are 17 to 20 digits; in an error's text they can be a member's. */
const DISCORD_ID = /\b\d{17,20}\b/g;

/** The token of an interaction stands behind an id in the addresses of its answers. */
const TOKEN_IN_ADDRESS = /\/(webhooks|interactions)\/([^/\s]+)\/[^/\s?"]+/g;

/** More than a message needs to say; what somebody sent may stand in it. */
const MESSAGE_MAX_LENGTH = 500;

function discreet(message: string): string {
  const text = message.slice(0, MESSAGE_MAX_LENGTH);
  return text.replaceAll(TOKEN_IN_ADDRESS, `/$1/$2/${CENSORED}`).replaceAll(DISCORD_ID, "[id]");
}

/** Whatever a line is made of, a warning of a library included. */
function withoutSecrets(line: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, CENSORED), line);
}

/** Without the message, which a stack begins with: words in it may look like a frame. */
function framesOf({ stack = "", message }: Error): readonly string[] {
  return stack
    .replace(message, "")
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .map((line) => line.trim());
}
