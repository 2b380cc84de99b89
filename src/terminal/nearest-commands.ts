import { buildNameSearch } from "../answering/name-search.ts";
import type { Command } from "../guilds/commands.ts";

const OFFERED = 2;

/** The names of commands that a mistyped one may mean, likeliest first. */
export function nearestCommands(typed: string, commands: readonly Command[]): string[] {
  return buildNameSearch(commands, ({ name }) => [name])
    .search(typed)
    .slice(0, OFFERED)
    .map(({ name }) => name);
}
