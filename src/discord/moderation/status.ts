import { channelMention, type ChatInputCommandInteraction } from "discord.js";
import { StoreError, type DocumentSummary } from "../../guilds/store.ts";
import type { Wording } from "../../languages/wording.ts";
import { intervalOf, type Bot } from "../bot.ts";
import { isAskPlace } from "../hear.ts";
import { assistantFor } from "../locale.ts";
import { renderLead, renderPanel } from "../render/layout.ts";
import { lackingToAnswer } from "../send-answer.ts";
import { replyInTime } from "./reply-in-time.ts";

type Words = Wording["moderation"]["status"];

/** `/status`: whether the bot would answer in this channel and why, what it answers from, and how long it has run. */
export async function showStatus(
  interaction: ChatInputCommandInteraction<"cached">,
  bot: Bot,
): Promise<void> {
  await replyInTime(interaction, async () => {
    const { wording } = assistantFor(interaction, bot);
    const { status } = wording.moderation;
    const lines = [
      ...describeChannel(interaction, bot, status),
      "",
      ...(await describeKnowledge(interaction, bot, status)),
    ];
    const title = status.title(channelMention(interaction.channelId));
    return { components: [renderPanel(title, [renderLead(lines.join("\n"))])] };
  });
}

function describeChannel(
  { channel, channelId }: ChatInputCommandInteraction<"cached">,
  bot: Bot,
  words: Words,
): readonly string[] {
  const lacking = channel === null ? [] : lackingToAnswer(channel);
  const asks = channel !== null && isAskPlace(channel, bot);
  const wait = asks ? bot.pace.untilUnasked(channelId, intervalOf(bot)) : 0;
  const answersUnasked = asks && bot.readsContent && lacking.length === 0 && wait === 0;
  const answersAddressed = lacking.length === 0 ? words.answersAddressed : words.answersNothing;
  return [
    `**${answersUnasked ? words.answersHere : answersAddressed}**`,
    asks ? words.isAskPlace : words.isNoAskPlace,
    bot.readsContent ? words.contentIsOn : words.contentIsOff,
    lacking.length === 0 ? words.mayAll : words.lacks(lacking),
    ...(wait > 0 ? [words.waits(wait)] : []),
  ];
}

async function describeKnowledge(
  interaction: ChatInputCommandInteraction<"cached">,
  bot: Bot,
  words: Words,
): Promise<readonly string[]> {
  const builtIn = (await bot.guilds.assistantOf(null)).in(interaction.locale).contents;
  const own = await ownDocuments(interaction.guildId, bot);
  const snippets = own?.reduce((sum, document) => sum + document.snippets, 0) ?? 0;
  return [
    words.builtIn(builtIn.documents, builtIn.snippets, builtIn.newest),
    own === undefined ? words.databaseFails : words.own(own.length, snippets),
    `-# ${words.program(bot.version, builtIn.version, bot.now() - bot.startedAt)}`,
  ];
}

/** `undefined` while the database fails. */
async function ownDocuments(
  guildId: string,
  { guilds }: Bot,
): Promise<readonly DocumentSummary[] | undefined> {
  try {
    return await guilds.documents.list(guildId);
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}
