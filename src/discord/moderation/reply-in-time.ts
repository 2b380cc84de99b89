import { MessageFlags, type APIMessageTopLevelComponent, type RepliableInteraction } from "discord.js";
import { NO_PINGS, privateMessage } from "../payload.ts";

/** Milliseconds after which a member is shown that work goes on; Discord waits three seconds. */
const SOON = 1_500;

/** A file that a page shows by a component of its own. */
export interface PageFile {
  readonly name: string;
  readonly attachment: Buffer;
}

/** What a moderator is shown. */
export interface PrivatePage {
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly PageFile[];
  /** What has no room in the first message. */
  readonly further?: readonly PrivatePage[];
}

/** Answers privately with what some work comes to: at once where that is quick, else behind a line that says to wait. */
export async function replyInTime(
  interaction: RepliableInteraction,
  work: () => Promise<PrivatePage>,
): Promise<void> {
  let deferring: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    deferring = interaction.deferReply({ flags: MessageFlags.Ephemeral });
    // Awaited below; until then a failure must not end the process.
    deferring.catch(() => undefined);
  }, SOON);
  try {
    const { components, files = [], further = [] } = await work();
    clearTimeout(timer);
    await deferring;
    await (deferring === undefined
      ? interaction.reply({ ...privateMessage(components), files })
      : interaction.editReply({ components, files, ...EDITED }));
    // One after the other, so that they stand in order.
    for (const page of further)
      await interaction.followUp({ ...privateMessage(page.components), files: page.files ?? [] });
  } finally {
    clearTimeout(timer);
  }
}

const EDITED = { flags: [MessageFlags.IsComponentsV2], allowedMentions: NO_PINGS } as const;
