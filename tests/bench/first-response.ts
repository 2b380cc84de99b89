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

/** So many members ask in turn, each in their direct messages: nobody asks as fast as a bench does. */
const MEMBERS = 80;
const turns = new WeakMap<LoopbackDiscord, number>();

/** Milliseconds from dispatching `/ask` until its callback arrives. Throws when it was not answered. */
export async function timeResponse(discord: LoopbackDiscord, question: string): Promise<number> {
  const turn = turns.get(discord) ?? 0;
  turns.set(discord, turn + 1);
  const member = discord.member(`member ${turn % MEMBERS}`);
  const place = { channel: member.dm };
  const asked = performance.now();
  const { ephemeral, text } = await member.uses("ask", { question }, place);
  const taken = lastArrival - asked;
  if (ephemeral) throw new Error(`"${question}" was not answered: ${text}`);
  return taken;
}

/** Registers Rolecall's commands for a bot that registers none, so that it gets the same interactions. */
export async function offerCommands(discord: LoopbackDiscord): Promise<void> {
  const rest = new REST({ api: discord.restUrl }).setToken(discord.token);
  await rest.put(Routes.applicationCommands(discord.bot.id), { body: COMMANDS.map(define) });
}
