import {
  channelMention,
  roleMention,
  type ChatInputCommandInteraction,
  type GuildBasedChannel,
} from "discord.js";
import { addAskPlace, askPlacesOf, MOST_ASK_PLACES, removeAskPlace } from "../../guilds/ask-places.ts";
import { REPLY_STYLES, type GuildSettings } from "../../guilds/guild-settings.ts";
import { LANGUAGES } from "../../languages/languages.ts";
import type { Bot } from "../bot.ts";
import { lackingToAnswer } from "../send-answer.ts";
import { kindOfPlace, placesByName } from "./ask-places.ts";
import { renderSettings, type SettingsLine } from "./render-settings.ts";
import { replyInTime } from "./reply-in-time.ts";

/** Somebody who may manage the server uses a command in it. */
type Moderated = ChatInputCommandInteraction<"cached">;

/** A change of the settings, and the lines that say what it came to; lines alone change nothing. */
interface Change {
  readonly change?: (settings: GuildSettings) => GuildSettings;
  readonly lines: readonly SettingsLine[];
}

/** Makes a change, and shows all settings as they are then. */
async function settle(interaction: Moderated, bot: Bot, { change, lines }: Change): Promise<void> {
  const { guildId } = interaction;
  await replyInTime(interaction, async () => {
    if (change === undefined) return { components: renderSettings(interaction, bot, lines) };
    const settings = await bot.guilds.changeSettings(guildId, change);
    bot.log.info({ guildId }, "changed settings");
    return { components: renderSettings(interaction, { ...bot, settings }, lines) };
  });
}

/** `/settings show` */
export const showSettings = (interaction: Moderated, bot: Bot): Promise<void> =>
  settle(interaction, bot, { lines: [] });

/** `/settings ask-channel add`, `/settings ask-forum add` */
export async function addPlace(interaction: Moderated, bot: Bot): Promise<void> {
  const channel = placeGiven(interaction);
  const byName = placesByName(interaction.guild, bot);
  const places = askPlacesOf(bot.settings, byName);
  const mention = channelMention(channel.id);
  if (places.some(({ id }) => id === channel.id))
    return settle(interaction, bot, {
      lines: [({ askAlready }) => askAlready(mention), ...obstacles(channel, bot)],
    });
  if (places.length >= MOST_ASK_PLACES)
    return settle(interaction, bot, { lines: [({ tooManyPlaces }) => tooManyPlaces(MOST_ASK_PLACES)] });
  const place = { id: channel.id, kind: kindOfPlace(channel) };
  await settle(interaction, bot, {
    change: (settings) => addAskPlace(settings, place, byName),
    lines: [({ askAdded }) => askAdded(mention), ...obstacles(channel, bot)],
  });
}

/** `/settings ask-channel remove`, `/settings ask-forum remove` */
export async function removePlace(interaction: Moderated, bot: Bot): Promise<void> {
  const { id } = placeGiven(interaction);
  const byName = placesByName(interaction.guild, bot);
  const isThere = askPlacesOf(bot.settings, byName).some((place) => place.id === id);
  const mention = channelMention(id);
  await settle(interaction, bot, {
    ...(isThere && { change: (settings: GuildSettings) => removeAskPlace(settings, id, byName) }),
    lines: [({ askRemoved, askNeither }) => (isThere ? askRemoved : askNeither)(mention)],
  });
}

// The two commands call it by what it is there.
function placeGiven({ options }: Moderated): GuildBasedChannel {
  return options.getChannel("channel") ?? options.getChannel("forum", true);
}

/** What still keeps the bot from answering in a place. */
function obstacles(channel: GuildBasedChannel, { readsContent }: Bot): SettingsLine[] {
  const lacking = lackingToAnswer(channel);
  const lines: SettingsLine[] = [];
  if (!readsContent) lines.push(({ needsContent }) => needsContent);
  if (lacking.length > 0) lines.push(({ mayNotSpeak }) => mayNotSpeak(channelMention(channel.id), lacking));
  return lines;
}

const SAVED: readonly SettingsLine[] = [({ saved }) => saved];

/** `/settings reply-style` */
export async function changeReplyStyle(interaction: Moderated, bot: Bot): Promise<void> {
  const given = interaction.options.getString("style", true);
  const replyStyle = REPLY_STYLES.find((style) => style === given);
  if (replyStyle === undefined) throw new Error(`There is no reply style "${given}".`);
  await settle(interaction, bot, { change: (settings) => ({ ...settings, replyStyle }), lines: SAVED });
}

const MINUTE = 60_000;

/** `/settings interval` */
export async function changeInterval(interaction: Moderated, bot: Bot): Promise<void> {
  const askInterval = interaction.options.getInteger("minutes", true) * MINUTE;
  await settle(interaction, bot, { change: (settings) => ({ ...settings, askInterval }), lines: SAVED });
}

/** `/settings helper-role set` */
export async function setHelperRole(interaction: Moderated, bot: Bot): Promise<void> {
  const role = interaction.options.getRole("role", true);
  if (role.id === interaction.guildId)
    return settle(interaction, bot, { lines: [({ everyoneIsNoRole }) => everyoneIsNoRole] });
  const isPinged = role.mentionable || interaction.appPermissions.has("MentionEveryone");
  await settle(interaction, bot, {
    change: (settings) => ({ ...settings, helperRole: role.id }),
    lines: isPinged ? SAVED : [...SAVED, ({ mayNotMention }) => mayNotMention(roleMention(role.id))],
  });
}

/** `/settings helper-role clear` */
export const clearHelperRole = (interaction: Moderated, bot: Bot): Promise<void> =>
  settle(interaction, bot, { change: (settings) => ({ ...settings, helperRole: undefined }), lines: SAVED });

/** `/settings gap-channel set` */
export async function setGapChannel(interaction: Moderated, bot: Bot): Promise<void> {
  const channel = interaction.options.getChannel("channel", true);
  const lacking = lackingToAnswer(channel);
  const mention = channelMention(channel.id);
  await settle(interaction, bot, {
    change: (settings) => ({ ...settings, gapChannel: channel.id }),
    lines: lacking.length === 0 ? SAVED : [...SAVED, ({ mayNotSpeak }) => mayNotSpeak(mention, lacking)],
  });
}

/** `/settings gap-channel clear` */
export const clearGapChannel = (interaction: Moderated, bot: Bot): Promise<void> =>
  settle(interaction, bot, { change: (settings) => ({ ...settings, gapChannel: undefined }), lines: SAVED });

/** `/settings language`; what is no language of the bot's is the server's own. */
export async function changeLanguage(interaction: Moderated, bot: Bot): Promise<void> {
  const given = interaction.options.getString("language", true);
  const language = LANGUAGES.find((each) => each.language === given)?.language;
  await settle(interaction, bot, { change: (settings) => ({ ...settings, language }), lines: SAVED });
}
