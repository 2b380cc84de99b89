import type { ChatInputCommandInteraction, InteractionCallbackResponse, User } from "discord.js";
import type { Invocation, Reply } from "../answering/reply.ts";
import type { Values } from "../guilds/assistant.ts";
import type { Command } from "../guilds/commands.ts";
import { renderAnswerPage, type Asked } from "./answer-page.ts";
import { replyPrivately } from "./apologize.ts";
import type { Bot } from "./bot.ts";
import { HIDE, TO } from "./definitions.ts";
import { privateMessage, publicMessage } from "./payload.ts";
import { renderLead } from "./render/reply.ts";
import { answeredAlready, OUTDATED, suggestedFor, tooSoon } from "./wording.ts";

/** Answers a slash command at once: looking up takes milliseconds, so there is nothing to wait for. */
export async function answerCommand(interaction: ChatInputCommandInteraction, bot: Bot): Promise<void> {
  const command = bot.assistant.commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined) return replyPrivately(interaction, OUTDATED);
  const wait = bot.pace.take({ member: interaction.user.id, channel: interaction.channelId });
  if (wait > 0) return replyPrivately(interaction, tooSoon(wait));
  const invocation = { command: command.name, values: valuesOf(command, interaction) };
  const reply = bot.assistant.run(invocation.command, invocation.values);
  if (isForAsker(interaction, reply)) await answerPrivately(interaction, { reply, invocation }, bot);
  else await answerPublicly(interaction, { reply, invocation }, bot);
  bot.log.info(
    { command: command.name, outcome: reply.kind, guildId: interaction.guildId },
    "answered a command",
  );
}

function valuesOf({ options }: Command, interaction: ChatInputCommandInteraction): Values {
  const given = options.map(({ name }) => [name, interaction.options.getString(name)] as const);
  return Object.fromEntries(given.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}

/** Whether only who asked sees a reply: a miss is nothing to aim at another member. */
function isForAsker({ options }: ChatInputCommandInteraction, reply: Reply): boolean {
  const isAimed = options.getUser(TO) !== null;
  return (options.getBoolean(HIDE) ?? false) || (isAimed && !ANSWERS.has(reply.kind));
}

const ANSWERS: ReadonlySet<Reply["kind"]> = new Set(["answer", "overview"]);

interface Answered {
  readonly reply: Reply;
  readonly invocation: Invocation;
}

async function answerPrivately(
  interaction: ChatInputCommandInteraction,
  { reply, invocation }: Answered,
  bot: Bot,
): Promise<void> {
  const asked: Asked = { asker: interaction.user.id, isPrivate: true, invocation };
  await interaction.reply(privateMessage(renderAnswerPage(reply, asked, bot)));
}

async function answerPublicly(
  interaction: ChatInputCommandInteraction,
  { reply, invocation }: Answered,
  bot: Bot,
): Promise<void> {
  const aim = interaction.options.getUser(TO);
  const question = questionOf(invocation);
  const earlier = aim ? undefined : bot.answers.repeated(interaction.channelId, question);
  if (earlier)
    return void (await interaction.reply(privateMessage(renderLead(answeredAlready(earlier.url)))));
  const asked = { asker: interaction.user.id, isPrivate: false, invocation, lead: leadFor(aim) };
  const message = publicMessage(renderAnswerPage(reply, asked, bot), aim?.id);
  remember(await interaction.reply({ ...message, withResponse: true }), question, bot);
}

const leadFor = (aim: User | null): string | undefined => (aim === null ? undefined : suggestedFor(aim.id));

/** A question in words is the same however it is asked. */
function questionOf({ command, values }: Invocation): string {
  return command === "ask" ? (values["question"] ?? "") : [command, ...Object.values(values)].join(" ");
}

function remember({ resource }: InteractionCallbackResponse, question: string, { answers }: Bot): void {
  const message = resource?.message;
  if (!message) return;
  const { id, channelId, url } = message;
  answers.add({ messageId: id, channelId, url, question, askedBy: undefined });
}
