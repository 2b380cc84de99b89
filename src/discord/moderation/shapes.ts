import {
  ApplicationCommandOptionType,
  ChannelType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
} from "discord.js";
import { LANGUAGES } from "../../languages/languages.ts";
import type { ModerationOption, ModerationPath } from "../../languages/moderation/wording.ts";
import type { Wording } from "../../languages/wording.ts";
import { localizedText } from "../localized.ts";

type Without<Option, Texts extends string> = Option extends unknown ? Omit<Option, Texts> : never;

/** An option as Discord takes it, without its texts. */
export type OptionShape = Without<
  APIApplicationCommandBasicOption,
  "name" | "name_localizations" | "description" | "description_localizations"
>;

const FILE: OptionShape = { type: ApplicationCommandOptionType.Attachment, required: true };
const TEXT: OptionShape = { type: ApplicationCommandOptionType.String };
const ANY_DOCUMENT: OptionShape = { type: ApplicationCommandOptionType.String, autocomplete: true };
const DOCUMENT: OptionShape = { ...ANY_DOCUMENT, required: true };
const ROLE: OptionShape = { type: ApplicationCommandOptionType.Role, required: true };

const TEXT_CHANNEL: OptionShape = {
  type: ApplicationCommandOptionType.Channel,
  channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
  required: true,
};

const FORUM: OptionShape = {
  type: ApplicationCommandOptionType.Channel,
  channel_types: [ChannelType.GuildForum, ChannelType.GuildMedia],
  required: true,
};

/** Up to a day. */
const MINUTES: OptionShape = {
  type: ApplicationCommandOptionType.Integer,
  min_value: 0,
  max_value: 1440,
  required: true,
};

/** Counts are kept for a year. */
const WEEKS: OptionShape = { type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 52 };

const STYLE: OptionShape = {
  type: ApplicationCommandOptionType.String,
  choices: [
    choice("reply", ({ moderation }) => moderation.choices.styles.reply),
    choice("thread", ({ moderation }) => moderation.choices.styles.thread),
  ],
  required: true,
};

/** The value that stands for each reader's own language. */
const AUTOMATIC_LANGUAGE = "automatic";

const LANGUAGE: OptionShape = {
  type: ApplicationCommandOptionType.String,
  choices: [
    choice(AUTOMATIC_LANGUAGE, ({ moderation }) => moderation.choices.automatic),
    ...LANGUAGES.map(({ language, moderation }) => ({
      name: moderation.choices.thisLanguage,
      value: language,
    })),
  ],
  required: true,
};

type Shapes = {
  readonly [Path in ModerationPath]: Readonly<Record<ModerationOption<Path>, OptionShape>>;
};

/** Every moderation command and `/privacy`, with their options in the order that Discord shows them. */
export const SHAPES: Shapes = {
  "knowledge add": { file: FILE, title: TEXT, url: TEXT, published: TEXT },
  "knowledge list": {},
  "knowledge show": { document: DOCUMENT },
  "knowledge remove": { document: DOCUMENT },
  "knowledge replace": { document: DOCUMENT, file: FILE, title: TEXT, url: TEXT, published: TEXT },
  "knowledge export": { document: ANY_DOCUMENT },
  "knowledge stale": {},
  "knowledge conflicts": {},
  "settings show": {},
  "settings ask-channel add": { channel: TEXT_CHANNEL },
  "settings ask-channel remove": { channel: TEXT_CHANNEL },
  "settings ask-forum add": { forum: FORUM },
  "settings ask-forum remove": { forum: FORUM },
  "settings reply-style": { style: STYLE },
  "settings interval": { minutes: MINUTES },
  "settings helper-role set": { role: ROLE },
  "settings helper-role clear": {},
  "settings gap-channel set": { channel: TEXT_CHANNEL },
  "settings gap-channel clear": {},
  "settings language": { language: LANGUAGE },
  "settings forget-everything": {},
  gaps: { weeks: WEEKS },
  status: {},
  privacy: {},
};

function choice(
  value: string,
  textIn: (wording: Wording) => string,
): APIApplicationCommandOptionChoice<string> {
  return { name: textIn(LANGUAGES[0]), name_localizations: localizedText(textIn), value };
}
