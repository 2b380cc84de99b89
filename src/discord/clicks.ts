import { ComponentType } from "discord.js";
import { isRunnable } from "../guilds/commands.ts";
import { furtherHelpIn, keepMissed, renderAnswerPage } from "./answer-page.ts";
import { lookUp, noteAnswer } from "./answered.ts";
import { replyPrivately } from "./apologize.ts";
import type { Bot } from "./bot.ts";
import type { Click } from "./controls/click.ts";
import { isControl, readControl } from "./controls/control.ts";
import { useControl } from "./controls/use-control.ts";
import { countMisses } from "./count-misses.ts";
import { decodeCustomId } from "./custom-id.ts";
import { assistantFor } from "./locale.ts";
import { privateMessage } from "./payload.ts";
import { illustrate } from "./pictures.ts";

/** Does what a button or a menu's option says; what it runs is shown to the member who clicked. */
export async function answerClick(interaction: Click, bot: Bot): Promise<void> {
  const invocation = decodeCustomId(idOf(interaction));
  if (invocation === undefined || !isOffered(interaction))
    return replyPrivately(interaction, ({ outdated }) => outdated);
  if (isControl(invocation)) {
    const control = readControl(invocation);
    return control
      ? useControl(control, interaction, bot)
      : replyPrivately(interaction, ({ outdated }) => outdated);
  }
  if (!isRunnable(invocation, bot.assistant.commands))
    return replyPrivately(interaction, ({ outdated }) => outdated);
  const wait = bot.pace.take({ member: interaction.user.id, channel: interaction.channelId });
  if (wait > 0) return replyPrivately(interaction, ({ tooSoon }) => tooSoon(wait));
  const assistant = assistantFor(interaction, bot);
  const reply = lookUp(() => assistant.run(invocation.command, invocation.values), bot);
  countMisses(reply, { invocation, guildId: interaction.guildId }, bot);
  const help = furtherHelpIn(bot.settings);
  const asked = { asker: interaction.user.id, isPrivate: true, invocation, help };
  const answer = privateMessage(renderAnswerPage(reply, asked, assistant));
  const { message, addPicture } = illustrate(answer, { reply, place: interaction, bot });
  await interaction.reply(message);
  const question = Object.values(invocation.values).join(" ");
  keepMissed(interaction.id, { question, reply }, bot);
  const { command } = invocation;
  noteAnswer(reply, { surface: "click", guildId: interaction.guildId, command }, bot);
  await addPicture((change) => interaction.editReply(change));
}

/** Whether the message has the button, or the menu with the option: an id that somebody made up does nothing. */
function isOffered(interaction: Click): boolean {
  const component = interaction.message.resolveComponent(interaction.customId);
  if (!interaction.isStringSelectMenu()) return component !== null;
  const options = component?.type === ComponentType.StringSelect ? component.options : [];
  return options.some(({ value }) => value === idOf(interaction));
}

function idOf(interaction: Click): string {
  return interaction.isStringSelectMenu() ? (interaction.values[0] ?? "") : interaction.customId;
}
