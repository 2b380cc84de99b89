import { isDeepStrictEqual } from "node:util";
import { Routes, type REST } from "discord.js";
import { z } from "zod";
import type { Command } from "../guilds/commands.ts";
import type { Log } from "../log.ts";
import { define, MESSAGE_MENU, type Definition } from "./definitions.ts";
import { defineModeration } from "./moderation/definitions.ts";
import { HANDLED } from "./moderation/handlers.ts";

/** Registers the commands when Discord holds others; a second start with the same commands writes nothing. */
export async function registerCommands(
  commands: readonly Command[],
  { rest, applicationId, log }: { readonly rest: REST; readonly applicationId: string; readonly log: Log },
): Promise<void> {
  const wanted = [...commands.map(define), ...defineModeration(HANDLED), MESSAGE_MENU];
  const route = Routes.applicationCommands(applicationId);
  const isSame = holdsSame(await rest.get(route, { query: WITH_LOCALIZATIONS }), wanted);
  if (!isSame) await rest.put(route, { body: wanted });
  log.info(
    { count: wanted.length },
    isSame ? "the commands are registered already" : "registered the commands",
  );
}

/** https://docs.discord.com/developers/interactions/application-commands#get-global-application-commands: left out otherwise. */
const WITH_LOCALIZATIONS = new URLSearchParams({ with_localizations: "true" });

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

const localizations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((texts) => texts ?? {});

const limit = z
  .number()
  .nullish()
  .transform((value) => value ?? null);

const NAMED = {
  name: z.string(),
  name_localizations: localizations,
  description: z.string().default(""),
  description_localizations: localizations,
};

const CHOICE = z.object({
  name: z.string(),
  name_localizations: localizations,
  value: z.union([z.string(), z.number()]),
});

/** What a definition means. Discord leaves out what is false and adds ids and versions, which mean nothing here. */
const FIELDS = {
  ...NAMED,
  type: z.number(),
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  choices: z.array(CHOICE).default([]),
  channel_types: sorted,
  min_value: limit,
  max_value: limit,
  min_length: limit,
  max_length: limit,
};

const LEAF = z.object(FIELDS);
/** A subcommand, with what members fill in. */
const SUBCOMMAND = z.object({ ...FIELDS, options: z.array(LEAF).default([]) });
/** A group of subcommands, a subcommand, or what members fill in. */
const OPTION = z.object({ ...FIELDS, options: z.array(SUBCOMMAND).default([]) });

const COMMANDS = z.array(
  z.object({
    ...NAMED,
    type: z.number().default(1),
    options: z.array(OPTION).default([]),
    integration_types: sorted,
    contexts: sorted,
    default_member_permissions: z.string().nullable().default(null),
  }),
);
