import type { Reply } from "../../answering/reply.ts";
import { replyPrivately } from "../apologize.ts";
import { isRunnable } from "../../guilds/commands.ts";
import type { Bot } from "../bot.ts";
import { privateMessage } from "../payload.ts";
import { renderReply } from "../render/reply.ts";
import { OUTDATED } from "../wording.ts";
import type { Click } from "./click.ts";

/** Shows snippets whole to the member who clicked. */
export async function showMore(
  { of }: { readonly of: readonly string[] },
  interaction: Click,
  { assistant }: Bot,
): Promise<void> {
  await showWhole(assistant.show(of), interaction);
}

/** Runs a command again and shows its whole reply to the member who clicked. */
export async function showAll(
  { of: command, ...values }: Readonly<Record<"of", string> & Record<string, string>>,
  interaction: Click,
  { assistant }: Bot,
): Promise<void> {
  const invocation = { command, values };
  const canRun = isRunnable(invocation, assistant.commands);
  await showWhole(canRun ? assistant.run(command, values) : undefined, interaction);
}

async function showWhole(reply: Reply | undefined, interaction: Click): Promise<void> {
  if (reply === undefined) return replyPrivately(interaction, OUTDATED);
  await interaction.reply(privateMessage(renderReply(reply)));
}
