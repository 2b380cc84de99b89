/** Discord does not take what the bot was started with; the message says what the operator can mend. */
export class DiscordRefusal extends Error {
  override readonly name = "DiscordRefusal";
}

export const REFUSED_TOKEN =
  "Discord refuses DISCORD_TOKEN: take a new one from the Bot page of https://discord.com/developers/applications.";
