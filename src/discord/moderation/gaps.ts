import { ComponentType, type APIComponentInContainer, type ChatInputCommandInteraction } from "discord.js";
import { rankGaps, type RankedGap } from "../../guilds/rank-gaps.ts";
import { dayOf } from "../../guilds/weeks.ts";
import type { Wording } from "../../languages/wording.ts";
import type { Bot } from "../bot.ts";
import { wordingOf } from "../locale.ts";
import { escapeLabel } from "../render/escape.ts";
import { renderLead, renderPanel } from "../render/layout.ts";
import { replyInTime, type PageFile, type PrivatePage } from "./reply-in-time.ts";

/** Weeks that are looked back on when nobody says. */
const WEEKS = 4;

/** https://docs.discord.com/developers/reference#uploading-files: ten files a message. */
const MOST_GAPS = 10;

/** `/gaps`: what members asked in vain, the most frequent first, with the beginning of a document for each. */
export async function showGaps(interaction: ChatInputCommandInteraction<"cached">, bot: Bot): Promise<void> {
  const weeks = interaction.options.getInteger("weeks") ?? WEEKS;
  await replyInTime(interaction, async () => {
    const ranked = rankGaps(await bot.guilds.readGaps(interaction.guildId, weeks));
    return renderGaps(ranked, { weeks, bot, wording: wordingOf(interaction) });
  });
}

interface Context {
  readonly weeks: number;
  readonly bot: Bot;
  readonly wording: Wording;
}

function renderGaps(ranked: readonly RankedGap[], { weeks, bot, wording }: Context): PrivatePage {
  const { gaps: words } = wording.moderation;
  if (ranked.length === 0) return { components: [renderLead(words.none(weeks))] };
  const shown = ranked.slice(0, MOST_GAPS).map((gap, at) => renderGap(gap, at, { bot, wording }));
  const rest = ranked.length - shown.length;
  const panel = renderPanel(words.title(weeks), [
    ...shown.flatMap(({ components }) => components),
    ...(rest > 0 ? [renderLead(`-# ${words.more(rest)}`)] : []),
    renderLead(`-# ${words.howTo}`),
  ]);
  return { components: [panel], files: shown.map(({ file }) => file) };
}

function renderGap(
  { subject, count, reasons }: RankedGap,
  at: number,
  { bot, wording }: Omit<Context, "weeks">,
): { readonly components: readonly APIComponentInContainer[]; readonly file: PageFile } {
  const { gaps: words } = wording.moderation;
  const assistant = bot.assistant.in(wording.language);
  const { entity, topic } = assistant.gaps.namesOf(subject);
  const name = [entity, topic].filter((part) => part !== undefined).join(": ") || words.nameless;
  const why = reasons.map((each) => words.reason(each.reason, each.count));
  const { fileName, text } = assistant.gaps.stubFor(subject, dayOf(bot.now()));
  const unique = `${at + 1}-${fileName}`;
  return {
    components: [
      renderLead(`**${at + 1}. ${escapeLabel(name)}** · ${words.times(count)}\n-# ${why.join(" · ")}`),
      { type: ComponentType.File, file: { url: `attachment://${unique}` } },
    ],
    file: { name: unique, attachment: Buffer.from(text) },
  };
}
