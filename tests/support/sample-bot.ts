import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  Partials,
  type ClientOptions,
  type Interaction,
  type Message,
} from "discord.js";
import type { LoopbackDiscord } from "./loopback-discord.ts";

export interface SampleBotOptions {
  readonly intents?: readonly GatewayIntentBits[];
  readonly rest?: ClientOptions["rest"];
  readonly shards?: "auto";
  readonly onInteraction?: (interaction: Interaction) => Promise<unknown>;
  readonly onMessage?: (message: Message) => Promise<unknown>;
}

const INTENTS = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** The smallest bot on the real discord.js, for the tests of the loopback Discord itself. */
export async function startSampleBot(
  discord: LoopbackDiscord,
  options: SampleBotOptions = {},
): Promise<Client<true>> {
  const client = new Client({
    intents: options.intents ?? INTENTS,
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [] },
    rest: { api: discord.restUrl, ...options.rest },
    ...(options.shards === undefined ? {} : { shards: options.shards }),
  });
  client.on(
    Events.InteractionCreate,
    (interaction) => void options.onInteraction?.(interaction).catch(ignore),
  );
  client.on(Events.MessageCreate, (message) => {
    if (message.author.id !== client.user?.id) void options.onMessage?.(message).catch(ignore);
  });
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(discord.token);
  return ready;
}

/** What goes wrong shows in what the members see; the tests look there. */
function ignore(): void {}

export function row(...buttons: readonly ButtonBuilder[]): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons);
}

export function button(label: string, customId: string): ButtonBuilder {
  return new ButtonBuilder().setLabel(label).setCustomId(customId).setStyle(ButtonStyle.Secondary);
}
