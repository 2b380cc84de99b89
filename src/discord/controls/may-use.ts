import { PermissionFlagsBits } from "discord.js";
import type { Click } from "./click.ts";

/** Whether a control is for the member who clicks: for the one who asked, and for those who manage the channel's messages. */
export function mayUse({ user, memberPermissions }: Click, asker: string): boolean {
  return user.id === asker || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
}
