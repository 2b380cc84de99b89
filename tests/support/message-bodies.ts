import type { ZodMiniType } from "zod/mini";
import { uploadProblems } from "./file-rules.ts";
import { asJson, asList, asNumber, asText, type Json } from "./json.ts";
import { MESSAGE } from "./limits.ts";
import { draftProblems, isEmpty, isV2, mentionProblems, type Draft } from "./message-rules.ts";
import { storeAttachment, type Edit } from "./messages.ts";
import { pingedBy } from "./pings.ts";
import type { RestRequest } from "./rest-request.ts";
import { invalidBody, refusal } from "./rest-error.ts";
import { schemaProblems } from "./schema-check.ts";
import { readComponents, type WireAttachment, type WireMessage } from "./wire.ts";
import type { Channel, StoredMessage, World } from "./world.ts";

/** The parts of a message that a body carries, checked. */
export interface MessageParts extends Required<Edit> {
  /** Ids of the members and roles whom it notifies. */
  readonly pinged: readonly string[];
}

export interface Bodies {
  readonly world: World;
  readonly filesUrl: string;
  /** Where the message is. */
  readonly channel: Channel;
  /** Ids of the members whom the message may ping; none when left out. */
  readonly aims?: readonly string[];
}

/** Throws what Discord would answer to a body that its schema does not accept. */
export function demandSchema(schema: ZodMiniType, body: unknown): void {
  const problems = schemaProblems(schema, body);
  if (problems.length > 0) throw invalidBody(problems);
}

/** Reads a new message out of a request, or throws what Discord would answer. */
export function readNewMessage(bodies: Bodies, data: Json, request: RestRequest): MessageParts {
  const draft = {
    content: asText(data["content"]),
    embeds: asList(data["embeds"]).map(asJson),
    components: readComponents(data["components"]),
    flags: asNumber(data["flags"]),
  };
  const fileNames = request.files.map(({ name }) => name);
  demandRules({ ...draft, fileNames, hasOther: hasOther(data) }, data, bodies);
  return {
    ...draft,
    attachments: storeFiles(bodies, { data, request, kept: [] }),
    pinged: pingedBy(bodies, draft, data),
  };
}

/** Reads an edit out of a request: the rules hold for the message as it stands afterwards. */
export function readEdit(bodies: Bodies, { data, request, message }: EditRequest): Edit {
  const kept = keptAttachments(data, message.wire);
  const draft = {
    content: data["content"] === undefined ? message.wire.content : asText(data["content"]),
    embeds: data["embeds"] === undefined ? message.wire.embeds : asList(data["embeds"]).map(asJson),
    components:
      data["components"] === undefined ? message.wire.components : readComponents(data["components"]),
    flags: editedFlags(data, message.wire),
  };
  const fileNames = [...kept, ...request.files.map(toFilename)].map(({ filename }) => filename);
  // An edit notifies nobody, so it may name nobody.
  demandRules({ ...draft, fileNames, hasOther: false }, data, {});
  return { ...draft, attachments: [...kept, ...storeFiles(bodies, { data, request, kept })] };
}

export interface EditRequest {
  readonly data: Json;
  readonly request: RestRequest;
  readonly message: StoredMessage;
}

function demandRules(draft: Draft, data: Json, { aims, world }: Partial<Bodies>): void {
  const allowed = { users: aims ?? [], roles: [...(world?.pingableRoles ?? [])] };
  const problems = [...draftProblems(draft), ...mentionProblems(data, allowed)];
  if (problems.length > 0) throw invalidBody(problems);
  if (isEmpty(draft)) throw refusal("emptyMessage", "a message was empty");
}

/** An edit can add IS_COMPONENTS_V2 and toggle SUPPRESS_EMBEDS; nothing removes the former, nothing adds the rest. */
function editedFlags(data: Json, { flags }: WireMessage): number {
  const suppress = 1 << 2;
  const v2 = isV2(asNumber(data["flags"])) ? 1 << 15 : 0;
  if (data["flags"] === undefined || data["flags"] === null) return flags;
  return (flags & ~suppress) | (asNumber(data["flags"]) & suppress) | v2;
}

function hasOther(data: Json): boolean {
  return asList(data["sticker_ids"]).length > 0 || (data["poll"] !== undefined && data["poll"] !== null);
}

/** An edit that lists attachments keeps only those it names. */
function keptAttachments(data: Json, { attachments }: WireMessage): readonly WireAttachment[] {
  if (data["attachments"] === undefined) return attachments;
  const named = asList(data["attachments"]).map((attachment) => asText(asJson(attachment)["id"]));
  return attachments.filter(({ id }) => named.includes(id));
}

function toFilename({ name }: RestRequest["files"][number]): { readonly filename: string } {
  return { filename: name };
}

interface Files {
  readonly data: Json;
  readonly request: RestRequest;
  /** What an edited message has already. */
  readonly kept: readonly WireAttachment[];
}

function storeFiles(bodies: Bodies, { data, request, kept }: Files): readonly WireAttachment[] {
  const { files } = request;
  const described = asList(data["attachments"]).map(asJson);
  const problems = uploadProblems(files, described, kept);
  if (problems.length > 0) throw invalidBody(problems);
  if (files.some(({ bytes }) => bytes.length > MESSAGE.fileBytes))
    throw refusal("tooLarge", "a file was too large");
  return files.map((file) => {
    const { description } = described.find(({ id }) => `files[${asText(id)}]` === file.field) ?? {};
    const place = { filesUrl: bodies.filesUrl, channelId: bodies.channel.id };
    const attachment = storeAttachment(bodies.world, file, place);
    return description === undefined ? attachment : { ...attachment, description: asText(description) };
  });
}
