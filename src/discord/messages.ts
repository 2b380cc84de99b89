import type { Message } from "discord.js";
import type { Reply } from "../answering/reply.ts";
import { decideToSpeak } from "../guilds/ask.ts";
import { report } from "./apologize.ts";
import { beforeOf } from "./before.ts";
import type { Bot } from "./bot.ts";
import { hear } from "./hear.ts";
import { publicMessage } from "./payload.ts";
import { illustrate } from "./pictures.ts";
import { renderLine, renderReply } from "./render/reply.ts";
import { sendAnswer } from "./send-answer.ts";
import { UNREADABLE } from "./wording.ts";

/** Answers free text: what is said to the bot always, what is said in an ask channel when a section answers it. */
export async function answerMessage(message: Message, bot: Bot): Promise<void> {
  const heard = hear(message, bot.askChannels);
  if (heard === undefined) return;
  if (!bot.isNew(message.id)) return bot.skip("delivered-twice", message);
  if (isHidden(message, bot)) return speak(message, bot, { text: UNREADABLE });
  const reply = heard.question === "" ? shortHelp(bot) : answerTo(message, heard.question, bot);
  if (decideToSpeak({ addressed: heard.addressed, reply })) await speak(message, bot, { reply });
}

function answerTo(message: Message, question: string, { assistant }: Bot): Reply {
  return assistant.ask(question, beforeOf(message, assistant));
}

/** Ends a failed answer: who addressed the bot gets one line, and the log one entry with the same reference. */
export async function apologizeForMessage(error: unknown, message: Message, bot: Bot): Promise<void> {
  const isAwaited = hear(message, bot.askChannels)?.addressed === true;
  const tell = async (text: string): Promise<void> =>
    void (await sendAnswer(message, publicMessage(renderLine(text))));
  await report(error, { bot, place: message, tell: isAwaited ? tell : undefined });
}

type Spoken = { readonly reply: Reply } | { readonly text: string };

async function speak(message: Message, bot: Bot, spoken: Spoken): Promise<void> {
  const components = "reply" in spoken ? renderReply(spoken.reply) : renderLine(spoken.text);
  const reply = "reply" in spoken ? spoken.reply : undefined;
  const { message: answer, addPicture } = illustrate(publicMessage(components), {
    reply,
    place: message,
    bot,
  });
  const sent = await sendAnswer(message, answer);
  if (sent === undefined) return bot.skip("missing-permission", message);
  const outcome = reply?.kind ?? "unreadable";
  bot.log.info({ outcome, guildId: message.guildId }, "answered a message");
  await addPicture((change) => sent.edit(change));
}

/** Without the Message Content switch Discord empties messages that neither mention the bot nor are direct. */
function isHidden({ content, channel }: Message, { readsContent }: Bot): boolean {
  return content === "" && !readsContent && !channel.isDMBased();
}

/** How to ask, without the list of commands. */
function shortHelp({ assistant }: Bot): Reply {
  const help = assistant.run("help", {});
  return help.kind === "overview" ? { ...help, parts: help.parts.slice(0, 1) } : help;
}
