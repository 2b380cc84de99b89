import { MOST_BYTES } from "../../knowledge/upload-text.ts";

/** A file that a member attached, as Discord tells of it. */
export interface AttachedFile {
  readonly url: string;
  readonly size: number;
}

/** What came of fetching a file. */
export type Fetched =
  | { readonly kind: "fetched"; readonly bytes: Uint8Array }
  | { readonly kind: "too-large" }
  | { readonly kind: "not-fetched"; readonly cause: unknown };

/** Milliseconds for a file as a whole: a server that drips keeps nobody waiting. */
const LIMIT = 8_000;

/** https://docs.discord.com/developers/reference#cdn-hosts: where Discord serves what members attach. */
const DISCORD_FILES = ["https://cdn.discordapp.com", "https://media.discordapp.net"];

/** Origins that files are fetched from: Discord's own, and that of another address of its API. */
export function fileOrigins(apiUrl: string | undefined): ReadonlySet<string> {
  return new Set([...DISCORD_FILES, ...(apiUrl === undefined ? [] : [new URL(apiUrl).origin])]);
}

/** Fetches a file from Discord and from nowhere else, follows no redirect, and reads no more than a document may have. */
export async function fetchFile({ url, size }: AttachedFile, origins: ReadonlySet<string>): Promise<Fetched> {
  if (size > MOST_BYTES) return { kind: "too-large" };
  if (!URL.canParse(url) || !origins.has(new URL(url).origin))
    return { kind: "not-fetched", cause: new Error("the file is not one of Discord's") };
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(new Error("Discord took too long")), LIMIT);
  try {
    const response = await fetch(url, { redirect: "error", signal: late.signal });
    if (!response.ok) throw new Error(`Discord answered ${response.status}`);
    return await readAtMost(response, late.signal);
  } catch (cause) {
    return { kind: "not-fetched", cause };
  } finally {
    clearTimeout(timer);
  }
}

/** Counts what arrives, whatever its length was said to be and however it was compressed. Throws what ends the signal. */
async function readAtMost({ body }: Response, signal: AbortSignal): Promise<Fetched> {
  const reader = body?.getReader();
  // Once its request is garbage, fetch no longer hears of the signal: https://github.com/nodejs/undici/issues/3644.
  // Where fetch hears of it all the same, there is nothing left to cancel.
  const stop = (): void => void reader?.cancel().catch(() => undefined);
  signal.addEventListener("abort", stop);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    signal.throwIfAborted();
    if (value === undefined) return { kind: "fetched", bytes: Buffer.concat(chunks) };
    length += value.length;
    if (length > MOST_BYTES) {
      stop();
      return { kind: "too-large" };
    }
    chunks.push(value);
  }
}
