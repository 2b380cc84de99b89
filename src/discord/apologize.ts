import { randomBytes } from "node:crypto";
import type { Interaction, RepliableInteraction } from "discord.js";
import { StoreError } from "../guilds/store.ts";
import type { Bot } from "./bot.ts";
import type { Wording } from "../languages/wording.ts";
import { wordingOf } from "./locale.ts";
import { privateMessage } from "./payload.ts";
import { renderLine } from "./render/reply.ts";
import { expectedRefusal, type SkipReason } from "./skips.ts";

/** Ends a failed interaction: the member gets one private line, and the log one entry with the same reference. */
export async function apologizeForInteraction(
  error: unknown,
  interaction: Interaction,
  bot: Bot,
): Promise<void> {
  const refusal = expectedRefusal(error);
  if (!interaction.isRepliable()) return report(error, { bot, place: interaction, tell: undefined });
  if (refusal !== undefined && ELSEWHERE.has(refusal))
    await tryTo(() => replyPrivately(interaction, ({ mayNotPost }) => mayNotPost));
  const tell = (reference: string): Promise<void> => sayPrivately(interaction, lineFor(error, reference));
  await report(error, { bot, place: interaction, tell });
}

/** Refusals of what was to be posted in a channel; the interaction itself can still be answered. */
const ELSEWHERE: ReadonlySet<SkipReason> = new Set(["missing-permission", "held-back", "channel-gone"]);

/** A database that does not answer is known to come back; for all else there is a reference. */
const lineFor =
  (error: unknown, reference: string) =>
  ({ notices, moderation }: Wording): string =>
    error instanceof StoreError ? moderation.notices.notSaved : notices.apology(reference);

/** One private line: the first answer to an interaction, or a further one. */
export async function replyPrivately(
  interaction: RepliableInteraction,
  lineIn: (notices: Wording["notices"]) => string,
): Promise<void> {
  await sayPrivately(interaction, ({ notices }) => lineIn(notices));
}

/** The same with a line from anywhere in the wording. */
export async function sayPrivately(
  interaction: RepliableInteraction,
  lineIn: (wording: Wording) => string,
): Promise<void> {
  const wording = wordingOf(interaction);
  const message = privateMessage(renderLine(lineIn(wording), wording));
  await (interaction.replied || interaction.deferred
    ? interaction.followUp(message)
    : interaction.reply(message));
}

interface Failure {
  readonly bot: Bot;
  readonly place: Pick<Interaction, "guildId" | "channelId">;
  /** Tells the member; absent where nobody waits for an answer. */
  readonly tell: ((reference: string) => Promise<void>) | undefined;
}

/** Counts an expected refusal; for everything else tells the member and logs, once each. Never rejects. */
export async function report(error: unknown, { bot, place, tell }: Failure): Promise<void> {
  const refusal = expectedRefusal(error);
  if (refusal !== undefined) return bot.skip(refusal, place);
  bot.metrics.failed();
  const reference = newReference();
  const { guildId, channelId } = place;
  const isTold = await tryTo(async () => tell?.(reference));
  bot.log.error(
    { err: error, reference, isTold: tell !== undefined && isTold, guildId, channelId },
    "failed",
  );
}

/** Short enough to read out; long enough to find one line of a log. */
function newReference(): string {
  return randomBytes(4).toString("hex");
}

/** Whether it worked. Where an apology cannot be sent either, the failure it is for is the one to log. */
async function tryTo(send: () => Promise<void>): Promise<boolean> {
  return await send().then(
    () => true,
    () => false,
  );
}
