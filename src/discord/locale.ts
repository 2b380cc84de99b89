import type { Interaction, Message } from "discord.js";
import type { Assistant } from "../guilds/assistant.ts";
import { wordingFor } from "../languages/languages.ts";
import type { Wording } from "../languages/wording.ts";
import type { Bot } from "./bot.ts";

/** Where something is said, and whether one member alone will read it. */
export type Spot = Interaction | Message;

/** The language that the server's moderators chose, else the server's, else the member's. A message does not tell its author's. */
function publicLocale(spot: Spot, { settings }: Pick<Bot, "settings">): string | null {
  if (settings.language !== undefined) return settings.language;
  return "locale" in spot ? (spot.guildLocale ?? spot.locale) : (spot.guild?.preferredLocale ?? null);
}

/** What to say in where everybody reads it. */
export function wordingAt(spot: Spot, bot: Pick<Bot, "settings">): Wording {
  return wordingFor(publicLocale(spot, bot));
}

/** What to say in to the member alone. */
export function wordingOf({ locale }: Interaction): Wording {
  return wordingFor(locale);
}

/** Who answers where everybody reads it. */
export function assistantAt(spot: Spot, bot: Pick<Bot, "assistant" | "settings">): Assistant {
  return speaking(bot.assistant, publicLocale(spot, bot));
}

/** Who answers the member alone. */
export function assistantFor({ locale }: Interaction, { assistant }: Pick<Bot, "assistant">): Assistant {
  return speaking(assistant, locale);
}

function speaking(assistant: Assistant, locale: string | null): Assistant {
  return wordingFor(locale) === assistant.wording ? assistant : assistant.in(locale);
}
