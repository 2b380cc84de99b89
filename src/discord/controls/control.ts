import { z } from "zod";
import type { Invocation } from "../../answering/reply.ts";
import { encodeCustomId } from "../custom-id.ts";

/** What can be wrong with an answer. */
export const FAULTS = ["wrong-topic", "out-of-date", "incomplete"] as const;
export type Fault = (typeof FAULTS)[number];

/** Separates the keys of snippets in an id. */
const BETWEEN_KEYS = ".";

const keys = z
  .string()
  .min(1)
  .transform((joined): readonly string[] => joined.split(BETWEEN_KEYS));
const snowflake = z.string().regex(/^\d{17,20}$/);

const CONTROL = z.discriminatedUnion("command", [
  /** Removes the answer; for the member who asked for it and for moderators. */
  z.object({ command: z.literal("dismiss"), values: z.strictObject({ by: snowflake }) }),
  z.object({ command: z.literal("helpful"), values: z.strictObject({ of: keys }) }),
  z.object({ command: z.literal("unhelpful"), values: z.strictObject({ of: keys }) }),
  z.object({ command: z.literal("fault"), values: z.strictObject({ is: z.enum(FAULTS), of: keys }) }),
  /** Shows snippets whole. */
  z.object({ command: z.literal("more"), values: z.strictObject({ of: keys }) }),
  /** Runs a command again and shows all of its reply. */
  z.object({ command: z.literal("all"), values: z.object({ of: z.string() }).catchall(z.string()) }),
  /** Posts a preview as a reply to the message it answers. */
  z.object({ command: z.literal("post"), values: z.strictObject({ to: snowflake, of: keys }) }),
  /** Offers other snippets than the previewed one. */
  z.object({ command: z.literal("not-this"), values: z.strictObject({ to: snowflake, of: keys }) }),
  /** Deletes all that is kept of a server, or keeps it after all. */
  z.object({ command: z.literal("forget"), values: z.strictObject({}) }),
  z.object({ command: z.literal("keep"), values: z.strictObject({}) }),
  /** Shares the question of a refusal with the moderators, or calls a helper; `by` is the member who asked. */
  z.object({ command: z.literal("share"), values: z.strictObject({ by: snowflake }) }),
  z.object({ command: z.literal("call"), values: z.strictObject({ by: snowflake }) }),
  /** Previews one of them; `or` are the others. */
  z.object({
    command: z.literal("preview"),
    values: z.strictObject({ to: snowflake, of: keys, or: keys.optional() }),
  }),
]);

/** A button or an option of a menu that does something with a message of the bot, rather than run a command. */
export type Control = z.output<typeof CONTROL>;

const NAMES: ReadonlySet<string> = new Set(CONTROL.options.map(({ shape }) => shape.command.value));

/** Whether an id names a control; no command has such a name. */
export const isControl = ({ command }: Invocation): boolean => NAMES.has(command);

/** Reads what a control's id says; `undefined` for what this version did not write. */
export function readControl(invocation: Invocation): Control | undefined {
  return CONTROL.safeParse(invocation).data;
}

/** Writes a control as a custom id; `undefined` when it would be longer than Discord takes. */
export function encodeControl({ command, values }: Control): string | undefined {
  const written: Record<string, string> = {};
  for (const [name, value] of Object.entries<string | readonly string[] | undefined>(values)) {
    if (value !== undefined) written[name] = typeof value === "string" ? value : value.join(BETWEEN_KEYS);
  }
  return encodeCustomId({ command, values: written });
}
