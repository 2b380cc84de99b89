// The least that a discord.js bot can be; plain JavaScript, so that nothing is compiled while its start is timed.
import process from "node:process";
import { Client, GatewayIntentBits } from "discord.js";

const { DISCORD_API_URL: api = "https://discord.com/api", DISCORD_TOKEN: token } = process.env;
const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

const client = new Client({
  shards: "auto",
  intents: [Guilds, GuildMessages, DirectMessages],
  allowedMentions: { parse: [] },
  rest: { api },
});
client.on("interactionCreate", (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply("pong");
});
await client.login(token);
