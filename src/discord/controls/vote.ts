import type { Wording } from "../../languages/wording.ts";
import type { Bot } from "../bot.ts";
import { replyPrivately } from "../apologize.ts";
import { wordingOf } from "../locale.ts";
import { privateMessage } from "../payload.ts";
import { renderSelect } from "../render/choices.ts";
import { renderLine } from "../render/reply.ts";
import { encodeControl, FAULTS, type Fault } from "./control.ts";
import type { Click } from "./click.ts";

/** Counts what a member says of an answer; one who says no may name what was wrong. */
export async function vote(
  { isHelpful, keys }: { readonly isHelpful: boolean; readonly keys: readonly string[] },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const snippets = snippetsBehind(keys, bot);
  if (snippets.length === 0) return replyPrivately(interaction, ({ outdated }) => outdated);
  const voter = `${interaction.message.id} ${interaction.user.id}`;
  const isNew = bot.votes.cast({ voter, isHelpful, snippets });
  if (isNew) {
    const counts = snippets.map((snippet) => ({ snippet, ...bot.votes.countOf(snippet) }));
    bot.log.info({ counts, guildId: interaction.guildId }, "counted a vote");
    if (!isHelpful) await countComplaint("not-helpful", keys, { guildId: interaction.guildId, bot });
  }
  if (isHelpful) {
    return replyPrivately(interaction, ({ thanks, thanksAgain }) => (isNew ? thanks : thanksAgain));
  }
  const wording = wordingOf(interaction);
  const page = renderLine(wording.notices.whatWasWrong, wording, faultMenu(keys, wording));
  await interaction.reply(privateMessage(page));
}

function faultMenu(keys: readonly string[], { notices, prompts }: Wording): ReturnType<typeof renderSelect> {
  const options = FAULTS.flatMap((is) => {
    const value = encodeControl({ command: "fault", values: { is, of: keys } });
    return value === undefined ? [] : [{ label: notices.faults[is], value }];
  });
  return renderSelect(options, prompts.choose);
}

/** Logs what was wrong with an answer, and puts a line in the place of the menu. */
export async function noteFault(
  { is, of }: { readonly is: Fault; readonly of: readonly string[] },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const snippets = snippetsBehind(of, bot);
  if (snippets.length === 0) return replyPrivately(interaction, ({ outdated }) => outdated);
  await countComplaint(is, of, { guildId: interaction.guildId, bot });
  bot.log.info({ fault: is, snippets, guildId: interaction.guildId }, "noted what was wrong");
  const wording = wordingOf(interaction);
  const { noted, faults } = wording.notices;
  await interaction.update({ components: renderLine(noted(faults[is]), wording) });
}

/** Keeps a complaint before the member is thanked for it. */
async function countComplaint(
  reason: "not-helpful" | Fault,
  keys: readonly string[],
  { guildId, bot }: { readonly guildId: string | null; readonly bot: Bot },
): Promise<void> {
  if (guildId === null) return;
  bot.guilds.gaps.count({ guildId, ...bot.assistant.gaps.ofSnippets(keys), reason });
  await bot.guilds.gaps.flush();
}

function snippetsBehind(keys: readonly string[], { assistant }: Bot): readonly string[] {
  return assistant.show(keys)?.parts.flatMap(({ snippets }) => snippets) ?? [];
}
