import type { IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { isJson, type Json } from "./json.ts";
import type { StoredFile } from "./world.ts";

/** A part of a multipart body. */
export interface SentFile extends StoredFile {
  /** The name of the part, such as `files[0]`. */
  readonly field: string;
}

/** What the bot asked for, kept for tests to look at. */
export interface RestRequest {
  readonly method: string;
  /** Decoded, without the version prefix, such as `/channels/1/messages`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The parsed body; `undefined` when there was none. */
  readonly body: unknown;
  readonly files: readonly SentFile[];
  readonly authorization: string | undefined;
  /** What it was answered with; `undefined` while it is not, or when the connection broke. */
  status: number | undefined;
}

const PREFIX = /^\/api(\/v\d+)?/;

export async function readRequest(incoming: IncomingMessage): Promise<RestRequest> {
  const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
  const { body, files } = await readBody(await buffer(incoming), incoming.headers["content-type"] ?? "");
  return {
    method: incoming.method ?? "GET",
    path: decodeURIComponent(url.pathname).replace(PREFIX, ""),
    query: url.searchParams,
    body,
    files,
    authorization: incoming.headers.authorization,
    status: undefined,
  };
}

type Body = Pick<RestRequest, "body" | "files">;

async function readBody(bytes: Buffer, contentType: string): Promise<Body> {
  if (bytes.length === 0) return { body: undefined, files: [] };
  if (contentType.startsWith("multipart/form-data")) return readForm(bytes, contentType);
  return { body: parse(bytes.toString("utf8")), files: [] };
}

/** https://docs.discord.com/developers/reference#uploading-files */
async function readForm(bytes: Buffer, contentType: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { "content-type": contentType },
  }).formData();
  const payload = form.get("payload_json");
  const files: SentFile[] = [];
  for (const [field, value] of form) {
    if (typeof value === "string") continue;
    // The parts keep their order.
    // oxlint-disable-next-line no-await-in-loop
    const content = Buffer.from(await value.arrayBuffer());
    files.push({ field, name: value.name, contentType: value.type, bytes: content });
  }
  return { body: typeof payload === "string" ? parse(payload) : undefined, files };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Kept as text: no schema accepts it, so the bot is told.
    return text;
  }
}

export function bodyOf({ body }: RestRequest): Json {
  return isJson(body) ? body : {};
}
