import type { Bot } from "../bot.ts";
import { replyPrivately } from "../apologize.ts";
import { privateMessage } from "../payload.ts";
import { renderSelect } from "../render/choices.ts";
import { renderLine } from "../render/reply.ts";
import { FAULT_NAMES, notedFault, OUTDATED, THANKS, THANKS_AGAIN, WHAT_WAS_WRONG } from "../wording.ts";
import { encodeControl, FAULTS, type Fault } from "./control.ts";
import type { Click } from "./click.ts";

/** Counts what a member says of an answer; one who says no may name what was wrong. */
export async function vote(
  { isHelpful, keys }: { readonly isHelpful: boolean; readonly keys: readonly string[] },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const snippets = snippetsBehind(keys, bot);
  if (snippets.length === 0) return replyPrivately(interaction, OUTDATED);
  const voter = `${interaction.message.id} ${interaction.user.id}`;
  const isNew = bot.votes.cast({ voter, isHelpful, snippets });
  if (isNew) {
    const counts = snippets.map((snippet) => ({ snippet, ...bot.votes.countOf(snippet) }));
    bot.log.info({ counts, guildId: interaction.guildId }, "counted a vote");
  }
  if (isHelpful) return replyPrivately(interaction, isNew ? THANKS : THANKS_AGAIN);
  await interaction.reply(privateMessage(renderLine(WHAT_WAS_WRONG, faultMenu(keys))));
}

function faultMenu(keys: readonly string[]): ReturnType<typeof renderSelect> {
  const options = FAULTS.flatMap((is) => {
    const value = encodeControl({ command: "fault", values: { is, of: keys } });
    return value === undefined ? [] : [{ label: FAULT_NAMES[is], value }];
  });
  return renderSelect(options, "What was wrong?");
}

/** Logs what was wrong with an answer, and puts a line in the place of the menu. */
export async function noteFault(
  { is, of }: { readonly is: Fault; readonly of: readonly string[] },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const snippets = snippetsBehind(of, bot);
  if (snippets.length === 0) return replyPrivately(interaction, OUTDATED);
  bot.log.info({ fault: is, snippets, guildId: interaction.guildId }, "noted what was wrong");
  const { components } = privateMessage(renderLine(notedFault(is)));
  await interaction.update({ components });
}

function snippetsBehind(keys: readonly string[], { assistant }: Bot): readonly string[] {
  return assistant.show(keys)?.parts.flatMap(({ snippets }) => snippets) ?? [];
}
