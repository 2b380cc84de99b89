import type { APIMessageTopLevelComponent, ChatInputCommandInteraction } from "discord.js";
import type { Wording } from "../../languages/wording.ts";
import { wordingOf } from "../locale.ts";
import { privateMessage } from "../payload.ts";
import { renderLead, renderPanel } from "../render/layout.ts";

/** Tells a member what is kept, for how long, and how to have it deleted. */
export async function answerPrivacy(interaction: ChatInputCommandInteraction): Promise<void> {
  const wording = wordingOf(interaction);
  await interaction.reply(privateMessage(renderPrivacy(wording)));
}

/** What `/privacy` shows. */
export function renderPrivacy({ moderation }: Wording): readonly APIMessageTopLevelComponent[] {
  const { title, never, kept, memory, deletion, uses } = moderation.privacy;
  const paragraphs = [never, kept, memory, deletion, uses].map(({ heading, text }) =>
    renderLead(`**${heading}**\n${text}`),
  );
  return [renderPanel(title, paragraphs)];
}
