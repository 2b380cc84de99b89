import type { AutocompleteInteraction, ChatInputCommandInteraction } from "discord.js";
import { inTime } from "../../guilds/in-time.ts";
import type { DocumentSummary } from "../../guilds/store.ts";
import type { Completed } from "../../guilds/directory.ts";
import type { Bot } from "../bot.ts";
import { MODERATES } from "./definitions.ts";

/** The document that a moderator names by its title or id; `undefined` when the server has no such one. */
export async function documentNamed(
  { options, guildId }: ChatInputCommandInteraction<"cached">,
  { guilds }: Bot,
): Promise<DocumentSummary | undefined> {
  const named = options.getString("document", true).trim().toLowerCase();
  const documents = await guilds.documents.list(guildId);
  return (
    documents.find(({ id }) => id === named) ?? documents.find(({ title }) => title.toLowerCase() === named)
  );
}

/** Milliseconds; Discord waits three seconds for completions, and a database that hangs lets wait longer. */
const PATIENCE = 1_500;

/** Completions for a document's title; none for those who may not moderate. */
export async function completeDocument(
  { options, guildId, memberPermissions }: AutocompleteInteraction,
  { guilds }: Bot,
): Promise<readonly Completed[]> {
  if (guildId === null || memberPermissions?.has(MODERATES) !== true) return [];
  const typed = options.getFocused().toLowerCase();
  const documents = await inTime(guilds.documents.list(guildId), { patience: PATIENCE, otherwise: () => [] });
  return documents
    .filter(({ id, title }) => `${title} ${id}`.toLowerCase().includes(typed))
    .map(({ id, title }) => ({ name: title, value: id }));
}
