import { Routes, type REST } from "discord.js";
import { LANGUAGES } from "../languages/languages.ts";
import type { Log } from "../log.ts";
import type { Application } from "./application.ts";

/** Gives the bot's profile a text that says what it can do; one that the operator wrote stays. */
export async function describeProfile(
  { description }: Application,
  { rest, log }: { readonly rest: REST; readonly log: Log },
): Promise<void> {
  if (description !== "") return;
  const [{ notices }] = LANGUAGES;
  await rest.patch(Routes.currentApplication(), { body: { description: notices.profile } });
  log.info("described the bot in its profile");
}
