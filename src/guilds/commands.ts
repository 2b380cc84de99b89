import type { Invocation } from "../answering/reply.ts";
import { LANGUAGES } from "../languages/languages.ts";
import type { CommandWording, Named, Wording } from "../languages/wording.ts";

/** What an option is completed from. */
export type Completion = "role" | "topic" | "certification" | "place" | "year" | "entity";

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

const [{ commands: WORDS }] = LANGUAGES;

type OptionKind = Partial<Pick<CommandOption, "required" | "complete">>;

/** A command and its options in the order that Discord shows them. */
function command<Option extends string>(
  { name, description, options }: CommandWording<Option>,
  kinds: Readonly<Record<NoInfer<Option>, OptionKind>>,
): Command {
  const names = Object.entries<Named>(options);
  const kindOf = new Map(Object.entries<OptionKind>(kinds));
  return {
    name,
    description,
    options: names.map(([id, own]) => ({
      name: own.name,
      description: own.description,
      required: true,
      complete: undefined,
      ...kindOf.get(id),
    })),
  };
}

const TOPIC = { required: false, complete: "topic" } as const;

/** Every command, in the order help lists them. */
export const COMMANDS: readonly Command[] = [
  command(WORDS.ask, { question: {} }),
  command(WORDS.role, { name: { complete: "role" }, topic: TOPIC }),
  command(WORDS.skills, { role: { complete: "role" } }),
  command(WORDS.salary, {
    role: { complete: "role" },
    place: { required: false, complete: "place" },
    year: { required: false, complete: "year" },
  }),
  command(WORDS.path, { role: { complete: "role" } }),
  command(WORDS.cert, { name: { complete: "certification" } }),
  command(WORDS.compare, { first: { complete: "entity" }, second: { complete: "entity" }, topic: TOPIC }),
  command(WORDS.topics, {}),
  command(WORDS.sources, {}),
  command(WORDS.help, {}),
];

/** A command as a language calls and describes it; `undefined` for a name that is none of them. */
export function commandIn(wording: Wording, name: string): CommandWording | undefined {
  return new Map<string, CommandWording>(Object.entries(wording.commands)).get(name);
}

/** Whether there is such a command, with these options and none missing that it needs. */
export function isRunnable(invocation: Invocation, commands: readonly Command[]): boolean {
  const { values } = invocation;
  const options = commands.find(({ name }) => name === invocation.command)?.options;
  if (options === undefined) return false;
  const isComplete = options.every(({ name, required }) => !required || Object.hasOwn(values, name));
  return isComplete && Object.keys(values).every((name) => options.some((each) => each.name === name));
}
