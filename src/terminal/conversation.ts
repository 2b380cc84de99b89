import type { Choice, Invocation, Reply } from "../answering/reply.ts";
import type { Assistant, Before } from "../guilds/assistant.ts";
import type { Command, CommandOption } from "../guilds/commands.ts";
import { nearestCommands } from "./nearest-commands.ts";
import { readValues, splitCommandLine, writeUsage, type CommandLine } from "./command-line.ts";
import { choicesOf } from "./render.ts";

/** What a line comes to: a reply, a line of the chat itself, the end, or nothing. */
export type Turn =
  | { readonly kind: "reply"; readonly reply: Reply; readonly chosen: string | undefined }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "end" }
  | { readonly kind: "nothing" };

/** As much as Discord lets a member write: https://docs.discord.com/developers/resources/message. */
const LINE_LENGTH = 2000;

/** Lines of one person, and what they were offered and asked before. */
export class Conversation {
  readonly #answering: () => Assistant;
  #choices: readonly Choice[] = [];
  #before: Before | undefined;

  /** `answering` gives who answers when it is asked for. */
  constructor(answering: () => Assistant) {
    this.#answering = answering;
  }

  get #assistant(): Assistant {
    return this.#answering();
  }

  /** Takes a command, a number of what was offered before, or free text. */
  hear(line: string): Turn {
    const said = line.trim().slice(0, LINE_LENGTH);
    if (said === "") return { kind: "nothing" };
    if (/^\/?(?:exit|quit)$/i.test(said)) return { kind: "end" };
    const number = /^\d{1,3}(?=[.)]?$)/.exec(said)?.[0];
    if (number !== undefined) return this.#choose(Number(number));
    const typed = splitCommandLine(/^help$/i.test(said) ? "/help" : said);
    return typed === undefined ? this.#ask(said) : this.#command(typed);
  }

  #choose(number: number): Turn {
    const choice = this.#choices[number - 1];
    if (choice === undefined) return { kind: "note", text: whichNumber(this.#choices.length) };
    return this.#run(choice.run, choice.label);
  }

  #command({ name, rest }: CommandLine): Turn {
    const command = this.#assistant.commands.find((each) => each.name === name);
    if (command === undefined) return { kind: "note", text: noCommand(name, this.#assistant) };
    const values = readValues(rest, command, this.#assistant);
    const missing = command.options.find((option) => option.required && !(option.name in values));
    return missing === undefined
      ? this.#run({ command: name, values })
      : this.#askFor(missing, { command, values });
  }

  #ask(question: string): Turn {
    const reply = this.#assistant.ask(question, this.#before);
    this.#before = { question: this.#assistant.inFull(question, this.#before), answer: answerOf(reply) };
    return this.#reply(reply);
  }

  #run({ command, values }: Invocation, chosen?: string): Turn {
    const reply = this.#assistant.run(command, values);
    const question = Object.values(values).join(" ");
    if (question !== "") this.#before = { question, answer: answerOf(reply) };
    return this.#reply(reply, chosen);
  }

  #askFor(option: CommandOption, { command, values }: Incomplete): Turn {
    const text = `/${command.name} needs a ${option.name}: ${writeUsage(command)}`;
    const known = this.#assistant.complete({ command: command.name, option: option.name }, "");
    const [first, ...others] = known.slice(0, NAMES).map(({ name, value }) => ({
      label: name,
      run: { command: command.name, values: { ...values, [option.name]: value } },
    }));
    if (first === undefined) return { kind: "note", text };
    return this.#reply({ kind: "clarification", text, choices: [first, ...others] });
  }

  #reply(reply: Reply, chosen?: string): Turn {
    this.#choices = choicesOf(reply);
    return { kind: "reply", reply, chosen };
  }
}

/** Only answers say what a question was about. */
function answerOf(reply: Reply): string {
  return reply.kind === "answer" ? reply.parts.map(({ text }) => text).join("\n") : "";
}

/** What a value that lacks is chosen from: the first few that are known. */
const NAMES = 5;

interface Incomplete {
  readonly command: Command;
  readonly values: Invocation["values"];
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
