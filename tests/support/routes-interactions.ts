import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import { InteractionResponseType, InteractionType, MessageFlags } from "discord.js";
import { choiceProblems } from "./command-rules.ts";
import { isEphemeral, metadataOf, type Interaction } from "./interactions.ts";
import { asJson, asList, asNumber, type Json } from "./json.ts";
import { demandSchema, readEdit, readNewMessage, type MessageParts } from "./message-bodies.ts";
import { editMessage, postMessage } from "./messages.ts";
import { invalidBody, RestError } from "./rest-error.ts";
import { bodyOf } from "./rest-request.ts";
import { noContent, ok, type RestAnswer, type Route, type RouteCall } from "./route.ts";
import type { StoredMessage } from "./world.ts";

export const INTERACTION_ROUTES: readonly Route[] = [
  { method: "POST", path: "/interactions/:interaction/:token/callback", isOpen: true, handle: acknowledge },
];

function acknowledge(call: RouteCall): RestAnswer {
  const { interactions, world } = call.stage;
  try {
    const interaction = interactions.toAcknowledge(call.param("interaction"), call.param("token"));
    const type = asNumber(bodyOf(call.request)["type"]);
    demandFittingType(interaction, type);
    CALLBACKS[type]?.(call, interaction);
    interaction.callback = type;
    world.changes.notify();
    return call.request.query.get("with_response") === "true" ? ok(callbackResponse(interaction)) : noContent;
  } catch (error) {
    const refused = interactions.find(call.param("token"));
    if (refused !== undefined && error instanceof RestError) refused.refused = error;
    world.changes.notify();
    throw error;
  }
}

type Callback = (call: RouteCall, interaction: Interaction) => void;

const CALLBACKS: Readonly<Record<number, Callback>> = {
  [InteractionResponseType.ChannelMessageWithSource]: reply,
  [InteractionResponseType.DeferredChannelMessageWithSource]: deferReply,
  [InteractionResponseType.DeferredMessageUpdate]: deferUpdate,
  [InteractionResponseType.UpdateMessage]: update,
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: complete,
  [InteractionResponseType.Modal]: showForm,
};

const { ChannelMessageWithSource, DeferredChannelMessageWithSource, Modal } = InteractionResponseType;
const { DeferredMessageUpdate, UpdateMessage, ApplicationCommandAutocompleteResult } =
  InteractionResponseType;
const REPLIES: readonly number[] = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
const UPDATES: readonly number[] = [DeferredMessageUpdate, UpdateMessage];

const FITTING: Readonly<Record<number, readonly number[]>> = {
  [InteractionType.ApplicationCommand]: [...REPLIES, Modal],
  [InteractionType.MessageComponent]: [...REPLIES, ...UPDATES, Modal],
  [InteractionType.ModalSubmit]: [...REPLIES, ...UPDATES],
  [InteractionType.ApplicationCommandAutocomplete]: [ApplicationCommandAutocompleteResult],
};

function demandFittingType({ type, source }: Interaction, callback: number): void {
  const fits =
    FITTING[type]?.includes(callback) === true && (source !== undefined || !UPDATES.includes(callback));
  if (!fits)
    throw invalidBody([
      { path: ["type"], message: `${callback} does not answer an interaction of type ${type}` },
    ]);
}

function reply(call: RouteCall, interaction: Interaction): void {
  demandSchema(CreateMessageInteractionCallbackRequestSchema, call.request.body);
  const parts = readNewMessage(
    { ...call.stage, channel: interaction.channel, aims: interaction.aims },
    asJson(bodyOf(call.request)["data"]),
    call.request,
  );
  interaction.original = postAnswer(call, interaction, parts);
}

/** Posts an answer, seen by all or only by who asked, as its flags or the channel's rules say. */
export function postAnswer(call: RouteCall, interaction: Interaction, parts: MessageParts): StoredMessage {
  return postMessage(call.stage.world, answerFields(call, interaction, parts));
}

function answerFields(
  call: RouteCall,
  interaction: Interaction,
  parts: Partial<MessageParts> & { flags: number },
) {
  const { world } = call.stage;
  const ephemeral = isEphemeral(interaction, parts.flags);
  return {
    ...parts,
    flags: ephemeral ? parts.flags | MessageFlags.Ephemeral : parts.flags,
    channel: interaction.channel,
    author: world.bot,
    webhookId: world.application.id,
    interaction: metadataOf(world, interaction),
    visibleTo: ephemeral ? interaction.userId : undefined,
  };
}

function deferReply(call: RouteCall, interaction: Interaction): void {
  demandSchema(CreateMessageInteractionCallbackRequestSchema, call.request.body);
  const { flags, ...rest } = asJson(bodyOf(call.request)["data"]);
  const onlyEphemeral = (asNumber(flags) & ~MessageFlags.Ephemeral) === 0;
  if (!onlyEphemeral || Object.keys(rest).length > 0) {
    throw invalidBody([
      { path: ["data"], message: "a deferred reply takes the flag EPHEMERAL and nothing else" },
    ]);
  }
  const fields = answerFields(call, interaction, { flags: asNumber(flags) });
  interaction.original = postMessage(call.stage.world, { ...fields, loading: true });
}

function deferUpdate({ request }: RouteCall, interaction: Interaction): void {
  demandSchema(UpdateMessageInteractionCallbackRequestSchema, request.body);
  interaction.original = interaction.source;
}

function update({ request, stage }: RouteCall, interaction: Interaction): void {
  demandSchema(UpdateMessageInteractionCallbackRequestSchema, request.body);
  const { source } = interaction;
  if (source === undefined) return;
  const data = asJson(bodyOf(request)["data"]);
  const { channel } = interaction;
  if (Object.keys(data).length > 0)
    editMessage(stage.world, source, readEdit({ ...stage, channel }, { data, request, message: source }));
  interaction.original = source;
  interaction.settled = true;
}

function complete({ request }: RouteCall, interaction: Interaction): void {
  demandSchema(ApplicationCommandAutocompleteCallbackRequestSchema, request.body);
  const choices = asList(asJson(bodyOf(request)["data"])["choices"]).map(asJson);
  const problems = choices.flatMap(choiceProblems);
  if (problems.length > 0) throw invalidBody(problems);
  interaction.choices = choices;
}

function showForm({ request }: RouteCall, interaction: Interaction): void {
  demandSchema(ModalInteractionCallbackRequestSchema, request.body);
  interaction.form = asJson(bodyOf(request)["data"]);
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object */
function callbackResponse({ id, type, callback, original }: Interaction): Json {
  const message = original === undefined ? {} : { message: original.wire };
  return {
    interaction: {
      id,
      type,
      response_message_id: original?.wire.id,
      response_message_loading: original?.loading ?? false,
      response_message_ephemeral: original?.visibleTo !== undefined,
    },
    resource: { type: callback, ...message },
  };
}
