import { storeAttachment } from "./messages.ts";
import type { Backstage } from "./route.ts";
import type { WireAttachment } from "./wire.ts";

/** A file that a member hands over; Discord stores it and tells the bot its URL. */
export interface Upload {
  readonly name: string;
  readonly content: string | Buffer;
  readonly contentType?: string;
}

export function upload(
  { world, filesUrl }: Backstage,
  { name, content, contentType }: Upload,
): WireAttachment {
  const file = { name, contentType: contentType ?? "text/plain; charset=utf-8", bytes: Buffer.from(content) };
  return storeAttachment(world, file, filesUrl);
}
