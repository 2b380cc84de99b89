import type { Interaction, Message } from "discord.js";
import type { Assistant } from "../guilds/assistant.ts";
import { wordingFor } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";

/** Where something is said, and whether one member alone will read it. */
export type Spot = Interaction | Message;

export interface Audience {
  readonly isPrivate: boolean;
}

const EVERYBODY: Audience = { isPrivate: false };

/** The server's language for what everybody reads, else the member's. A message does not tell its author's. */
function localeAt(spot: Spot, { isPrivate }: Audience): string | null {
  if (!("locale" in spot)) return spot.guild?.preferredLocale ?? null;
  return isPrivate ? spot.locale : (spot.guildLocale ?? spot.locale);
}

/** What to say in. */
export function wordingAt(spot: Spot, audience: Audience = EVERYBODY): Wording {
  return wordingFor(localeAt(spot, audience));
}

/** Who answers. */
export function assistantAt(spot: Spot, assistant: Assistant, audience: Audience = EVERYBODY): Assistant {
  const locale = localeAt(spot, audience);
  return wordingFor(locale) === assistant.wording ? assistant : assistant.in(locale);
}
