import { roleMention, userMention } from "discord.js";
import { replyPrivately } from "../apologize.ts";
import type { Bot } from "../bot.ts";
import { wordingAt } from "../locale.ts";
import { callingMessage } from "../payload.ts";
import { renderLead } from "../render/layout.ts";
import { neededToSend } from "../send-answer.ts";
import type { Click } from "./click.ts";
import { withSpentButton } from "./mark-used.ts";
import { mayUse } from "./may-use.ts";

/** Mentions the helpers of the server, and nobody else, when the member who asked wants a human. */
export async function callHuman(
  { by }: { readonly by: string },
  interaction: Click,
  bot: Bot,
): Promise<void> {
  const { channel, guild, message, user } = interaction;
  if (!mayUse(interaction, by)) return replyPrivately(interaction, ({ notYours }) => notYours);
  const role = guild?.roles.cache.get(bot.settings.helperRole ?? "");
  if (role === undefined || channel === null || !channel.isSendable())
    return replyPrivately(interaction, ({ nobodyToCall }) => nobodyToCall);
  if (!interaction.appPermissions.has(neededToSend(channel)))
    return replyPrivately(interaction, ({ mayNotPost }) => mayNotPost);
  // Discord would show the mention and notify nobody.
  if (!role.mentionable && !interaction.appPermissions.has("MentionEveryone"))
    return replyPrivately(interaction, ({ mayNotCall }) => mayNotCall);
  const wait = bot.calls.take({ member: user.id, channel: channel.id });
  if (wait > 0) return replyPrivately(interaction, ({ calledAlready }) => calledAlready(wait));
  const { notices } = wordingAt(interaction, bot);
  const url = message.flags.has("Ephemeral") ? undefined : message.url;
  await channel.send({
    ...callingMessage([renderLead(notices.calling(roleMention(role.id), userMention(by), url))], role.id),
    // A shared question may stand in the same channel.
    nonce: `call${message.id}`,
    enforceNonce: true,
  });
  bot.log.info({ guildId: interaction.guildId }, "called a human");
  await interaction.update({ components: withSpentButton(interaction, bot, ({ called }) => called) });
}
