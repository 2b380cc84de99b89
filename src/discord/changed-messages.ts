import type { Message, OmitPartialGroupDMChannel, PartialMessage, TextBasedChannel } from "discord.js";
import { decideToSpeak } from "../guilds/ask.ts";
import { keepMissed } from "./answer-page.ts";
import { noteAnswer } from "./answered.ts";
import { botIn, type Bot } from "./bot.ts";
import { hearIn, isHidden, renderForMessage, replyTo } from "./messages.ts";
import { publicMessage } from "./payload.ts";
import { illustrate } from "./pictures.ts";
import type { SentAnswer } from "./sent-answers.ts";

/** A question may be put better for so long, in milliseconds; later others have read the answer. */
const EDITABLE = 300_000;

/** Removes the answer to a message of the last hour that was deleted. */
export async function followDeletion(message: Message | PartialMessage, bot: Bot): Promise<void> {
  const answer = bot.answers.deleted(message.id);
  if (answer === undefined) return;
  const channel = channelOf(answer, message);
  if (channel === undefined) return;
  await channel.messages.delete(answer.messageId);
  bot.log.info({ guildId: message.guildId }, "removed the answer to a deleted message");
}

/** Where an answer stands; `undefined` when that is gone. */
function channelOf(
  { sentIn }: SentAnswer,
  { client }: Message | PartialMessage,
): TextBasedChannel | undefined {
  const channel = client.channels.cache.get(sentIn);
  return channel?.isTextBased() === true ? channel : undefined;
}

/** By Discord's clock alone: the machine's may be another. */
function isSoon({ createdTimestamp, editedTimestamp }: Message): boolean {
  return editedTimestamp !== null && editedTimestamp - createdTimestamp <= EDITABLE;
}

/** Answers a question anew that its member has put otherwise, in the place of the first answer. */
export async function followEdit(
  message: OmitPartialGroupDMChannel<Message | PartialMessage>,
  everywhere: Bot,
): Promise<void> {
  const answer = everywhere.answers.to(message.id);
  if (answer === undefined || message.partial || !isSoon(message)) return;
  const heard = await hearIn(message, everywhere);
  // Discord sends an edit for a preview of a link too.
  if (heard === undefined || heard.question === answer.question || isHidden(message, everywhere)) return;
  const bot = await botIn(message.guildId, everywhere);
  const reply = replyTo(message, heard, bot);
  if (!decideToSpeak({ addressed: heard.addressed, reply })) return followDeletion(message, bot);
  const page = publicMessage(renderForMessage(reply, { message, heard }, bot));
  const { message: anew, addPicture } = illustrate(page, { reply, place: message, bot });
  // The picture of the first answer goes with it.
  const edited = await channelOf(answer, message)?.messages.edit(answer.messageId, {
    ...anew,
    attachments: [],
  });
  if (edited === undefined) return;
  bot.answers.add({ ...answer, question: heard.question });
  keepMissed(answer.messageId, { question: heard.question, reply }, bot);
  noteAnswer(reply, { surface: "edit", guildId: message.guildId }, bot);
  await addPicture((change) => edited.edit(change));
}
