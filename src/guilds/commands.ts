import type { Choice, Reply } from "../answering/reply.ts";

/** What an option is completed from. */
export type Completion = "role" | "topic" | "certification" | "place" | "entity";

export interface CommandOption {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** `undefined`: free text without completion. */
  readonly complete: Completion | undefined;
}

/** A command as both faces offer it. Discord adds `hide` to each. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
}

export type Values = Readonly<Record<string, string>>;

/** What both faces ask of the bot; pure and synchronous. */
export interface Assistant {
  readonly commands: readonly Command[];
  /** Answers free text; `previous` is the question before, for a follow-up. */
  ask(question: string, previous?: string): Reply;
  /** Runs one of `commands`; missing optional values are absent. Unknown command names throw. */
  run(command: string, values: Values): Reply;
  /** At most 25 completions for what was typed so far, best first: exact, alias, prefix, typo. `value` goes back into the option. */
  complete(target: { readonly command: string; readonly option: string }, typed: string): readonly Completed[];
}

export interface Completed {
  readonly name: string;
  readonly value: string;
}

export type { Choice };
