import type { APIMessageTopLevelComponent, Message } from "discord.js";
import type { Reply } from "../answering/reply.ts";
import { decideToSpeak } from "../guilds/ask.ts";
import type { Wording } from "../languages/wording.ts";
import { furtherHelpIn, keepMissed, renderAnswerPage } from "./answer-page.ts";
import { lookUp, noteAnswer, type Instead } from "./answered.ts";
import { report } from "./apologize.ts";
import { beforeOf } from "./before.ts";
import { botIn, intervalOf, type Bot } from "./bot.ts";
import { countMisses } from "./count-misses.ts";
import { hear, isForBot, type Heard } from "./hear.ts";
import { assistantAt, wordingAt } from "./locale.ts";
import { publicMessage } from "./payload.ts";
import { illustrate } from "./pictures.ts";
import { renderLead } from "./render/layout.ts";
import { renderLine } from "./render/reply.ts";
import { sendAnswer } from "./send-answer.ts";

/** Answers free text: what is said to the bot always, what is said in an ask channel when a section answers it. */
export async function answerMessage(message: Message, everywhere: Bot): Promise<void> {
  const heard = await hearIn(message, everywhere);
  if (heard === undefined) return;
  if (!everywhere.isNew(message.id)) return everywhere.skip("delivered-twice", message);
  await everywhere.turn();
  const bot = await botIn(message.guildId, everywhere);
  if (isHidden(message, bot)) return say(message, ({ unreadable }) => unreadable, bot);
  const reply = replyTo(message, heard, bot);
  if (heard.addressed || isSureMiss(reply)) countMissesIn(message, { heard, reply }, bot);
  if (!decideToSpeak({ addressed: heard.addressed, reply })) return;
  const earlier = await earlierAnswer(message, heard, bot);
  if (earlier !== undefined)
    return speak(message, { components: [renderLead(earlier)], instead: "earlier-answer" }, bot);
  if (!(await isInTime(message, heard, bot))) return;
  const components = renderForMessage(reply, { message, heard }, bot);
  await speak(message, { components, question: heard.question, reply }, bot);
}

/** Among members much is said that only looks like a question: a miss there is one that names what is missing. */
function isSureMiss(reply: Reply): boolean {
  return (
    reply.kind === "refusal" &&
    (reply.reason === "entity-not-covered" || reply.reason === "topic-not-covered")
  );
}

function countMissesIn(
  message: Message,
  { heard, reply }: { readonly heard: Heard; readonly reply: Reply },
  bot: Bot,
): void {
  const invocation = { command: "ask", values: { question: heard.question } };
  const before = beforeOf(message, bot.assistant);
  countMisses(reply, { invocation, before, guildId: message.guildId }, bot);
}

/** What a member says to the bot or in an ask place of the server, as its moderators chose. */
export async function hearIn(message: Message, bot: Bot): Promise<Heard | undefined> {
  const heard = hear(message);
  if (heard === undefined) return undefined;
  // Meanwhile the member may edit the message: what was heard stays what was said first.
  const settings = await bot.guilds.settingsOf(message.guildId);
  return isForBot(heard, message, { ...bot, settings }) ? heard : undefined;
}

/** What the bot answers to words that it heard; how to ask, where there are none. */
export function replyTo(message: Message, { question }: Heard, bot: Bot): Reply {
  const assistant = assistantAt(message, bot);
  const before = beforeOf(message, bot.assistant);
  return lookUp(() => (question === "" ? shortHelp(assistant) : assistant.ask(question, before)), bot);
}

/** An answer as it goes into the channel of the message that asked. */
export function renderForMessage(
  reply: Reply,
  { message, heard }: { readonly message: Message; readonly heard: Heard },
  bot: Bot,
): readonly APIMessageTopLevelComponent[] {
  const assistant = assistantAt(message, bot);
  const lead = heard.isPost && !heard.addressed ? assistant.wording.notices.automatic : undefined;
  const help = furtherHelpIn(bot.settings);
  return renderAnswerPage(reply, { asker: message.author.id, isPrivate: false, lead, help }, assistant);
}

