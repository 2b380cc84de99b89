import { ApplicationFlags, DiscordAPIError, Routes, type REST } from "discord.js";
import { z } from "zod";
import { DiscordRefusal, REFUSED_TOKEN } from "./discord-refusal.ts";

/** What the bot needs to know of its application before it connects. */
export interface Application {
  readonly id: string;
  /** Whether the portal's Message Content switch is on; asking for the intent while it is off ends the connection. */
  readonly readsContent: boolean;
  /** The text of the bot's profile; empty when there is none. */
  readonly description: string;
}

const UNAUTHORIZED = 401;
const READS_CONTENT = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

const APPLICATION = z.object({
  id: z.string(),
  flags: z.number().nullish(),
  description: z.string().nullish(),
});

/** Asks Discord which application the token belongs to. Throws DiscordRefusal when it belongs to none. */
export async function fetchApplication(rest: REST): Promise<Application> {
  const { id, flags, description } = APPLICATION.parse(
    await rest.get(Routes.currentApplication()).catch(explainRefusal),
  );
  return { id, readsContent: ((flags ?? 0) & READS_CONTENT) !== 0, description: description ?? "" };
}

function explainRefusal(error: unknown): never {
  if (error instanceof DiscordAPIError && error.status === UNAUTHORIZED)
    throw new DiscordRefusal(REFUSED_TOKEN);
  throw error;
}
