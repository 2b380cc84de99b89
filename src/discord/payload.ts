import { MessageFlags, type APIMessageTopLevelComponent } from "discord.js";

/** No message of the bot pings anybody, but for the one member whom somebody aims an answer at. */
export const NO_PINGS = { parse: [], repliedUser: false } as const;

/** A message that everybody in the channel sees; `aim` is the id of the only member whom it may ping. */
export function publicMessage(components: readonly APIMessageTopLevelComponent[], aim?: string) {
  const allowedMentions = aim === undefined ? NO_PINGS : { ...NO_PINGS, users: [aim] };
  return { components, flags: [MessageFlags.IsComponentsV2], allowedMentions } as const;
}

/** A message that mentions one role and nobody else. */
export function callingMessage(components: readonly APIMessageTopLevelComponent[], role: string) {
  const allowedMentions = { ...NO_PINGS, roles: [role] };
  return { components, flags: [MessageFlags.IsComponentsV2], allowedMentions } as const;
}

/** A reply that only the member sees whom it answers. */
export function privateMessage(components: readonly APIMessageTopLevelComponent[]) {
  const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
  return { components, flags, allowedMentions: NO_PINGS } as const;
}
