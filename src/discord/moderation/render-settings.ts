import { channelMention, roleMention, type APIMessageTopLevelComponent, type Interaction } from "discord.js";
import type { Wording } from "../../languages/wording.ts";
import type { Bot } from "../bot.ts";
import { wordingOf } from "../locale.ts";
import { renderLead, renderPanel } from "../render/layout.ts";

/** A line about a change, in a language. */
export type SettingsLine = (settings: Wording["moderation"]["settings"]) => string;

/** All settings of a server, below the lines that say what was just changed. */
export function renderSettings(
  interaction: Interaction,
  bot: Bot,
  lines: readonly SettingsLine[],
): readonly APIMessageTopLevelComponent[] {
  const { settings: words } = wordingOf(interaction).moderation;
  const state = describeSettings(bot, words).map((line) => `- ${line}`);
  return [
    ...lines.map((line) => renderLead(line(words))),
    renderPanel(words.title, [renderLead(state.join("\n"))]),
  ];
}

function describeSettings(
  { settings, askChannels, askInterval }: Bot,
  words: Wording["moderation"]["settings"],
): readonly string[] {
  const { askPlaces, replyStyle, helperRole, gapChannel, language } = settings;
  return [
    askPlaces === undefined
      ? words.asksByName(askChannels.map((name) => `#${name}`))
      : words.asks(askPlaces.map(({ id }) => channelMention(id))),
    words.styles[replyStyle],
    settings.askInterval === undefined
      ? words.intervalOfOperator(askInterval)
      : words.interval(settings.askInterval),
    words.language(language),
    words.gapChannel(gapChannel === undefined ? undefined : channelMention(gapChannel)),
    words.helperRole(helperRole === undefined ? undefined : roleMention(helperRole)),
  ];
}
