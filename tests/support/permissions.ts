import { PermissionFlagsBits, PermissionsBitField, type PermissionsString } from "discord.js";

export type PermissionName = PermissionsString;

export interface Overwrite {
  readonly id: string;
  /** 0 is a role, 1 a member. */
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

const MEMBER_PERMISSIONS: readonly PermissionName[] = [
  "ViewChannel",
  "SendMessages",
  "SendMessagesInThreads",
  "ReadMessageHistory",
  "UseApplicationCommands",
  "UseExternalApps",
  "EmbedLinks",
  "AttachFiles",
  "AddReactions",
];

/** What everyone may do in a guild. */
export const EVERYONE_BITS = bitsOf(MEMBER_PERMISSIONS);

/** What Discord grants an application in a direct message or where it was not added as a bot. */
export const UNINSTALLED_APP_BITS = bitsOf([
  "EmbedLinks",
  "AttachFiles",
  "UseExternalEmojis",
  "MentionEveryone",
]);

export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

export function allows(bits: bigint, name: PermissionName): boolean {
  return new PermissionsBitField(bits).has(name);
}

/** https://docs.discord.com/developers/topics/permissions#permission-overwrites, for one role or member. */
export function applyOverwrites(bits: bigint, overwrites: readonly Overwrite[]): bigint {
  return overwrites.reduce((sum, { allow, deny }) => (sum & ~BigInt(deny)) | BigInt(allow), bits);
}
