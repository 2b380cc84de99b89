import type { Reply } from "../answering/reply.ts";

/**
 * Whether a reply to free text is sent. Who addresses the bot always hears from it; where members talk among
 * themselves it speaks only to answer what somebody asked.
 */
export function decideToSpeak({
  addressed,
  reply,
}: {
  readonly addressed: boolean;
  readonly reply: Reply;
}): boolean {
  return addressed || (reply.kind === "answer" && reply.isGuess !== true);
}
