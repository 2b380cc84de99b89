import { readPage } from "../../discord/support/read-page.ts";
import type { Reply } from "../../support/reply.ts";

/** A message as a member sees it, with what its buttons and menus hold, and whether others see it too. */
export function readReply({ payload, ephemeral }: Reply): string {
  const page = readPage(payload.components);
  return ephemeral ? `(only you see this)\n${page}` : page;
}

/** The words of a message without its buttons and menus: which related questions come first is for ranking to say. */
export function readWords(reply: Reply): string {
  return readReply(reply).replaceAll(/\n\[(?:button|menu) .*\]/g, "");
}
