import { isDeepStrictEqual } from "node:util";
import { Routes, type REST } from "discord.js";
import { z } from "zod";
import type { Command } from "../guilds/commands.ts";
import type { Log } from "../log.ts";
import { define, MESSAGE_MENU, type Definition } from "./definitions.ts";

/** Registers the commands when Discord holds others; a second start with the same commands writes nothing. */
export async function registerCommands(
  commands: readonly Command[],
  { rest, applicationId, log }: { readonly rest: REST; readonly applicationId: string; readonly log: Log },
): Promise<void> {
  const wanted = [...commands.map(define), MESSAGE_MENU];
  const route = Routes.applicationCommands(applicationId);
  const isSame = holdsSame(await rest.get(route), wanted);
  if (!isSame) await rest.put(route, { body: wanted });
  log.info(
    { count: wanted.length },
    isSame ? "the commands are registered already" : "registered the commands",
  );
}

/** Whether what Discord answered means the same commands; their order means nothing. */
export function holdsSame(held: unknown, wanted: readonly Definition[]): boolean {
  const parsed = COMMANDS.safeParse(held);
  return parsed.success && isDeepStrictEqual(inOrder(parsed.data), inOrder(COMMANDS.parse(wanted)));
}

type Held = z.infer<typeof COMMANDS>[number];

function inOrder(commands: readonly Held[]): readonly Held[] {
  return commands.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

const sorted = z
  .array(z.number())
  .nullish()
  .transform((list) => (list ?? []).toSorted((one, other) => one - other));

/** What a definition means. Discord leaves out what is false and adds ids and versions, which mean nothing here. */
const OPTION = z.object({
  type: z.number(),
  name: z.string(),
  description: z.string(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
});

const COMMANDS = z.array(
  z.object({
    type: z.number().default(1),
    name: z.string(),
    description: z.string().default(""),
    options: z.array(OPTION).default([]),
    integration_types: sorted,
    contexts: sorted,
    default_member_permissions: z.string().nullable().default(null),
  }),
);
