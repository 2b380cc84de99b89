// The least that a discord.js bot can be; plain JavaScript, so that nothing is compiled while its start is timed.
// An argument names a file with the components that it answers with; one word when left out.
import { readFileSync } from "node:fs";
import process from "node:process";
import { Client, GatewayIntentBits, MessageFlags } from "discord.js";

const { DISCORD_API_URL: api = "https://discord.com/api", DISCORD_TOKEN: token } = process.env;
const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

const [, , file] = process.argv;
const answer = file === undefined ? "pong" : await readAnswer(readFileSync(file, "utf8"));

const client = new Client({
  shards: "auto",
  intents: [Guilds, GuildMessages, DirectMessages],
  allowedMentions: { parse: [] },
  rest: { api },
});
client.on("interactionCreate", (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(answer);
});
await client.login(token);

/** @param {string} json */
async function readAnswer(json) {
  const { z } = await import("zod");
  const components = z.array(z.looseObject({})).parse(JSON.parse(json));
  return { components, flags: MessageFlags.IsComponentsV2 };
}
