import type { Choice, Invocation, Reply } from "../answering/reply.ts";
import type { Assistant } from "../guilds/assistant.ts";
import type { Command, CommandOption } from "../guilds/commands.ts";
import { nearestCommands } from "./nearest-commands.ts";
import { readValues, splitCommandLine, writeUsage } from "./command-line.ts";
import { choicesOf } from "./render.ts";

/** What a line comes to: a reply, a line of the chat itself, the end, or nothing. */
export type Turn =
  | { readonly kind: "reply"; readonly reply: Reply; readonly chosen: string | undefined }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "end" }
  | { readonly kind: "nothing" };

/** Lines of one person, and what they were offered and asked before. */
export interface Conversation {
  hear(line: string): Turn;
}

/** As much as Discord lets a member write: https://docs.discord.com/developers/resources/message. */
const LINE_LENGTH = 2000;

/** Starts a conversation with the assistant. */
export function startConversation(assistant: Assistant): Conversation {
  let choices: readonly Choice[] = [];
  let previous: string | undefined;
  const replying = (reply: Reply, chosen?: string): Turn => {
    choices = choicesOf(reply);
    return { kind: "reply", reply, chosen };
  };
  const ask = (question: string, chosen?: string): Turn => {
    const reply = assistant.ask(question, previous);
    previous = question;
    return replying(reply, chosen);
  };
  const run = ({ command, values }: Invocation, chosen?: string): Turn => {
    if (command === "ask" && chosen !== undefined) return ask(values["question"] ?? "", chosen);
    previous = Object.values(values).join(" ") || previous;
    return replying(assistant.run(command, values), chosen);
  };
  const choose = (number: number): Turn => {
    const choice = choices[number - 1];
    return choice === undefined ? noted(whichNumber(choices.length)) : run(choice.run, choice.label);
  };
  return {
    hear: (line) => {
      const said = line.trim().slice(0, LINE_LENGTH);
      if (said === "") return { kind: "nothing" };
      if (/^\/?(?:exit|quit)$/i.test(said)) return { kind: "end" };
      const [, number] = /^(\d{1,3})[.)]?$/.exec(said) ?? [];
      if (number !== undefined) return choose(Number(number));
      const typed = splitCommandLine(/^help$/i.test(said) ? "/help" : said);
      if (typed === undefined) return ask(said);
      const command = assistant.commands.find(({ name }) => name === typed.name);
      if (command === undefined) return noted(noCommand(typed.name, assistant));
      const values = readValues(typed.rest, command, assistant);
      const missing = command.options.find(({ name, required }) => required && !(name in values));
      return missing === undefined
        ? run({ command: command.name, values })
        : askFor({ command, missing, values, assistant, replying });
    },
  };
}

function noted(text: string): Turn {
  return { kind: "note", text };
}

function whichNumber(count: number): string {
  if (count === 0) return "There is nothing to choose from: ask a question, or write /help.";
  return count === 1 ? "The only number to choose is 1." : `Choose a number from 1 to ${count}.`;
}

function noCommand(name: string, { commands }: Assistant): string {
  const [first, ...others] = nearestCommands(name, commands).map((near) => `/${near}`);
  const meant = first === undefined ? "" : ` Did you mean ${[first, ...others].join(" or ")}?`;
  return `There is no command /${name}.${meant} /help lists them all.`;
}

/** A name that lacks is chosen from those most likely. */
const NAMES = 5;

function askFor(input: {
  readonly command: Command;
  readonly missing: CommandOption;
  readonly values: Invocation["values"];
  readonly assistant: Assistant;
  readonly replying: (reply: Reply) => Turn;
}): Turn {
  const { command, missing, values, assistant, replying } = input;
  const text = `/${command.name} needs a ${missing.name}: ${writeUsage(command)}`;
  const names = assistant.complete({ command: command.name, option: missing.name }, "").slice(0, NAMES);
  const [first, ...others] = names.map(({ value }): Choice => {
    const run = { command: command.name, values: { ...values, [missing.name]: value } };
    return { label: value, run };
  });
  if (first === undefined) return noted(text);
  return replying({ kind: "clarification", text, choices: [first, ...others] });
}
