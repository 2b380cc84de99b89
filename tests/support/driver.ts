import { ApplicationCommandOptionType, InteractionResponseType, type InteractionType } from "discord.js";
import type { Gateway } from "./gateway.ts";
import { guildOf } from "./guilds.ts";
import { interactionPayload } from "./interaction-payload.ts";
import type { Interaction } from "./interactions.ts";
import { asJson, asList, asText, hasType, type Json } from "./json.ts";
import type { RestServer } from "./rest-server.ts";
import { seeMessage, type Reply } from "./reply.ts";
import type { Backstage } from "./route.ts";
import { describeViolations } from "./violations.ts";
import type { Channel, Guild, StoredMessage } from "./world.ts";

/** Changes a payload before the bot gets it: unknown fields, nulls, whatever Discord might send one day. */
export type Alter = (payload: Json) => Json;

/** Everything the members act through. */
export interface Driver {
  readonly stage: Backstage;
  readonly gateway: Gateway;
  readonly rest: RestServer;
  readonly home: Guild;
  /** Real milliseconds to wait for the bot. */
  readonly patience: number;
}

/** Where something is done, and how. */
export interface Spot {
  readonly channel: Channel;
  /** Whether the member reaches the application by their own installation of it. */
  readonly isUserInstall: boolean;
  readonly alter: Alter | undefined;
}

export interface Act {
  readonly type: InteractionType;
  readonly userId: string;
  readonly spot: Spot;
  readonly data: Json;
  /** The full name of the command. */
  readonly name?: string | undefined;
  /** The message whose component is used. */
  readonly source?: StoredMessage | undefined;
}

/** Dispatches INTERACTION_CREATE; nothing is awaited, so that a test can let time pass before the bot answers. */
export function interact({ stage, gateway }: Driver, act: Act): Interaction {
  if (gateway.sessions.length === 0) throw new Error("no bot is logged in: wait for ready() first");
  const { channel, isUserInstall, alter } = act.spot;
  const interaction = stage.interactions.open({
    type: act.type,
    userId: act.userId,
    channel,
    isUserInstall,
    forcesEphemeral: isUserInstall && guildOf(stage.world, channel)?.allowsExternalApps === false,
    source: act.source,
    aims: usersNamed(act.data),
    name: act.name,
  });
  const payload = interactionPayload(stage.world, interaction, act.data);
  const data = alter === undefined ? payload : alter(payload);
  stage.world.publish({ name: "INTERACTION_CREATE", data, guildId: channel.guildId });
  return interaction;
}

function usersNamed(data: Json): readonly string[] {
  const options = asList(data["options"]).map(asJson);
  return options.flatMap((option) =>
    hasType(option, ApplicationCommandOptionType.User) ? [asText(option["value"])] : usersNamed(option),
  );
}

/** Waits for what the member gets to see. */
export async function answerTo(driver: Driver, interaction: Interaction): Promise<Reply> {
  const message = await awaitOutcome(driver, interaction, visibleOutcome);
  return seeMessage(message, interaction);
}

export function awaitOutcome<Outcome>(
  { stage, patience, rest }: Driver,
  interaction: Interaction,
  look: (interaction: Interaction) => Outcome | undefined,
): Promise<Outcome> {
  return stage.world.changes.until(() => look(demandInTime(interaction)), {
    patience,
    failure: () => describeSilence(interaction, describeViolations(rest.violations)),
  });
}

const UNKNOWN_INTERACTION = 10062;

function demandInTime(interaction: Interaction): Interaction {
  if (interaction.refused?.body["code"] === UNKNOWN_INTERACTION) {
    throw new Error("The application did not respond: its callback came too late");
  }
  return interaction;
}

function describeSilence({ callback, refused }: Interaction, violations: string): string {
  if (refused !== undefined)
    return `The application did not respond: its callback was refused\n${violations}`;
  const so = callback === undefined ? "" : `: after callback ${callback} nothing more came`;
  return `The application did not respond${so}\n${violations}`.trimEnd();
}

function visibleOutcome(interaction: Interaction): StoredMessage | undefined {
  const { callback, original, followUps } = interaction;
  if (callback === InteractionResponseType.Modal) {
    throw new Error("the bot opened a form: wait for it with …ForForm");
  }
  if (callback === InteractionResponseType.DeferredMessageUpdate) {
    return isSettled(interaction) ? original : followUps[0];
  }
  return original?.loading === true && !original.deleted ? undefined : original;
}

/** After a deferred update: whether the message changed, by whichever route. */
function isSettled({ settled, source, sourceEdits }: Interaction): boolean {
  return settled || source?.deleted === true || (source?.earlier.length ?? 0) > sourceEdits;
}
