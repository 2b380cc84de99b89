import { ApplicationCommandOptionType, ApplicationCommandType } from "discord.js";
import { asJson, asList, asNumber, asText, type Json } from "./json.ts";
import { AUTOCOMPLETE, COMMANDS } from "./limits.ts";
import { doubledNames, localizationProblems, longestLength } from "./localizations.ts";
import type { Problem } from "./rest-error.ts";

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const CHAT_INPUT: number = ApplicationCommandType.ChatInput;
const COMMAND_TYPES: readonly number[] = [
  CHAT_INPUT,
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
];

/** Everything wrong with the list of all commands of an application. */
export function commandListProblems(commands: readonly Json[]): readonly Problem[] {
  return [
    ...commands.flatMap((command, index) =>
      commandProblems(command).map(({ path, message }) => ({ path: [String(index), ...path], message })),
    ),
    ...countProblems(commands),
  ];
}

export function commandType(command: Json): number {
  return asNumber(command["type"]) || CHAT_INPUT;
}

function countProblems(commands: readonly Json[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (const type of COMMAND_TYPES) {
    const names = commands.filter((command) => commandType(command) === type).map(({ name }) => asText(name));
    const limit = type === CHAT_INPUT ? COMMANDS.chatInput : COMMANDS.menu;
    if (names.length > limit)
      problems.push({ path: [], message: `more than ${limit} commands of type ${type}` });
    if (new Set(names).size < names.length)
      problems.push({ path: [], message: "two commands have the same name" });
    problems.push(...doubledNames(commands.filter((command) => commandType(command) === type)));
  }
  return problems;
}

function commandProblems(command: Json): readonly Problem[] {
  const description = asText(command["description"]);
  if (commandType(command) !== CHAT_INPUT) {
    return description === ""
      ? []
      : [{ path: ["description"], message: "a menu command takes no description" }];
  }
  const characters = countCharacters(command);
  return [
    ...nameProblems(command),
    ...descriptionProblems(command),
    ...localizationProblems(command, isName),
    ...(characters > COMMANDS.characters
      ? [{ path: [], message: `${characters} characters in all: more than ${COMMANDS.characters}` }]
      : []),
    ...optionListProblems(command),
  ];
}

/** https://docs.discord.com/developers/interactions/application-commands: name, description and value of the command, its options and choices. */
function countCharacters(node: Json): number {
  const own = longestLength(node, "name") + longestLength(node, "description") + asText(node["value"]).length;
  const children = [...asList(node["options"]), ...asList(node["choices"])].map(asJson);
  return children.reduce((sum, child) => sum + countCharacters(child), own);
}

const isName = (text: string): boolean => NAME.test(text) && text === text.toLowerCase();

function nameProblems({ name }: Json): readonly Problem[] {
  const text = asText(name);
  return isName(text)
    ? []
    : [{ path: ["name"], message: `"${text}" is no valid name: 1-32 lower-case letters, digits, - and _` }];
}

function descriptionProblems({ description }: Json): readonly Problem[] {
  const { length } = asText(description);
  return length >= 1 && length <= COMMANDS.description
    ? []
    : [{ path: ["description"], message: `must be 1-${COMMANDS.description} characters, has ${length}` }];
}

function optionListProblems(parent: Json): readonly Problem[] {
  const options = asList(parent["options"]).map(asJson);
  const names = options.map(({ name }) => asText(name));
  const problems: Problem[] = [];
  if (new Set(names).size < names.length) problems.push(inOptions("two options have the same name"));
  problems.push(...doubledNames(options));
  if (requiredAfterOptional(options))
    problems.push(inOptions("a required option stands after an optional one"));
  if (mixesSubcommands(options)) problems.push(inOptions("subcommands stand beside other options"));
  return [...problems, ...options.flatMap(optionProblems)];
}

function requiredAfterOptional(options: readonly Json[]): boolean {
  const firstOptional = options.findIndex(({ required }) => required !== true);
  return firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true);
}

export function isSubcommand({ type }: Json): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}

function mixesSubcommands(options: readonly Json[]): boolean {
  return options.some(isSubcommand) && !options.every(isSubcommand);
}

function optionProblems(option: Json): readonly Problem[] {
  const choices = asList(option["choices"]).map(asJson);
  const problems = [
    ...nameProblems(option),
    ...descriptionProblems(option),
    ...localizationProblems(option, isName),
  ];
  if (option["autocomplete"] === true && choices.length > 0) {
    problems.push(inOptions(`"${asText(option["name"])}" has choices together with autocomplete`));
  }
  const nested = isSubcommand(option) ? optionListProblems(option) : [];
  return [...problems, ...choices.flatMap(choiceProblems), ...nested];
}

/** A choice of an option or of an autocomplete answer. */
export function choiceProblems({ name, value }: Json): readonly Problem[] {
  const problems: Problem[] = [];
  const { length } = asText(name);
  if (length < 1 || length > AUTOCOMPLETE.name) {
    problems.push({
      path: ["choices"],
      message: `name must be 1-${AUTOCOMPLETE.name} characters, has ${length}`,
    });
  }
  if (typeof value === "string" && (value.length < 1 || value.length > AUTOCOMPLETE.value)) {
    problems.push({
      path: ["choices"],
      message: `value must be 1-${AUTOCOMPLETE.value} characters, has ${value.length}`,
    });
  }
  return problems;
}

function inOptions(message: string): Problem {
  return { path: ["options"], message };
}
