import type { Reply } from "../../answering/reply.ts";
import { replyPrivately } from "../apologize.ts";
import type { Assistant } from "../../guilds/assistant.ts";
import { isRunnable } from "../../guilds/commands.ts";
import type { Bot } from "../bot.ts";
import { assistantFor } from "../locale.ts";
import { privateMessage } from "../payload.ts";
import { renderReply } from "../render/reply.ts";
import type { Click } from "./click.ts";

/** Shows snippets whole to the member who clicked. */
export async function showMore(
  { of }: { readonly of: readonly string[] },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const assistant = assistantFor(interaction, bot);
  await showWhole(assistant.show(of), interaction, assistant);
}

/** Runs a command again and shows its whole reply to the member who clicked. */
export async function showAll(
  { of: command, ...values }: Readonly<Record<"of", string> & Record<string, string>>,
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const assistant = assistantFor(interaction, bot);
  const invocation = { command, values };
  const canRun = isRunnable(invocation, assistant.commands);
  await showWhole(canRun ? assistant.run(command, values) : undefined, interaction, assistant);
}

async function showWhole(
  reply: Reply | undefined,
  interaction: Click,
  { wording }: Assistant,
): Promise<void> {
  if (reply === undefined) return replyPrivately(interaction, ({ outdated }) => outdated);
  await interaction.reply(privateMessage(renderReply(reply, wording)));
}
