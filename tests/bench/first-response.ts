import { subscribe } from "node:diagnostics_channel";
import { REST, Routes } from "discord.js";
import { define } from "../../src/discord/definitions.ts";
import { COMMANDS } from "../../src/guilds/commands.ts";
import type { LoopbackDiscord } from "../support/loopback-discord.ts";

let lastArrival = 0;
// Before the loopback Discord spends time on reading and validating the request.
subscribe("http.server.request.start", () => {
  lastArrival = performance.now();
});

/** Milliseconds from dispatching `/ask` until its callback arrives. */
export async function timeResponse(discord: LoopbackDiscord, question: string): Promise<number> {
  const member = discord.member("ada");
  const asked = performance.now();
  await member.uses("ask", { question });
  return lastArrival - asked;
}

/** Registers Rolecall's commands for a bot that registers none, so that it gets the same interactions. */
export async function offerCommands(discord: LoopbackDiscord): Promise<void> {
  const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
  await rest.put(Routes.applicationCommands(discord.bot.id), { body: COMMANDS.map(define) });
}
