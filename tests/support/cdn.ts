import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as pass } from "node:timers/promises";
import type { StoredFile, World } from "./world.ts";

/** How a file is served wrongly, by a CDN that fails or by somebody in its place. */
export type Misdeed =
  /** Points elsewhere. */
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "status"; readonly status: number }
  /** Takes the request and never answers. */
  | { readonly kind: "hang" }
  /** Sends so many bytes at a time, and waits so many real milliseconds after each. */
  | { readonly kind: "drip"; readonly bytes: number; readonly pause: number }
  /** Sends so many bytes more than the file has, without saying how many; `Infinity` never ends. */
  | { readonly kind: "excess"; readonly bytes: number }
  /** Announces another length than it sends, and ends the connection. */
  | { readonly kind: "wrong-length"; readonly announced: number };

/** A request for a file, whoever made it. */
export interface Download {
  /** With the query. */
  readonly path: string;
  /** The host that was asked, with its port. */
  readonly host: string;
  readonly authorization: string | undefined;
  /** Bytes of the file, or in its place, that went out so far. */
  sent: number;
  /** Whether it ended or was broken off. */
  isOver: boolean;
}

const FILE_PATH = /^\/(?:ephemeral-)?attachments\/\d+\/(\d+)\/[^/?]+\?ex=([0-9a-f]+)&/;

/** Whether a path is that of a file rather than of the API. */
export const isFilePath = (path: string): boolean => /^\/(?:ephemeral-)?attachments\//.test(path);

/** Links to files hold for a day. */
const LINK_LIFETIME = 86_400;

export interface FilePlace {
  readonly filesUrl: string;
  readonly channelId: string;
  /** Handed over in an option of a command, and so in no message. */
  readonly isEphemeral?: boolean;
}

/** Where a file can be fetched for a day: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
export function fileUrl(
  world: World,
  { id, name }: { readonly id: string; readonly name: string },
  { filesUrl, channelId, isEphemeral = false }: FilePlace,
): string {
  const now = Math.floor(world.clock.now() / 1_000);
  const folder = isEphemeral ? "ephemeral-attachments" : "attachments";
  const query = `ex=${(now + LINK_LIFETIME).toString(16)}&is=${now.toString(16)}&hm=${"0".repeat(64)}&`;
  return `${filesUrl}/${folder}/${channelId}/${id}/${encodeURIComponent(name)}?${query}`;
}

/** Serves a file as it is told to, and keeps what was asked for. */
export async function serveFile(
  world: World,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url: path = "", headers } = incoming;
  const { host = "", authorization } = headers;
  const download: Download = { path, host, authorization, sent: 0, isOver: false };
  world.downloads.push(download);
  response.once("close", () => {
    download.isOver = true;
    world.changes.notify();
  });
  const file = fileAt(world, path);
  if (file === undefined) return void response.writeHead(404).end("This content is no longer available.");
  response.setHeader("content-type", file.contentType);
  await answer(response, file, download);
}

function fileAt({ clock, files }: World, path: string): StoredFile | undefined {
  const [, id = "", expiry = ""] = FILE_PATH.exec(path) ?? [];
  return Number.parseInt(expiry, 16) * 1_000 > clock.now() ? files.get(id) : undefined;
}

async function answer(response: ServerResponse, file: StoredFile, download: Download): Promise<void> {
  const { bytes, misdeed } = file;
  switch (misdeed?.kind) {
    case "hang":
      return undefined;
    case "redirect":
      return void response.writeHead(302, { location: misdeed.to }).end();
    case "status":
      return void response.writeHead(misdeed.status).end();
    case "drip":
      return send(response, drip(bytes, misdeed), download);
    case "excess":
      return send(response, exceed(bytes, misdeed.bytes), download);
    case "wrong-length":
      response.writeHead(200, { "content-length": misdeed.announced, connection: "close" });
      return send(response, [bytes], download);
    case undefined:
      response.setHeader("content-length", bytes.length);
      return send(response, [bytes], download);
  }
}

type Pieces = Iterable<Buffer> | AsyncIterable<Buffer>;

/** Whoever breaks off a download has had enough of it. */
async function send(response: ServerResponse, pieces: Pieces, download: Download): Promise<void> {
  await pipeline(Readable.from(counted(pieces, download)), response).catch(() => undefined);
}

async function* counted(pieces: Pieces, download: Download): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    download.sent += piece.length;
    yield piece;
  }
}

async function* drip(
  bytes: Buffer,
  { bytes: size, pause }: { readonly bytes: number; readonly pause: number },
): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) {
    yield bytes.subarray(at, at + size);
    // One piece after the other is the point.
    // oxlint-disable-next-line no-await-in-loop
    await pass(pause, undefined, { ref: false });
  }
}

const EXCESS = Buffer.alloc(16_384, "x");

function* exceed(bytes: Buffer, more: number): Generator<Buffer> {
  yield bytes;
  for (let left = more; left > 0; left -= EXCESS.length)
    yield EXCESS.subarray(0, Math.min(left, EXCESS.length));
}
