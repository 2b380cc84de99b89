import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
} from "discord.js";
import { LANGUAGES } from "../../languages/languages.ts";
import type { ModerationPath } from "../../languages/moderation/wording.ts";
import type { Named, Wording } from "../../languages/wording.ts";
import { EVERYWHERE, type Definition } from "../definitions.ts";
import { localized, type Localized } from "../localized.ts";
import { SHAPES, type OptionShape } from "./shapes.ts";

/** What a member needs to be shown a moderation command, and to use it. */
export const MODERATES = PermissionFlagsBits.ManageGuild;

const IN_SERVERS_FOR_MODERATORS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: MODERATES.toString(),
};

/** The commands with these subcommands, as Discord registers them; what has no subcommands is its own. */
export function defineModeration(paths: readonly ModerationPath[]): readonly Definition[] {
  const names = new Set(paths.map((path) => beginning(path, 1)));
  return [...names].map((name) => ({
    type: ApplicationCommandType.ChatInput,
    ...textsOf(name),
    options: optionsOf(name, paths),
    ...(name === "privacy" ? EVERYWHERE : IN_SERVERS_FOR_MODERATORS),
  }));
}

/** Whether a member can use it as it stands, without a further subcommand. */
export const isModerationPath = (path: string): path is ModerationPath => Object.hasOwn(SHAPES, path);

const NAMES: ReadonlySet<string> = new Set(Object.keys(SHAPES).map((path) => beginning(path, 1)));

/** Whether a command has such a name. */
export const isModerationCommand = (name: string): boolean => NAMES.has(name);

function optionsOf(name: string, paths: readonly ModerationPath[]): APIApplicationCommandOption[] {
  if (isModerationPath(name)) return leafOptions(name);
  return childrenOf(name, paths).map((child) =>
    isModerationPath(child) ? subcommand(child) : group(child, paths),
  );
}

function group(name: string, paths: readonly ModerationPath[]): APIApplicationCommandOption {
  const options = childrenOf(name, paths).filter(isModerationPath).map(subcommand);
  return { type: ApplicationCommandOptionType.SubcommandGroup, ...textsOf(name), options };
}

function subcommand(path: ModerationPath): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...textsOf(path),
    options: leafOptions(path),
  };
}

function leafOptions(path: ModerationPath): APIApplicationCommandBasicOption[] {
  return Object.entries<OptionShape>(SHAPES[path]).map(([option, shape]) => ({
    ...shape,
    ...texts((wording) => optionIn(wording, path, option)),
  }));
}

/** What stands right below a command or a group, each once. */
function childrenOf(name: string, paths: readonly ModerationPath[]): readonly string[] {
  const depth = name.split(" ").length + 1;
  const below = paths.filter((path) => path.startsWith(`${name} `));
  return [...new Set(below.map((path) => beginning(path, depth)))];
}

function beginning(path: string, words: number): string {
  return path.split(" ").slice(0, words).join(" ");
}

const textsOf = (name: string): Named & Localized => texts((wording) => commandIn(wording, name));

function texts(namedIn: (wording: Wording) => Named): Named & Localized {
  const { name, description } = namedIn(LANGUAGES[0]);
  return { name, description, ...localized(namedIn) };
}

function commandIn({ language, moderation }: Wording, name: string): Named {
  const found = new Map<string, Named>(Object.entries(moderation.commands)).get(name);
  if (found === undefined) throw new Error(`moderation.commands of "${language}" has no "${name}".`);
  return found;
}

function optionIn({ language, moderation }: Wording, path: ModerationPath, option: string): Named {
  const found = new Map<string, Named>(Object.entries(moderation.commands[path].options)).get(option);
  if (found === undefined) throw new Error(`"${path}" of "${language}" has no option "${option}".`);
  return found;
}
