import { MessageFlags, type APIMessageTopLevelComponent } from "discord.js";

/** No message of the bot ever pings anybody. */
export const NO_PINGS = { parse: [], repliedUser: false } as const;

/** A message that everybody in the channel sees. */
export function publicMessage(components: readonly APIMessageTopLevelComponent[]) {
  return { components, flags: [MessageFlags.IsComponentsV2], allowedMentions: NO_PINGS } as const;
}

/** A reply that only the member sees whom it answers. */
export function privateMessage(components: readonly APIMessageTopLevelComponent[]) {
  const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
  return { components, flags, allowedMentions: NO_PINGS } as const;
}
