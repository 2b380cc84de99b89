import { channelMention, type Message } from "discord.js";
import { replyPrivately } from "../apologize.ts";
import type { Bot } from "../bot.ts";
import { wordsOf } from "../hear.ts";
import { wordingAt, wordingOf } from "../locale.ts";
import { publicMessage } from "../payload.ts";
import { escapeInline } from "../render/escape.ts";
import { renderLead } from "../render/layout.ts";
import { shorten } from "../render/shorten.ts";
import { neededToSend } from "../send-answer.ts";
import type { Click } from "./click.ts";
import { withSpentButton } from "./mark-used.ts";
import { mayUse } from "./may-use.ts";

/** A question of this length tells moderators enough. */
const QUESTION_MAX_LENGTH = 1500;

/** Posts the question of a refusal where the moderators want it, once, when the member who asked says so. */
export async function shareQuestion(
  { by }: { readonly by: string },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  if (!mayUse(interaction, by)) return replyPrivately(interaction, ({ notYours }) => notYours);
  const channel = interaction.guild?.channels.cache.get(bot.settings.gapChannel ?? "");
  const mayWrite =
    channel?.isSendable() === true &&
    channel.permissionsFor(interaction.client.user)?.has(neededToSend(channel)) === true;
  if (!mayWrite) return replyPrivately(interaction, ({ notShared }) => notShared);
  const question = await questionOf(interaction, bot);
  if (question === undefined) return replyPrivately(interaction, ({ questionGone }) => questionGone);
  const { notices } = wordingAt(interaction, bot);
  const lines = shorten(question, QUESTION_MAX_LENGTH)
    .split("\n")
    .map((line) => `> ${escapeInline(line)}`);
  await channel.send({
    ...publicMessage([renderLead(notices.sharedFrom(placeOf(interaction))), renderLead(lines.join("\n"))]),
    // A second click posts nothing more.
    nonce: interaction.message.id,
    enforceNonce: true,
  });
  bot.log.info({ guildId: interaction.guildId }, "shared a question");
  await interaction.update({
    components: withSpentButton(interaction, wordingOf(interaction).controls.shared),
  });
}

/** What only one member saw is known by its channel alone. */
const placeOf = ({ message, channelId }: Click): string =>
  message.flags.has("Ephemeral") ? channelMention(channelId) : message.url;

async function questionOf({ message }: Click, { answers }: Bot): Promise<string | undefined> {
  const known = answers.questionIn(message.id);
  if (known !== undefined || message.reference === null) return known;
  const asked: Message | undefined = await message.fetchReference().catch(() => undefined);
  return asked && (wordsOf(asked) || undefined);
}
