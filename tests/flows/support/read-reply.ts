import { readPage } from "../../discord/support/read-page.ts";
import type { Reply } from "../../support/reply.ts";

/**
 * A message as a member sees it, with what its buttons and menus hold, and whether others see it too. The id of the
 * member who asked, which is another in every test, stands there as `asker`; anybody else's id stays.
 */
export function readReply({ payload, ephemeral, interaction }: Reply): string {
  const asker = interaction?.userId ?? payload.referenced_message?.author.id ?? "nobody";
  const page = readPage(payload.components).replaceAll(`dismiss|by=${asker}`, "dismiss|by=asker");
  return ephemeral ? `(only you see this)\n${page}` : page;
}

/** The words of a message without its buttons and menus: which related questions come first is for ranking to say. */
export function readWords(reply: Reply): string {
  return readReply(reply).replaceAll(/\n\[(?:button|menu) .*\]/g, "");
}
