import { textOf } from "./component-rules.ts";
import { guildOf, permissionsIn } from "./guilds.ts";
import { asJson, asList, asText, type Json } from "./json.ts";
import { allows } from "./permissions.ts";
import type { WireMessage } from "./wire.ts";
import type { Channel, World } from "./world.ts";

/**
 * Ids of the members and roles whom a new message of the bot notifies: `allowed_mentions` names them, the text mentions
 * them, and a role is one that the bot may mention.
 */
export function pingedBy(
  { world, channel }: { readonly world: World; readonly channel: Channel },
  { content, components }: Pick<WireMessage, "content" | "components">,
  data: Json,
): readonly string[] {
  const { users, roles } = asJson(data["allowed_mentions"]);
  const text = [content, ...textOf(components)].join("\n");
  const members = asList(users)
    .map(asText)
    .filter((id) => text.includes(`<@${id}>`));
  const named = asList(roles)
    .map(asText)
    .filter((id) => text.includes(`<@&${id}>`));
  return [...members, ...named.filter((id) => mayMention(world, channel, id))];
}

/** https://docs.discord.com/developers/topics/permissions: MENTION_EVERYONE is for roles that not everyone may mention too. */
function mayMention(world: World, channel: Channel, roleId: string): boolean {
  const role = guildOf(world, channel)?.roles.find(({ id }) => id === roleId);
  if (role === undefined) return false;
  return role.mentionable || allows(permissionsIn(world, channel, world.bot.id), "MentionEveryone");
}
