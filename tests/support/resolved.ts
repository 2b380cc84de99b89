import { ApplicationCommandOptionType } from "discord.js";
import type { CommandInput } from "./command-input.ts";
import { guildOf, permissionsIn, wireChannel, wireMember, wireRole } from "./guilds.ts";
import { hasType, type Json } from "./json.ts";
import type { Named } from "./option-values.ts";
import { upload, type Upload } from "./upload.ts";
import type { World } from "./world.ts";

/** `resolved` of an interaction: what its options name, by kind and id. */
export type Resolved = Record<string, Record<string, unknown>>;

export interface Resolving {
  readonly type: number;
  readonly given: Upload | Named;
  readonly resolved: Resolved;
}

/** Adds what an option names to `resolved`; returns its id. */
export function resolve(input: CommandInput, { type, given, resolved }: Resolving): string {
  if ("content" in given) return resolveUpload(input, given, resolved);
  const { id } = given;
  const { stage, channel } = input;
  const isA = (wanted: ApplicationCommandOptionType): boolean => hasType({ type }, wanted);
  const role = guildOf(stage.world, channel)?.roles.find((each) => each.id === id);
  if (isA(ApplicationCommandOptionType.Channel)) addTo(resolved, "channels", [id, channelFields(input, id)]);
  else if (role !== undefined && !isA(ApplicationCommandOptionType.User))
    addTo(resolved, "roles", [id, wireRole(role)]);
  else
    for (const [kind, value] of Object.entries(resolvedUser(stage.world, id, channel.guildId)))
      resolved[kind] = { ...resolved[kind], ...value };
  return id;
}

function addTo(resolved: Resolved, kind: string, [id, value]: readonly [string, unknown]): void {
  resolved[kind] = { ...resolved[kind], [id]: value };
}

function resolveUpload({ stage, channel }: CommandInput, given: Upload, resolved: Resolved): string {
  const attachment = upload(stage, given, { channelId: channel.id, isEphemeral: true });
  addTo(resolved, "attachments", [attachment.id, { ...attachment, ephemeral: true }]);
  return attachment.id;
}

/** The `users` and `members` of `resolved` for one user. */
export function resolvedUser(world: World, userId: string, guildId: string | undefined): Resolved {
  const guild = guildId === undefined ? undefined : world.guilds.get(guildId);
  const users = { [userId]: world.users.get(userId) };
  return guild === undefined ? { users } : { users, members: { [userId]: wireMember(guild, userId) } };
}

/** A partial channel, with what the member who names it may do there. */
function channelFields({ stage: { world }, userId }: CommandInput, id: string): Json {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Error(`there is no channel ${id}`);
  return { ...wireChannel(world, channel), permissions: String(permissionsIn(world, channel, userId)) };
}
