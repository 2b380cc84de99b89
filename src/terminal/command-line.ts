import type { Invocation } from "../answering/reply.ts";
import type { Assistant } from "../guilds/assistant.ts";
import type { Command, CommandOption } from "../guilds/commands.ts";

/** A command as it is typed, with each option by name: `/role name:DevOps engineer topic:salary`. */
export function writeCommand({ command, values }: Invocation): string {
  return [`/${command}`, ...Object.entries(values).map(([name, value]) => `${name}:${value}`)].join(" ");
}

/** What a command line is written with: `/role <name> [topic]`. */
export function writeUsage({ name, options }: Command): string {
  const places = options.map((option) => (option.required ? `<${option.name}>` : `[${option.name}]`));
  return [`/${name}`, ...places].join(" ");
}

/** A command's name, and what follows it. */
export interface CommandLine {
  readonly name: string;
  readonly rest: string;
}

/** A command line in its two halves, or `undefined` for a line that does not start with a command. */
export function splitCommandLine(line: string): CommandLine | undefined {
  const [, name, rest = ""] = /^\/([a-z][\w-]*)(?:\s+(.*))?$/is.exec(line.trim()) ?? [];
  return name === undefined ? undefined : { name: name.toLowerCase(), rest: rest.trim() };
}

/**
 * The values in what follows a command's name: by name (`place:Houston, TX`), in quotes, or by position,
 * where a name takes as many words as the assistant knows it with.
 */
export function readValues(
  rest: string,
  command: Command,
  assistant: Pick<Assistant, "complete">,
): Invocation["values"] {
  const [only, ...others] = command.options;
  if (only !== undefined && others.length === 0 && only.complete === undefined) return freeText(rest, only);
  const { named, words } = takeNamed(wordsOf(rest), command);
  const open = command.options.filter(({ name }) => !(name in named));
  const knows = (option: CommandOption, typed: string): boolean =>
    typed !== "" && assistant.complete({ command: command.name, option: option.name }, typed).length > 0;
  const year = open.find(({ complete }) => complete === "year");
  const [names, typedYear] = year ? splitYear(words) : [words, undefined];
  const placed = placeWords(
    names,
    open.filter((option) => option !== year),
    knows,
  );
  return { ...named, ...placed, ...(year && typedYear !== undefined && { [year.name]: typedYear }) };
}

// Only what looks like a year is one: in "Houston, TX" the last word belongs to the place.
function splitYear(words: readonly string[]): readonly [readonly string[], string | undefined] {
  const last = words.at(-1) ?? "";
  return /^\d{4}$/.test(last) ? [words.slice(0, -1), last] : [words, undefined];
}

function freeText(rest: string, option: CommandOption): Invocation["values"] {
  const text = withoutPrefix(rest, `${option.name}:`);
  return text === "" ? {} : { [option.name]: text };
}

function withoutPrefix(text: string, prefix: string): string {
  return text.toLowerCase().startsWith(prefix) ? text.slice(prefix.length).trim() : text;
}

/** The words of a line; what stands in quotes is one word. */
function wordsOf(line: string): string[] {
  return (line.match(/(?:[^\s"“”]+:)?["“”][^"“”]*["“”]|\S+/g) ?? []).map((word) =>
    word.replace(/["“”]/g, ""),
  );
}

/** Shown by Discord in every command; a terminal has nobody to hide from. */
const HIDE = "hide";

interface Taken {
  readonly named: Record<string, string>;
  /** The words before the first named value. */
  readonly words: readonly string[];
}

/** Takes `name:value` pairs; a value goes on to the next pair. */
function takeNamed(all: readonly string[], { options }: Command): Taken {
  const names = [...options.map(({ name }) => name), HIDE];
  const named: Record<string, string[]> = {};
  const words: string[] = [];
  let current = words;
  for (const word of all) {
    const name = names.find((each) => word.toLowerCase().startsWith(`${each}:`));
    if (name !== undefined) current = named[name] = [];
    const text = name === undefined ? word : word.slice(name.length + 1);
    if (text !== "") current.push(text);
  }
  const { [HIDE]: _, ...values } = named;
  return { named: mapValues(values), words };
}

function mapValues(values: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const texts = Object.entries(values).map(([name, words]) => [name, tidy(words)] as const);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}

type Knows = (option: CommandOption, typed: string) => boolean;

/** Gives the options in order the words that name them; the last one takes what is left. */
function placeWords(
  words: readonly string[],
  options: readonly CommandOption[],
  knows: Knows,
): Record<string, string> {
  const [option, ...others] = options;
  const text = tidy(words);
  if (option === undefined || text === "") return {};
  const [next] = others;
  if (next === undefined) return { [option.name]: text };
  const length = knownStart(words, option, knows) ?? wordsBefore(words, next, knows);
  return { [option.name]: tidy(words.slice(0, length)), ...placeWords(words.slice(length), others, knows) };
}

/** No name has more words. */
const NAME_WORDS = 12;

/** The most words that start a known name. */
function knownStart(words: readonly string[], option: CommandOption, knows: Knows): number | undefined {
  const longest = Math.min(words.length, NAME_WORDS);
  const lengths = Array.from({ length: longest }, (_, less) => longest - less);
  return lengths.find((length) => knows(option, tidy(words.slice(0, length))));
}

/** The words before those that the next option knows, or before a word that divides; else all of them. */
function wordsBefore(words: readonly string[], next: CommandOption, knows: Knows): number {
  const start = Math.max(1, words.length - NAME_WORDS);
  const known = words.findIndex((_, at) => at >= start && knows(next, tidy(words.slice(at))));
  if (known > 0) return known;
  const first = words.findIndex((word) => !DIVIDER.test(word));
  const divider = words.findIndex((word, at) => at > first && DIVIDER.test(word));
  return divider === -1 ? words.length : divider;
}

/** Words and marks that stand between two values: `devops vs devsecops`, `devops in Houston`. */
const DIVIDER = /^(?:vs\.?|versus|and|or|with|to|in|at|for|on|[&,;|+–—-])$/i;

function tidy(words: readonly string[]): string {
  const first = words.findIndex((word) => !DIVIDER.test(word));
  const last = words.findLastIndex((word) => !DIVIDER.test(word));
  return first === -1
    ? ""
    : words
        .slice(first, last + 1)
        .join(" ")
        .replace(/[,;]+$/, "");
}
