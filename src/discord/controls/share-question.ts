import { channelMention, type Message, type SendableChannels } from "discord.js";
import { replyPrivately } from "../apologize.ts";
import type { Bot } from "../bot.ts";
import { hear } from "../hear.ts";
import { wordingAt } from "../locale.ts";
import { publicMessage } from "../payload.ts";
import { escapeInline } from "../render/escape.ts";
import { renderLead } from "../render/layout.ts";
import { MESSAGE_TEXT_MAX_LENGTH } from "../render/limits.ts";
import { shorten } from "../render/shorten.ts";
import { neededToSend } from "../send-answer.ts";
import type { Click } from "./click.ts";
import { withSpentButton } from "./mark-used.ts";
import { mayUse } from "./may-use.ts";

/** Posts the question of a refusal where the moderators want it, once, when the member who asked says so. */
export async function shareQuestion(
  { by }: { readonly by: string },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  if (!mayUse(interaction, by)) return replyPrivately(interaction, ({ notYours }) => notYours);
  const channel = gapChannelIn(interaction, bot);
  if (channel === undefined) return replyPrivately(interaction, ({ notShared }) => notShared);
  const question = await questionOf(interaction, bot);
  if (question === undefined) return replyPrivately(interaction, ({ questionGone }) => questionGone);
  const lead = wordingAt(interaction, bot).notices.sharedFrom(placeOf(interaction));
  await channel.send({
    ...publicMessage([lead, quote(question, MESSAGE_TEXT_MAX_LENGTH - lead.length)].map(renderLead)),
    // A second click posts nothing more; a call for a human may stand in the same channel.
    nonce: `share${interaction.message.id}`,
    enforceNonce: true,
  });
  bot.log.info({ guildId: interaction.guildId }, "shared a question");
  await interaction.update({ components: withSpentButton(interaction, bot, ({ shared }) => shared) });
}

/** Where moderators want questions; `undefined` where the bot may not write there. */
function gapChannelIn({ guild, client }: Click, { settings }: Bot): SendableChannels | undefined {
  const channel = guild?.channels.cache.get(settings.gapChannel ?? "");
  if (channel?.isSendable() !== true) return undefined;
  return channel.permissionsFor(client.user)?.has(neededToSend(channel)) === true ? channel : undefined;
}

function quote(question: string, maxLength: number): string {
  const lines = question.split("\n").map((line) => `> ${escapeInline(line)}`);
  return shorten(lines.join("\n"), maxLength);
}

/** What only one member saw is known by its channel alone. */
const placeOf = ({ message, channelId }: Click): string =>
  message.flags.has("Ephemeral") ? channelMention(channelId) : message.url;

async function questionOf({ message }: Click, { answers }: Bot): Promise<string | undefined> {
  const known = answers.questionIn(message.interactionMetadata?.id ?? message.id);
  if (known !== undefined) return known;
  const asked = await fetchAsked(message).catch(() => undefined);
  return (asked && hear(asked)?.question) || undefined;
}

/** The message that a refusal replies to, or that its thread is below. Rejects where Discord does not give it. */
async function fetchAsked(refusal: Message): Promise<Message | null> {
  const { channel, reference } = refusal;
  if (reference !== null) return await refusal.fetchReference();
  return refusal.interactionMetadata === null && channel.isThread()
    ? await channel.fetchStarterMessage()
    : null;
}
