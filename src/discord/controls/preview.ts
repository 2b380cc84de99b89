import {
  ComponentType,
  InteractionContextType,
  messageLink,
  type APIMessageTopLevelComponent,
  type MessageContextMenuCommandInteraction,
} from "discord.js";
import type { Reply } from "../../answering/reply.ts";
import type { Assistant, Keyed } from "../../guilds/assistant.ts";
import { lookUp, noteAnswer } from "../answered.ts";
import { replyPrivately } from "../apologize.ts";
import { beforeOf } from "../before.ts";
import type { Bot } from "../bot.ts";
import { countMisses } from "../count-misses.ts";
import { wordsOf } from "../hear.ts";
import { assistantFor, wordingAt, wordingOf } from "../locale.ts";
import { privateMessage, publicMessage } from "../payload.ts";
import { renderRow, renderSelect } from "../render/choices.ts";
import { renderLead } from "../render/layout.ts";
import { renderLine, renderReply } from "../render/reply.ts";
import { neededToSend, REFER } from "../send-answer.ts";
import { dismissButton, moreButton, previewButtons, voteButtons } from "./buttons.ts";
import { encodeControl } from "./control.ts";
import type { Click } from "./click.ts";

/** Shows the answer to somebody's message to the member who looks for it; they may post it. */
export async function previewAnswer(
  interaction: MessageContextMenuCommandInteraction,
  bot: Bot,
): Promise<void> {
  const wait = bot.pace.take({ member: interaction.user.id, channel: interaction.channelId });
  if (wait > 0) return replyPrivately(interaction, ({ tooSoon }) => tooSoon(wait));
  const { targetMessage } = interaction;
  const question = wordsOf(targetMessage);
  if (question === "") return replyPrivately(interaction, ({ wordless }) => wordless);
  const before = beforeOf(targetMessage, bot.assistant);
  const assistant = assistantFor(interaction, bot);
  const reply = lookUp(() => assistant.ask(question, before), bot);
  const invocation = { command: "ask", values: { question } };
  countMisses(reply, { invocation, before, guildId: interaction.guildId }, bot);
  const others = assistant.alternatives(question, { reply, before });
  const page = renderPreview(
    reply,
    { message: targetMessage.id, others: others.map(({ key }) => key) },
    assistant,
  );
  await interaction.reply(privateMessage(page));
  noteAnswer(reply, { surface: "menu", guildId: interaction.guildId }, bot);
}

/** A reply with the buttons of a preview; `others` are keys of the snippets behind "Not this". */
export function renderPreview(
  reply: Reply,
  { message, others }: { readonly message: string; readonly others: readonly string[] },
  assistant: Assistant,
): readonly APIMessageTopLevelComponent[] {
  const { wording } = assistant;
  const shown = assistant.keysOf(reply);
  if (shown.length === 0) return renderReply(reply, wording);
  // What was nearest but not asked for is behind "Not this".
  const alone = reply.kind === "answer" ? { ...reply, related: [] } : reply;
  const buttons = previewButtons({ message, shown, others }, wording);
  return renderReply(alone, wording, { more: moreButton(undefined, shown, wording), buttons });
}

/** Offers the other snippets in the place of the preview. */
export async function offerOthers(
  { to, of }: { readonly to: string; readonly of: readonly string[] },
  interaction: Click,
  { assistant }: Bot,
): Promise<void> {
  const wording = wordingOf(interaction);
  const { chooseAnother, noOthers } = wording.notices;
  const others = assistant.questionsOf(of);
  const menu = renderSelect(
    others.flatMap((other) => optionFor(other, others, to)),
    wording.prompts.choose,
  );
  await interaction.update({
    components: renderLine(menu.length > 0 ? chooseAnother : noOthers, wording, menu),
  });
}

function optionFor(
  { key, question }: Keyed,
  all: readonly Keyed[],
  to: string,
): { readonly label: string; readonly value: string }[] {
  const or = all.map((other) => other.key).filter((other) => other !== key);
  const value = encodeControl({
    command: "preview",
    values: { to, of: [key], or: or.length > 0 ? or : undefined },
  });
  return value === undefined ? [] : [{ label: question, value }];
}

/** Previews another snippet; the rest stay at hand. */
export async function showPreview(
  {
    to,
    of,
    or = [],
  }: { readonly to: string; readonly of: readonly string[]; readonly or?: readonly string[] | undefined },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const assistant = assistantFor(interaction, bot);
  const answer = assistant.show(of);
  if (answer === undefined) return replyPrivately(interaction, ({ outdated }) => outdated);
  await interaction.update({ components: renderPreview(answer, { message: to, others: or }, assistant) });
}

interface Posting {
  /** Id of the message that is answered. */
  readonly to: string;
  readonly of: readonly string[];
}

/** Posts what the preview shows as a reply to the message it was looked up for. */
export async function postPreview(posting: Posting, interaction: Click, bot: Bot): Promise<void> {
  const { channel, appPermissions, guildId } = interaction;
  const isMember = interaction.inCachedGuild() || interaction.context === InteractionContextType.BotDM;
  if (!isMember || !channel?.isSendable()) return answerInPlace(posting, interaction, bot);
  if (guildId !== null && !appPermissions.has(neededToSend(channel)))
    return replyPrivately(interaction, ({ mayNotPost }) => mayNotPost);
  const page = postOf(posting, { interaction, bot });
  if (page === undefined) return replyPrivately(interaction, ({ outdated }) => outdated);
  await channel.send({
    ...publicMessage(page),
    ...(guildId === null || appPermissions.has(REFER) ? { reply: { messageReference: posting.to } } : {}),
    // A second click posts nothing more.
    nonce: interaction.message.id,
    enforceNonce: true,
  });
  const wording = wordingOf(interaction);
  await interaction.update({ components: renderLine(wording.notices.posted, wording) });
  bot.log.info({ guildId }, "posted an answer");
}

// Where the bot is no member it can only answer the click; Discord hides that where a server wants it.
async function answerInPlace(posting: Posting, interaction: Click, bot: Bot): Promise<void> {
  const { guildId, channelId } = interaction;
  const url =
    guildId === null ? messageLink(channelId, posting.to) : messageLink(channelId, posting.to, guildId);
  const page = postOf(posting, { interaction, bot }, url);
  if (page === undefined) return replyPrivately(interaction, ({ outdated }) => outdated);
  await interaction.reply(publicMessage(page));
}

/** The answer as the preview shows it, with the buttons of a public one. */
function postOf(
  { of }: Posting,
  { interaction, bot }: { readonly interaction: Click; readonly bot: Bot },
  url?: string,
): readonly APIMessageTopLevelComponent[] | undefined {
  const { message, user } = interaction;
  const wording = wordingAt(interaction, bot);
  const answer = message.components
    .map((component) => component.toJSON())
    .find((component) => component.type === ComponentType.Container);
  if (answer === undefined) return undefined;
  const more = moreButton(undefined, of, wording);
  const isCut =
    more !== undefined && "custom_id" in more && message.resolveComponent(more.custom_id) !== null;
  const buttons = [...(isCut ? [more] : []), ...voteButtons(of, wording), ...dismissButton(user.id, wording)];
  return [renderLead(wording.notices.postedBy(`<@${user.id}>`, url)), answer, ...renderRow(buttons)];
}
