import type { Invocation } from "../answering/reply.ts";
import { CUSTOM_ID_MAX_LENGTH } from "./render/limits.ts";

/** First field of every id; ids of another version decode to nothing. */
const VERSION = "r1";
const FIELD_END = "|";
const NAME_END = "=";

/**
 * Writes an invocation as `r1|role|name=devsecops-engineer|topic=salary`. The id holds all there is to know, so buttons
 * and menus work after a restart. `undefined` when it would be longer than Discord takes.
 */
export function encodeCustomId({ command, values }: Invocation): string | undefined {
  const fields = Object.entries(values).map(([name, value]) => `${escape(name)}${NAME_END}${escape(value)}`);
  const id = [VERSION, escape(command), ...fields].join(FIELD_END);
  return id.length <= CUSTOM_ID_MAX_LENGTH && !LONE_SURROGATE.test(id) ? id : undefined;
}

/** Reads what `encodeCustomId` wrote; `undefined` for every other text. */
export function decodeCustomId(id: string): Invocation | undefined {
  const [version, command, ...fields] = id.split(FIELD_END);
  if (version !== VERSION || command === undefined || command === "") return undefined;
  const pairs = fields.map((field) => field.split(NAME_END));
  if (pairs.some((pair) => pair.length !== 2)) return undefined;
  return { command: unescape(command), values: Object.fromEntries(pairs.map((pair) => readPair(pair))) };
}

function readPair([name = "", value = ""]: readonly string[]): readonly [string, string] {
  return [unescape(name), unescape(value)];
}

/** JSON carries no half of a surrogate pair. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The marks of the format, and blanks at an end, which Discord may trim. */
const RESERVED = /[%|=\p{Cc}]|^\s|\s$/gu;

function escape(text: string): string {
  return text.replace(RESERVED, (character) => `%${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function unescape(text: string): string {
  return text.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
