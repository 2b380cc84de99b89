import { PermissionsBitField } from "discord.js";
import { contextOf } from "./command-input.ts";
import { appPermissionsIn, guildOf, permissionsIn, wireChannel, wireMember } from "./guilds.ts";
import { ownersOf, type Interaction } from "./interactions.ts";
import type { Json } from "./json.ts";
import { MESSAGE } from "./limits.ts";
import type { World } from "./world.ts";

/** INTERACTION_CREATE; https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
export function interactionPayload(world: World, interaction: Interaction, data: Json): Json {
  const { id, token, type, channel, source, isUserInstall } = interaction;
  return {
    id,
    application_id: world.application.id,
    type,
    data,
    token,
    version: 1,
    channel_id: channel.id,
    channel: {
      ...wireChannel(world, channel),
      permissions: String(permissionsIn(world, channel, interaction.userId)),
    },
    ...whoAndWhere(world, interaction),
    ...(source === undefined ? {} : { message: source.wire }),
    app_permissions: String(appPermissionsIn(world, channel)),
    locale: world.localesByUser.get(interaction.userId) ?? "en-US",
    entitlements: [],
    authorizing_integration_owners: ownersOf(interaction, isUserInstall),
    context: contextOf(channel, world.bot.id),
    attachment_size_limit: MESSAGE.fileBytes,
  };
}

/** In a guild Discord sends the member, elsewhere only the user. */
function whoAndWhere(world: World, { userId, channel }: Interaction): Json {
  const guild = guildOf(world, channel);
  const user = world.users.get(userId);
  if (guild === undefined) return { user };
  const permissions = String(permissionsIn(world, channel, userId) & PermissionsBitField.All);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...wireMember(guild, userId), user, permissions },
  };
}
