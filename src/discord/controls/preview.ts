import {
  ComponentType,
  messageLink,
  PermissionFlagsBits,
  type APIMessageTopLevelComponent,
  type MessageContextMenuCommandInteraction,
} from "discord.js";
import type { Reply } from "../../answering/reply.ts";
import type { Keyed } from "../../guilds/assistant.ts";
import { replyPrivately } from "../apologize.ts";
import { beforeOf } from "../before.ts";
import type { Bot } from "../bot.ts";
import { wordsOf } from "../hear.ts";
import { privateMessage, publicMessage } from "../payload.ts";
import { renderRow, renderSelect } from "../render/choices.ts";
import { renderLead, renderLine, renderReply } from "../render/reply.ts";
import {
  CHOOSE_ANOTHER,
  MAY_NOT_POST,
  NO_OTHERS,
  OUTDATED,
  POSTED,
  postedBy,
  tooSoon,
  WORDLESS,
} from "../wording.ts";
import { dismissButton, moreButton, previewButtons, voteButtons } from "./buttons.ts";
import { encodeControl } from "./control.ts";
import type { Click } from "./click.ts";

/** Shows the answer to somebody's message to the member who looks for it; they may post it. */
export async function previewAnswer(
  interaction: MessageContextMenuCommandInteraction,
  bot: Bot,
): Promise<void> {
  const wait = bot.pace.take({ member: interaction.user.id, channel: interaction.channelId });
  if (wait > 0) return replyPrivately(interaction, tooSoon(wait));
  const { targetMessage } = interaction;
  const question = wordsOf(targetMessage);
  if (question === "") return replyPrivately(interaction, WORDLESS);
  const before = beforeOf(targetMessage, bot.assistant);
  const reply = bot.assistant.ask(question, before);
  const others = bot.assistant.alternatives(question, { reply, before });
  const page = renderPreview(reply, { message: targetMessage.id, others: others.map(({ key }) => key) }, bot);
  await interaction.reply(privateMessage(page));
  bot.log.info({ outcome: reply.kind, guildId: interaction.guildId }, "previewed an answer");
}

function renderPreview(
  reply: Reply,
  { message, others }: { readonly message: string; readonly others: readonly string[] },
  { assistant }: Bot,
): readonly APIMessageTopLevelComponent[] {
  const shown = assistant.keysOf(reply);
  if (shown.length === 0) return renderReply(reply);
  // What was nearest but not asked for is behind "Not this".
  const alone = reply.kind === "answer" ? { ...reply, related: [] } : reply;
  const buttons = previewButtons({ message, shown, others });
  return renderReply(alone, { more: moreButton(undefined, shown), buttons });
}

/** Offers the other snippets in the place of the preview. */
export async function offerOthers(
  { to, of }: { readonly to: string; readonly of: readonly string[] },
  interaction: Click,
  { assistant }: Bot,
): Promise<void> {
  const others = assistant.questionsOf(of);
  const menu = renderSelect(
    others.flatMap((other) => optionFor(other, others, to)),
    CHOOSE_ANOTHER,
  );
  await interaction.update({ components: renderLine(menu.length > 0 ? CHOOSE_ANOTHER : NO_OTHERS, menu) });
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
  const answer = bot.assistant.show(of);
  if (answer === undefined) return replyPrivately(interaction, OUTDATED);
  await interaction.update({ components: renderPreview(answer, { message: to, others: or }, bot) });
}

interface Posting {
  /** Id of the message that is answered. */
  readonly to: string;
  readonly of: readonly string[];
}

/** Posts what the preview shows as a reply to the message it was looked up for. */
export async function postPreview(posting: Posting, interaction: Click, bot: Bot): Promise<void> {
  const { channel, appPermissions, guildId } = interaction;
  if (channel === null || !channel.isSendable()) return answerInPlace(posting, interaction);
  const needed = channel.isThread() ? SEND_IN_THREAD : SEND;
  if (guildId !== null && !appPermissions.has(needed)) return replyPrivately(interaction, MAY_NOT_POST);
  const page = postOf(posting, interaction, postedBy(interaction.user.id));
  if (page === undefined) return replyPrivately(interaction, OUTDATED);
  await channel.send({
    ...publicMessage(page),
    ...(guildId === null || appPermissions.has(REFER) ? { reply: { messageReference: posting.to } } : {}),
    // A second click posts nothing more.
    nonce: interaction.message.id,
    enforceNonce: true,
  });
  await interaction.update({ components: renderLine(POSTED) });
  bot.log.info({ guildId }, "posted an answer");
}

/** https://docs.discord.com/developers/resources/message#create-message */
const SEND = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
const SEND_IN_THREAD = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessagesInThreads;
const REFER = PermissionFlagsBits.ReadMessageHistory;

// Where the bot is no member it can only answer the click; Discord hides that where a server wants it.
async function answerInPlace(posting: Posting, interaction: Click): Promise<void> {
  const url = messageLink(interaction.guildId ?? DIRECT, interaction.channelId, posting.to);
  const page = postOf(posting, interaction, postedBy(interaction.user.id, url));
  if (page === undefined) return replyPrivately(interaction, OUTDATED);
  await interaction.reply(publicMessage(page));
}

/** What stands in the place of a server's id in links to messages. */
const DIRECT = "@me";

/** The answer as the preview shows it, with the buttons of a public one. */
function postOf(
  { of }: Posting,
  { message, user }: Click,
  lead: string,
): readonly APIMessageTopLevelComponent[] | undefined {
  const answer = message.components
    .map((component) => component.toJSON())
    .find((component) => component.type === ComponentType.Container);
  if (answer === undefined) return undefined;
  const more = moreButton(undefined, of);
  const isCut =
    more !== undefined && "custom_id" in more && message.resolveComponent(more.custom_id) !== null;
  const buttons = [...(isCut ? [more] : []), ...voteButtons(of), ...dismissButton(user.id)];
  return [...renderLead(lead), answer, ...renderRow(buttons)];
}
