import type { Assistant } from "./assistant.ts";
import { DEFAULT_SETTINGS, type GuildSettings } from "./guild-settings.ts";
import type { KnownSettings } from "./known-settings.ts";

/** What the bot is in each server: with its moderators' settings, and over its own documents beside the built-in ones. */
export interface Guilds {
  /** The defaults outside of servers. Never rejects. */
  settingsOf(guildId: string | null): Promise<GuildSettings>;
  /** Who answers there; the built-in knowledge alone where there is nothing else, or the database fails. Never rejects. */
  assistantOf(guildId: string | null): Promise<Assistant>;
}

/** Who answers with a server's documents of a version. */
export type AssistantOf = (guildId: string, version: string) => Assistant | Promise<Assistant>;

export interface GuildsOptions {
  readonly settings: Pick<KnownSettings, "stateOf">;
  /** Over the built-in knowledge. */
  readonly assistant: Assistant;
  readonly assistantOf: AssistantOf;
}

export function createGuilds({ settings, assistant, assistantOf }: GuildsOptions): Guilds {
  return {
    settingsOf: async (guildId) =>
      guildId === null ? DEFAULT_SETTINGS : (await settings.stateOf(guildId)).settings,
    assistantOf: async (guildId) => {
      if (guildId === null) return assistant;
      const { documentsVersion } = await settings.stateOf(guildId);
      return documentsVersion === undefined ? assistant : await assistantOf(guildId, documentsVersion);
    },
  };
}