/** Ends a failed answer: who addressed the bot gets one line, and the log one entry with the same reference. */
export async function apologizeForMessage(error: unknown, message: Message, everywhere: Bot): Promise<void> {
  // Whoever asked there waits for nothing any more, and a message without its channel cannot be read.
  if (!message.client.channels.cache.has(message.channelId)) return everywhere.skip("channel-gone", message);
  const isAwaited = (await hearIn(message, everywhere))?.addressed === true;
  const bot = await botIn(message.guildId, everywhere);
  const wording = wordingAt(message, bot);
  const tell = async (reference: string): Promise<void> =>
    void (await sendAnswer(message, publicMessage(renderLine(wording.notices.apology(reference), wording))));
  await report(error, { bot, place: message, tell: isAwaited ? tell : undefined });
}

/** The line that points to the answer to the same question; a follow-up asks something else with the same words. */
async function earlierAnswer(message: Message, { question }: Heard, bot: Bot): Promise<string | undefined> {
  if (!message.inGuild() || message.reference !== null || question === "") return undefined;
  const url = await bot.answers.repeated(message.channelId, question);
  return url === undefined ? undefined : wordingAt(message, bot).notices.answeredAlready(url);
}

/** Whether it is not too soon for an answer. Only in direct messages nobody else is bothered by a line that says so. */
async function isInTime(message: Message, { addressed }: Heard, bot: Bot): Promise<boolean> {
  const wait = bot.pace.take({ member: message.author.id, channel: message.channelId });
  if (wait > 0) {
    bot.skip("too-many-questions", message);
    if (message.channel.isDMBased()) await say(message, ({ tooSoon }) => tooSoon(wait), bot);
    return false;
  }
  if (addressed || bot.pace.takeUnasked(message.channelId, intervalOf(bot))) return true;
  bot.skip("spoke-just-now", message);
  return false;
}

/** Says a line of the bot itself. */
async function say(
  message: Message,
  lineIn: (notices: Wording["notices"]) => string,
  bot: Bot,
): Promise<void> {
  const wording = wordingAt(message, bot);
  await speak(message, { components: renderLine(lineIn(wording.notices), wording), instead: "notice" }, bot);
}

/** What is answered, or said instead. */
type Spoken = { readonly components: readonly APIMessageTopLevelComponent[] } & (
  | { readonly question: string; readonly reply: Reply; readonly instead?: undefined }
  | { readonly question?: undefined; readonly reply?: undefined; readonly instead: Instead }
);

async function speak(message: Message, spoken: Spoken, bot: Bot): Promise<void> {
  const { components, question, reply } = spoken;
  const illustrated = illustrate(publicMessage(components), { reply, place: message, bot });
  const sent = await sendAnswer(message, illustrated.message, reply && bot.settings.replyStyle);
  if (sent === undefined) return bot.skip("missing-permission", message);
  noteAnswer(spoken.reply ?? spoken.instead, { surface: "message", guildId: message.guildId }, bot);
  if (reply !== undefined) keepMissed(sent.id, { question: question ?? "", reply }, bot);
  const { channelId, id: askedBy } = message;
  const { id: messageId, channelId: sentIn, url } = sent;
  const answer = { messageId, sentIn, channelId, url, question: question ?? "", askedBy };
  // The member may have deleted the question meanwhile.
  if (!bot.answers.add(answer)) return void (await sent.delete());
  await illustrated.addPicture((change) => sent.edit(change));
}

/** Without the Message Content switch Discord empties messages that neither mention the bot nor are direct. */
export function isHidden({ content, channel }: Message, { readsContent }: Bot): boolean {
  return content === "" && !readsContent && !channel.isDMBased();
}

/** How to ask, without the list of commands. */
function shortHelp(assistant: Bot["assistant"]): Reply {
  const help = assistant.run("help", {});
  return help.kind === "overview" ? { ...help, parts: help.parts.slice(0, 1) } : help;
}
