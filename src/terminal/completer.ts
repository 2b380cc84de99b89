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
  const { option, typed, isLast } = openValue(rest, command, assistant);
  const values = assistant
    .complete({ command: command.name, option }, typed.trim())
    .map(({ value }) => value);
  const ahead = values.filter((value) => value.toLowerCase().startsWith(typed.toLowerCase()));
  // readline writes what all completions start with over what was typed: a name that is spelled otherwise stands alone.
  const offered = ahead.length > 0 ? ahead : values.slice(0, 1);
  return [offered.map((value) => (isLast ? value : `${value} `)), typed];
}

interface OpenValue {
  readonly option: string;
  readonly typed: string;
  /** No value is expected after it. */
  readonly isLast: boolean;
}

/** The option whose value the line ends in. */
function openValue(rest: string, command: Command, assistant: Assistant): OpenValue {
  const names = command.options.map(({ name }) => name);
  const last = names.at(-1) ?? "";
  const pattern = new RegExp(`(?:^|\\s)(${names.join("|")}):(?!.*\\s(?:${names.join("|")}):)(.*)$`, "i");
  const [, option, text] = pattern.exec(rest) ?? [];
  if (option !== undefined && text !== undefined)
    return { option: option.toLowerCase(), typed: text, isLast: true };
  const values = Object.entries(readValues(rest, command, assistant));
  const [name = names[0] ?? "", value = ""] = values.at(-1) ?? [];
  const next = names[names.indexOf(name) + 1];
  const goesOn = /\s$/.test(rest) && next !== undefined && value !== "";
  if (goesOn && !startsName(`${value} `)) return { option: next, typed: "", isLast: next === last };
  return {
    option: name,
    typed: /\s$/.test(rest) && value !== "" ? `${value} ` : value,
    isLast: name === last,
  };

  function startsName(typed: string): boolean {
    return assistant
      .complete({ command: command.name, option: name }, typed.trim())
      .some(({ value: known }) => known.toLowerCase().startsWith(typed.toLowerCase()));
  }
}
