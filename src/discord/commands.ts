import { messageLink, MessageFlags, type ChatInputCommandInteraction } from "discord.js";
import type { Invocation, Reply } from "../answering/reply.ts";
import type { Values } from "../guilds/assistant.ts";
import type { Command } from "../guilds/commands.ts";
import { inTime } from "../guilds/in-time.ts";
import { furtherHelpIn, keepMissed, renderAnswerPage } from "./answer-page.ts";
import { lookUp, noteAnswer, type Instead } from "./answered.ts";
import { replyPrivately } from "./apologize.ts";
import type { Bot } from "./bot.ts";
import { countMisses } from "./count-misses.ts";
import { HIDE, TO } from "./definitions.ts";
import { assistantAt, assistantFor, wordingOf } from "./locale.ts";
import { privateMessage, publicMessage } from "./payload.ts";
import { illustrate, type AddPicture } from "./pictures.ts";
import { renderLead } from "./render/layout.ts";

/** Answers a slash command at once: looking up takes milliseconds, so there is nothing to wait for. */
export async function answerCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const command = bot.assistant.commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined) return replyPrivately(interaction, ({ outdated }) => outdated);
  const wait = bot.pace.take({ member: interaction.user.id, channel: interaction.channelId });
  if (wait > 0) return replyPrivately(interaction, ({ tooSoon }) => tooSoon(wait));
  const invocation = { command: command.name, values: valuesOf(command, interaction) };
  const isHidden = interaction.options.getBoolean(HIDE) ?? false;
  const answer = isHidden ? answerPrivately : answerPublicly;
  const { reply, addPicture } = await answer(interaction, invocation, bot);
  const { guildId } = interaction;
  noteAnswer(reply, { surface: "command", guildId, command: command.name }, bot);
  await addPicture?.((change) => interaction.editReply(change));
}

/** What a command came to, and how its picture is added. */
interface Answered {
  readonly reply: Reply | Instead;
  readonly addPicture?: AddPicture;
}

function valuesOf({ options }: Command, interaction: ChatInputCommandInteraction): Values {
  const given = options.map(({ name }) => [name, interaction.options.getString(name)] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** A miss is nothing to aim at another member. */
const AIMED: ReadonlySet<Reply["kind"]> = new Set(["answer", "overview"]);

async function answerPrivately(
  interaction: ChatInputCommandInteraction,
  invocation: Invocation,
  bot: Bot,
): Promise<Answered> {
  const assistant = assistantFor(interaction, bot);
  const reply = lookUp(() => assistant.run(invocation.command, invocation.values), bot);
  countMisses(reply, { invocation, guildId: interaction.guildId }, bot);
  const help = furtherHelpIn(bot.settings);
  const asked = { asker: interaction.user.id, isPrivate: true, invocation, help };
  const answer = privateMessage(renderAnswerPage(reply, asked, assistant));
  const { message, addPicture } = illustrate(answer, { reply, place: interaction, bot });
  await interaction.reply(message);
  keepMissed(interaction.id, { question: questionOf(invocation), reply }, bot);
  return { reply, addPicture };
}

async function answerPublicly(
  interaction: ChatInputCommandInteraction,
  invocation: Invocation,
  bot: Bot,
): Promise<Answered> {
  const aim = interaction.options.getUser(TO);
  const question = questionOf(invocation);
  const earlier = aim ? undefined : await bot.answers.repeated(interaction.channelId, question);
  if (earlier !== undefined) return await pointTo(earlier, interaction);
  const assistant = assistantAt(interaction, bot);
  const reply = lookUp(() => assistant.run(invocation.command, invocation.values), bot);
  if (aim && !AIMED.has(reply.kind)) return await answerPrivately(interaction, invocation, bot);
  countMisses(reply, { invocation, guildId: interaction.guildId }, bot);
  const lead = aim ? assistant.wording.notices.suggestedFor(`<@${aim.id}>`) : undefined;
  const help = furtherHelpIn(bot.settings);
  const asked = { asker: interaction.user.id, isPrivate: false, invocation, lead, help };
  const answer = publicMessage(renderAnswerPage(reply, asked, assistant), aim?.id);
  const { message, addPicture } = illustrate(answer, { reply, place: interaction, bot });
  await interaction.reply(message);
  const { channelId } = interaction;
  bot.answers.addToCommand({ channelId, question, find: finderOf(interaction) });
  keepMissed(interaction.id, { question, reply }, bot);
  return { reply, addPicture };
}

async function pointTo(url: string, interaction: ChatInputCommandInteraction): Promise<Answered> {
  const { notices } = wordingOf(interaction);
  await interaction.reply(privateMessage([renderLead(notices.answeredAlready(url))]));
  return { reply: "earlier-answer" };
}

/** A question in words is the same however it is asked. */
function questionOf({ command, values }: Invocation): string {
  return command === "ask" ? (values["question"] ?? "") : [command, ...Object.values(values)].join(" ");
}

/** Milliseconds for Discord to say where an answer stands: somebody waits for another one, three seconds at most. */
const FINDING = 300;

/** Asks where the answer stands only when somebody is to be led there: Discord would send each answer back otherwise. */
function finderOf({ webhook, channelId, guildId }: ChatInputCommandInteraction) {
  const find = async (): Promise<string | undefined> => {
    const { id, flags } = await webhook.fetchMessage("@original");
    // Where a server wants the answers of members' own apps hidden, nobody else could follow the link.
    if (flags.has(MessageFlags.Ephemeral)) return undefined;
    return guildId === null ? messageLink(channelId, id) : messageLink(channelId, id, guildId);
  };
  return () => inTime(find().catch(nowhere), { patience: FINDING, otherwise: nowhere });
}

const nowhere = (): undefined => undefined;
