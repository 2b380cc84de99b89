import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from "discord-api-spec/zod";
import { MessageFlags } from "discord.js";
import type { Interaction } from "./interactions.ts";
import { USER_INSTALL_FOLLOW_UPS } from "./limits.ts";
import { demandSchema, readEdit, readNewMessage } from "./message-bodies.ts";
import { deleteMessage, editMessage, type Edit } from "./messages.ts";
import { refusal } from "./rest-error.ts";
import { bodyOf } from "./rest-request.ts";
import { noContent, ok, type RestAnswer, type Route, type RouteCall } from "./route.ts";
import { postAnswer } from "./routes-interactions.ts";
import type { StoredMessage } from "./world.ts";

/** An answer stays as visible as its first acknowledgement made it. */
const EPHEMERAL = MessageFlags.Ephemeral;

const MESSAGE_PATH = "/webhooks/:application/:token/messages/:message";

export const WEBHOOK_ROUTES: readonly Route[] = [
  { method: "POST", path: "/webhooks/:application/:token", isOpen: true, handle: followUp },
  { method: "GET", path: MESSAGE_PATH, isOpen: true, handle: read },
  { method: "PATCH", path: MESSAGE_PATH, isOpen: true, handle: edit },
  { method: "DELETE", path: MESSAGE_PATH, isOpen: true, handle: remove },
];

function interactionOf({ param, stage }: RouteCall): Interaction {
  if (param("application") !== stage.world.application.id) throw refusal("unknownWebhook");
  return stage.interactions.toContinue(param("token"));
}

function messageOf({ param }: RouteCall, { original, followUps }: Interaction): StoredMessage {
  const id = param("message");
  const message =
    id === "@original" ? original : [original, ...followUps].find((each) => each?.wire.id === id);
  if (message === undefined || message.deleted) throw refusal("unknownMessage");
  return message;
}

function followUp(call: RouteCall): RestAnswer {
  const interaction = interactionOf(call);
  demandSchema(IncomingWebhookRequestPartialSchema, call.request.body);
  const parts = readNewMessage(
    { ...call.stage, channel: interaction.channel },
    bodyOf(call.request),
    call.request,
  );
  // The first follow-up after a deferred reply takes the place of "thinking…".
  const { pinged: _, ...changes } = parts;
  if (interaction.original?.loading) return settle(call, interaction.original, changes);
  demandFollowUpLeft(interaction);
  const message = postAnswer(call, interaction, parts);
  interaction.followUps.push(message);
  call.stage.world.changes.notify();
  return ok(message.wire);
}

function demandFollowUpLeft({ isUserInstall, followUps }: Interaction): void {
  if (isUserInstall && followUps.length >= USER_INSTALL_FOLLOW_UPS) {
    throw refusal("tooManyFollowUps", "a user-installed application followed up too often");
  }
}

function read(call: RouteCall): RestAnswer {
  return ok(messageOf(call, interactionOf(call)).wire);
}

function edit(call: RouteCall): RestAnswer {
  const interaction = interactionOf(call);
  const message = messageOf(call, interaction);
  demandSchema(IncomingWebhookUpdateRequestPartialSchema, call.request.body);
  const { request } = call;
  const stage = { ...call.stage, channel: interaction.channel };
  return settle(call, message, readEdit(stage, { data: bodyOf(request), request, message }));
}

function settle(call: RouteCall, message: StoredMessage, changes: Edit): RestAnswer {
  editMessage(call.stage.world, message, {
    ...changes,
    flags: (changes.flags ?? 0) | (message.wire.flags & EPHEMERAL),
  });
  const interaction = interactionOf(call);
  interaction.settled = true;
  call.stage.world.changes.notify();
  return ok(message.wire);
}

function remove(call: RouteCall): RestAnswer {
  const interaction = interactionOf(call);
  const message = messageOf(call, interaction);
  deleteMessage(call.stage.world, message);
  interaction.settled = true;
  call.stage.world.changes.notify();
  return noContent;
}
