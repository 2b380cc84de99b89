import type { LoopbackDiscord } from "../../support/loopback-discord.ts";
import type { Member } from "../../support/member.ts";
import type { OptionValues } from "../../support/option-values.ts";
import type { Upload } from "../../support/upload.ts";
import { readReply } from "./read-reply.ts";

/** A short article, and a question that it answers. */
export const RULES =
  "# Lantern rules\n\n## Lanterns\n\nA lantern must be lit at dusk and put out at midnight.\n";
export const QUESTION = "When must a lantern be lit?";

export const NO_DOCUMENTS =
  "(only you see this)\n### Documents of this server\nThis server has no documents of its own yet. `/knowledge add` takes a Markdown or text file.";

export const file = (content: string | Buffer = RULES, name = "article.md"): Upload => ({ name, content });

/** A new server without documents: a moderator and a member in it. */
export function newServer(
  discord: LoopbackDiscord,
  name = "Server",
): { readonly mara: Member; readonly ben: Member } {
  const channel = discord.channel("hall", discord.guild({ name, channels: ["hall"] }));
  return {
    mara: discord.member("mara", { permissions: ["ManageGuild"] }).in({ channel }),
    ben: discord.member("ben").in({ channel }),
  };
}

/** What a moderator reads who adds a document. */
export const add = async (mara: Member, document: Upload, given: OptionValues = {}): Promise<string> =>
  readReply(await mara.uses("/knowledge add", { file: document, ...given }));

export const list = async (mara: Member): Promise<string> => readReply(await mara.uses("/knowledge list"));

export const ask = async (member: Member, question = QUESTION): Promise<string> =>
  (await member.uses("/ask", { question })).text;
