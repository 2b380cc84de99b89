import type { Invocation } from "../answering/reply.ts";

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

const option = (name: string, description: string, more: Partial<CommandOption> = {}): CommandOption => ({
  name,
  description,
  required: true,
  complete: undefined,
  ...more,
});

const TOPIC = option("topic", "One topic, such as salary or skills", { required: false, complete: "topic" });

/** Every command, in the order help lists them. */
export const COMMANDS: readonly Command[] = [
  {
    name: "ask",
    description: "Ask a career question in your own words",
    options: [option("question", "Your question, such as: do I need a degree for DevSecOps?")],
  },
  {
    name: "role",
    description: "A role at a glance: what it is, skills, pay, outlook, how to become one",
    options: [option("name", "The role", { complete: "role" }), TOPIC],
  },
  {
    name: "skills",
    description: "The skills and tools a role needs",
    options: [option("role", "The role", { complete: "role" })],
  },
  {
    name: "salary",
    description: "What the sources state a role earns",
    options: [
      option("role", "The role", { complete: "role" }),
      option("place", "A city or employer", { required: false, complete: "place" }),
    ],
  },
  {
    name: "cert",
    description: "What a certification is, who issues it, who recommends it",
    options: [option("name", "The certification", { complete: "certification" })],
  },
  {
    name: "compare",
    description: "Two roles, certifications or places side by side",
    options: [
      option("first", "The first role, certification or place", { complete: "entity" }),
      option("second", "The second one", { complete: "entity" }),
      TOPIC,
    ],
  },
  { name: "topics", description: "What I can answer", options: [] },
  { name: "sources", description: "The documents my answers come from", options: [] },
  { name: "help", description: "How to ask me", options: [] },
];

/** Whether there is such a command, with these options and none missing that it needs. */
export function isRunnable({ command, values }: Invocation, commands: readonly Command[]): boolean {
  const options = commands.find(({ name }) => name === command)?.options;
  if (options === undefined) return false;
  const isComplete = options.every(({ name, required }) => !required || Object.hasOwn(values, name));
  return isComplete && Object.keys(values).every((name) => options.some((each) => each.name === name));
}
