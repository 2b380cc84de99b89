import { PermissionsBitField } from "discord.js";
import { contextOf } from "./command-input.ts";
import { guildOf, permissionsIn } from "./guilds.ts";
import { asList, asText, type Json } from "./json.ts";
import type { Channel, World } from "./world.ts";

export interface Access {
  readonly world: World;
  readonly channel: Channel;
  readonly userId: string;
  readonly isUserInstall: boolean;
}

/** Throws where Discord's client would not show the command to this member. */
export function demandAccess(command: Json, access: Access): void {
  const reason = reasonToHide(command, access);
  if (reason !== undefined) throw new Error(`/${asText(command["name"])} is not offered here: ${reason}`);
}

function reasonToHide(command: Json, { world, channel, userId, isUserInstall }: Access): string | undefined {
  const context = contextOf(channel, world.bot.id);
  const contexts = command["contexts"] ?? [0, 1, 2];
  if (!asList(contexts).includes(context)) return `its contexts leave out ${context}`;
  const install = isUserInstall ? 1 : 0;
  if (!asList(command["integration_types"]).includes(install))
    return `its integration_types leave out ${install}`;
  if (guildOf(world, channel) === undefined) return undefined;
  const needed = command["default_member_permissions"];
  const bits = new PermissionsBitField(permissionsIn(world, channel, userId));
  const isAllowed =
    typeof needed !== "string" || (needed === "0" ? bits.has("Administrator") : bits.has(BigInt(needed)));
  return isAllowed ? undefined : "the member lacks its default_member_permissions";
}
