import { MessageFlags, type InteractionResponseType, type InteractionType } from "discord.js";
import type { Json } from "./json.ts";
import { CALLBACK_LIMIT, TOKEN_LIFETIME } from "./limits.ts";
import { refusal, type RestError } from "./rest-error.ts";
import type { Channel, StoredMessage, World } from "./world.ts";

/** An interaction from dispatch until its token expires, and all that the bot did with it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channel: Channel;
  /** Whether the member reached the application by their own installation only. */
  readonly isUserInstall: boolean;
  readonly forcesEphemeral: boolean;
  /** The message whose component was used. */
  readonly source: StoredMessage | undefined;
  /** How often that message had been edited when the component was used. */
  readonly sourceEdits: number;
  /** Ids of the users that the options of its command name. */
  readonly aims: readonly string[];
  /** What INTERACTION_CREATE named it, for the metadata of the answer. */
  readonly name: string | undefined;
  readonly dispatchedAt: number;
  callback: InteractionResponseType | undefined;
  /** What `@original` means. */
  original: StoredMessage | undefined;
  /** After a deferred update: whether the update came. */
  settled: boolean;
  readonly followUps: StoredMessage[];
  choices: readonly Json[];
  form: Json | undefined;
  /** Why the last answer to it was refused. */
  refused: RestError | undefined;
  /** Whether a fault swallowed the answer to the callback, so that a second one is to be expected. */
  lostAnswer: boolean;
}

type NewInteraction = Pick<
  Interaction,
  "type" | "userId" | "channel" | "isUserInstall" | "forcesEphemeral" | "source" | "aims" | "name"
>;

export class Interactions {
  readonly #world: World;
  readonly #callbackLimit: number;
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World, callbackLimit: number = CALLBACK_LIMIT) {
    this.#world = world;
    this.#callbackLimit = callbackLimit;
  }

  open(fields: NewInteraction): Interaction {
    const id = this.#world.clock.snowflake();
    const interaction: Interaction = {
      ...fields,
      id,
      token: `interaction-token-${id}`,
      sourceEdits: fields.source?.earlier.length ?? 0,
      dispatchedAt: this.#world.clock.now(),
      callback: undefined,
      original: undefined,
      settled: false,
      followUps: [],
      choices: [],
      form: undefined,
      refused: undefined,
      lostAnswer: false,
    };
    this.#byToken.set(interaction.token, interaction);
    return interaction;
  }

  /** The interaction to acknowledge; throws when it is unknown, acknowledged before, or too old. */
  toAcknowledge(id: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined || interaction.id !== id) throw refusal("unknownInteraction");
    if (interaction.callback !== undefined) {
      const rule = interaction.lostAnswer ? undefined : "an interaction was acknowledged twice";
      throw refusal("alreadyAcknowledged", rule);
    }
    if (this.#age(interaction) > this.#callbackLimit) throw refusal("unknownInteraction");
    return interaction;
  }

  /** The interaction behind a webhook token; throws when it expired or nothing was answered yet. */
  toContinue(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined) throw refusal("unknownWebhook");
    if (this.#age(interaction) > TOKEN_LIFETIME) throw refusal("expiredToken");
    if (interaction.callback === undefined)
      throw refusal("unknownWebhook", "a webhook was used before the callback");
    return interaction;
  }

  find(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  #age({ dispatchedAt }: Interaction): number {
    return this.#world.clock.now() - dispatchedAt;
  }
}

export function isEphemeral({ forcesEphemeral }: Interaction, flags: number): boolean {
  return forcesEphemeral || (flags & MessageFlags.Ephemeral) !== 0;
}

/** `interaction_metadata` of the messages that answer it. */
export function metadataOf(world: World, interaction: Interaction): Json {
  const { id, type, userId, isUserInstall, name, source } = interaction;
  return {
    id,
    type,
    user: world.users.get(userId),
    authorizing_integration_owners: ownersOf(interaction, isUserInstall),
    ...(name === undefined ? {} : { name, command_type: 1 }),
    ...(source === undefined ? {} : { interacted_message_id: source.wire.id }),
  };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
export function ownersOf(
  { userId, channel }: Pick<Interaction, "userId" | "channel">,
  isUserInstall: boolean,
): Json {
  return isUserInstall ? { 1: userId } : { 0: channel.guildId ?? "0" };
}
