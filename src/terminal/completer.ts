import type { Invocation } from "../answering/reply.ts";
import type { Assistant } from "../guilds/assistant.ts";
import type { Command } from "../guilds/commands.ts";
import { readValues, splitCommandLine } from "./command-line.ts";

/** Completions of the end of a line, and the end that they replace, as node:readline takes them. */
export type Completions = [completions: string[], typed: string];

/** Completes a command's name, then the values of its options in order or by name. Free text is left alone. */
export function completeLine(line: string, assistant: Assistant): Completions {
  if (!line.startsWith("/")) return [[], line];
  const typed = splitCommandLine(line);
  if (typed === undefined || !/^\/\S+\s/.test(line)) return completeName(line, assistant);
  const command = assistant.commands.find(({ name }) => name === typed.name);
  if (command === undefined) return [[], line];
  return completeValue(line.replace(/^\/\S+\s+/, ""), command, assistant);
}

function completeName(line: string, { commands }: Assistant): Completions {
  const names = commands.map(({ name, options }) => `/${name}${options.length > 0 ? " " : ""}`);
  return [names.filter((name) => name.startsWith(line.toLowerCase())), line];
}

function completeValue(rest: string, command: Command, assistant: Assistant): Completions {
  const given = readValues(rest, command, assistant);
  const knownAs: KnownAs = (option, typed) =>
    assistant.complete({ command: command.name, option }, typed.trim(), given).map(({ value }) => value);
  const { option, typed, isLast } =
    namedValue(rest, command) ?? placedValue(rest, given, { command, knownAs });
  if (!rest.endsWith(typed)) return [[], rest];
  const values = knownAs(option, typed);
  const ahead = values.filter((value) => startsWith(value, typed));
  // readline writes what all completions start with over what was typed: a name that is spelled otherwise stands alone.
  const offered = ahead.length > 0 ? ahead : values.slice(0, 1);
  return [offered.map((value) => (isLast ? value : `${value} `)), typed];
}

type KnownAs = (option: string, typed: string) => readonly string[];

const startsWith = (value: string, typed: string): boolean =>
  value.toLowerCase().startsWith(typed.toLowerCase());

/** The value that a line ends in. */
interface OpenValue {
  readonly option: string;
  readonly typed: string;
  /** No value is expected after it. */
  readonly isLast: boolean;
}

/** A value by name: `topic:sal`. */
function namedValue(rest: string, { options }: Command): OpenValue | undefined {
  const starts = options
    .map(({ name }) => ({ name, start: rest.toLowerCase().lastIndexOf(`${name}:`) }))
    .filter(({ start }) => start === 0 || /\s/.test(rest.charAt(start - 1)))
    .toSorted((a, b) => b.start - a.start);
  const [last] = starts;
  if (last === undefined) return undefined;
  return { option: last.name, typed: rest.slice(last.start + last.name.length + 1), isLast: true };
}

/** A value by position: the last one, or the one after it when a space closes a whole name. */
function placedValue(
  rest: string,
  values: Invocation["values"],
  { command, knownAs }: { readonly command: Command; readonly knownAs: KnownAs },
): OpenValue {
  const names = command.options.map(({ name }) => name);
  const [option = names[0] ?? "", value = ""] = Object.entries(values).at(-1) ?? [];
  const next = names[names.indexOf(option) + 1];
  const isClosed = value !== "" && /\s$/.test(rest);
  const typed = isClosed ? `${value} ` : value;
  const isWhole = isClosed && !knownAs(option, typed).some((name) => startsWith(name, typed));
  return isWhole && next !== undefined
    ? { option: next, typed: "", isLast: next === names.at(-1) }
    : { option, typed, isLast: next === undefined };
}
