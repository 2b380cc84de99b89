import type { FilePlace, Misdeed } from "./cdn.ts";
import { storeAttachment } from "./messages.ts";
import type { Backstage } from "./route.ts";
import type { WireAttachment } from "./wire.ts";

/** A file that a member hands over; Discord stores it and tells the bot its URL. */
export interface Upload {
  readonly name: string;
  readonly content: string | Buffer;
  readonly contentType?: string;
  /** How many bytes Discord says it has; the truth when absent. */
  readonly size?: number;
  /** How it is served; properly when absent. */
  readonly misdeed?: Misdeed;
}

export function upload(
  { world, filesUrl }: Backstage,
  { name, content, contentType = "text/plain; charset=utf-8", size, misdeed }: Upload,
  place: Omit<FilePlace, "filesUrl">,
): WireAttachment {
  const file = { name, contentType, bytes: Buffer.from(content), misdeed };
  const attachment = storeAttachment(world, file, { filesUrl, ...place });
  return { ...attachment, size: size ?? attachment.size };
}
