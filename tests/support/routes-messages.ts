import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from "discord-api-spec/zod";
import { MessageFlags } from "discord.js";
import { permissionsIn } from "./guilds.ts";
import { asJson, asNumber, asText, type Json } from "./json.ts";
import { MESSAGE, NONCE_MEMORY } from "./limits.ts";
import { demandSchema, readEdit, readNewMessage } from "./message-bodies.ts";
import { deleteMessage, editMessage, postMessage } from "./messages.ts";
import { allows, type PermissionName } from "./permissions.ts";
import { invalidBody, refusal } from "./rest-error.ts";
import { bodyOf } from "./rest-request.ts";
import { noContent, ok, type Backstage, type RestAnswer, type Route, type RouteCall } from "./route.ts";
import { channelOf, sendPermission } from "./routes-channels.ts";
import { mayReadContent, withoutForeignContent } from "./visibility.ts";
import type { Channel, StoredMessage, World } from "./world.ts";

const MESSAGES = "/channels/:channel/messages";

export const MESSAGE_ROUTES: readonly Route[] = [
  { method: "GET", path: MESSAGES, handle: list },
  { method: "POST", path: MESSAGES, handle: create },
  { method: "GET", path: `${MESSAGES}/:message`, handle: read },
  { method: "PATCH", path: `${MESSAGES}/:message`, handle: edit },
  { method: "DELETE", path: `${MESSAGES}/:message`, handle: remove },
  { method: "PUT", path: `${MESSAGES}/:message/reactions/:emoji/@me`, handle: react },
];

/** What the bot may read of a message over REST. */
function readable({ world }: Backstage, message: StoredMessage): Json {
  const wire = { ...message.wire };
  return mayReadContent(world.application.flags) ? wire : withoutForeignContent(world, wire);
}

/** The message in the path; ephemeral ones are out of reach of these routes. */
function messageOf({ param, stage }: RouteCall, channel: Channel): StoredMessage {
  const message = stage.world.messages.get(param("message"));
  const isThere = message !== undefined && !message.deleted && message.visibleTo === undefined;
  if (!isThere || message.wire.channel_id !== channel.id) throw refusal("unknownMessage");
  return message;
}

function list(call: RouteCall): RestAnswer {
  const channel = channelOf(call, "ReadMessageHistory");
  const visible = call.stage.world.messagesIn(channel.id).filter(({ visibleTo }) => visibleTo === undefined);
  const limit = Number(call.request.query.get("limit") ?? 50);
  const latest = visible.toReversed().slice(0, limit);
  return ok(latest.map((message) => readable(call.stage, message)));
}

function read(call: RouteCall): RestAnswer {
  return ok(readable(call.stage, messageOf(call, channelOf(call, "ReadMessageHistory"))));
}

function create(call: RouteCall): RestAnswer {
  const { request, stage } = call;
  const channel = channelOf(call);
  channelOf(call, sendPermission(channel), ...filePermissions(call));
  demandSchema(MessageCreateRequestSchema, request.body);
  const data = bodyOf(request);
  demandSendable(data);
  const parts = readNewMessage({ ...stage, channel }, data, request);
  const twin = sameNonce(stage.world, channel, data);
  if (twin !== undefined) return ok(twin.wire);
  const replyTo = referenceOf(call, channel, data);
  const nonce = typeof data["nonce"] === "number" ? data["nonce"] : asText(data["nonce"]) || undefined;
  // A message wakes an archived thread.
  channel.archived = false;
  const message = postMessage(stage.world, {
    ...parts,
    channel,
    author: stage.world.bot,
    replyTo,
    nonce,
    pings: false,
  });
  return ok(message.wire);
}

function filePermissions({ request }: RouteCall): readonly PermissionName[] {
  return request.files.length > 0 ? ["AttachFiles"] : [];
}

function demandSendable({ flags, nonce }: Json): void {
  if ((asNumber(flags) & MessageFlags.Ephemeral) !== 0) {
    throw invalidBody([{ path: ["flags"], message: "only answers to interactions can be ephemeral" }]);
  }
  if (asText(nonce).length > MESSAGE.nonce) {
    throw invalidBody([{ path: ["nonce"], message: `must be ${MESSAGE.nonce} or fewer in length` }]);
  }
}

/** With `enforce_nonce`, the message that the bot sent with the same nonce lately. */
function sameNonce(world: World, channel: Channel, data: Json): StoredMessage | undefined {
  if (data["enforce_nonce"] !== true || data["nonce"] === undefined) return undefined;
  const isRecent = (timestamp: string) => world.clock.now() - Date.parse(timestamp) < NONCE_MEMORY;
  return world
    .messagesIn(channel.id)
    .find(
      ({ wire }) =>
        wire.author.id === world.bot.id && wire.nonce === data["nonce"] && isRecent(wire.timestamp),
    );
}

function referenceOf({ stage }: RouteCall, channel: Channel, data: Json): StoredMessage | undefined {
  const reference = asJson(data["message_reference"]);
  const id = asText(reference["message_id"]);
  if (id === "") return undefined;
  const message = stage.world.messages.get(id);
  if (message !== undefined && !message.deleted && message.wire.channel_id === channel.id) return message;
  if (reference["fail_if_not_exists"] === false) return undefined;
  throw invalidBody([{ path: ["message_reference"], message: "Unknown message" }]);
}

function edit(call: RouteCall): RestAnswer {
  const { request, stage } = call;
  const channel = channelOf(call, ...filePermissions(call));
  const message = messageOf(call, channel);
  if (message.wire.author.id !== stage.world.bot.id)
    throw refusal("notYourMessage", "the bot edited a foreign message");
  demandSchema(MessageEditRequestPartialSchema, request.body);
  editMessage(
    stage.world,
    message,
    readEdit({ ...stage, channel }, { data: bodyOf(request), request, message }),
  );
  return ok(message.wire);
}

function remove(call: RouteCall): RestAnswer {
  const { world } = call.stage;
  const channel = channelOf(call);
  const message = messageOf(call, channel);
  const isOwn = message.wire.author.id === world.bot.id;
  if (!isOwn && !allows(permissionsIn(world, channel, world.bot.id), "ManageMessages")) {
    throw refusal("missingPermissions", "the bot deleted a foreign message without ManageMessages");
  }
  deleteMessage(world, message);
  return noContent;
}

function react(call: RouteCall): RestAnswer {
  messageOf(call, channelOf(call, "AddReactions"));
  return noContent;
}
