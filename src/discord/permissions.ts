import { OAuth2Scopes, PermissionFlagsBits, type PermissionsString } from "discord.js";

/** The permissions that the bot asks a server for, each with what it is needed for; it works without any of the rest. */
export const NEEDED: readonly (readonly [permission: PermissionsString, purpose: string])[] = [
  ["ViewChannel", "hears mentions and questions, and knows the channels that moderators choose"],
  ["SendMessages", "answers messages, says hello, posts previews and shared questions"],
  ["SendMessagesInThreads", "answers in threads and forum posts"],
  ["CreatePublicThreads", "starts the threads of servers that want answers in threads"],
  ["ReadMessageHistory", "refers to the question in an answer, and reads the one that a follow-up is about"],
  ["AttachFiles", "adds charts to answers"],
];

const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands];

/** The address at which moderators add the bot to a server, with no more permissions than it needs. */
export function inviteLink(applicationId: string): string {
  const permissions = NEEDED.reduce((bits, [name]) => bits | PermissionFlagsBits[name], 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=${SCOPES.join("+")}&permissions=${permissions}`;
}
