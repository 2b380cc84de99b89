import type { Assistant } from "../../src/guilds/assistant.ts";

/** Something typed into an option so far. */
export interface Keystroke {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

const MOST = 1_000;
/** Letters that a thumb hits beside the ones meant: every third name is typed with one of them. */
const BESIDE: Readonly<Record<string, string>> = { e: "r", s: "a", o: "p", c: "v", n: "m", t: "y" };

/** What members type into every option that completes names: each name letter by letter, some with a typo. */
export function typeNames(assistant: Assistant): readonly Keystroke[] {
  const options = assistant.commands.flatMap(({ name: command, options: own }) =>
    own.filter(({ complete }) => complete !== undefined).map(({ name: option }) => ({ command, option })),
  );
  const typed = options.map((target) =>
    assistant
      .complete(target, "")
      .map(({ name }, at) => (at % 3 === 2 ? misspell(name) : name))
      .flatMap((name) => prefixesOf(name).map((prefix) => ({ ...target, typed: prefix }))),
  );
  return inTurn(typed).slice(0, MOST);
}

const prefixesOf = (name: string): string[] => Array.from(name, (_, at) => name.slice(0, at + 1));

const misspell = (name: string): string =>
  name.replace(/(?<=.{2})[esocnt]/, (letter) => BESIDE[letter] ?? letter);

// One option after the other, so that a thousand keystrokes fall on all of them; over again where there are too few.
function inTurn(lists: readonly (readonly Keystroke[])[]): Keystroke[] {
  const longest = Math.max(...lists.map(({ length }) => length), 1);
  const round = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  return Array.from({ length: Math.ceil(MOST / Math.max(round.length, 1)) }, () => round).flat();
}
