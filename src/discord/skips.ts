import { DiscordAPIError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import type { Log } from "../log.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { HeldBack } from "./held-back.ts";

/** Why the bot stayed silent where it would have spoken. */
export type SkipReason =
  | "interaction-expired"
  | "already-acknowledged"
  | "missing-permission"
  | "channel-gone"
  | "message-gone"
  | "direct-messages-closed"
  | "delivered-twice"
  | "too-many-questions"
  | "spoke-just-now"
  | "held-back"
  | "rate-limited"
  | "no-system-channel";

/** Counts a silence and logs it with its number. */
export type Skip = (
  reason: SkipReason,
  place: { readonly guildId: string | null; readonly channelId: string | null },
) => void;

export function createSkip(log: Log, metrics: Pick<Metrics, "skipped">): Skip {
  const counts = new Map<SkipReason, number>();
  return (reason, { guildId, channelId }) => {
    const count = (counts.get(reason) ?? 0) + 1;
    counts.set(reason, count);
    metrics.skipped(reason);
    log.info({ reason, count, guildId, channelId }, "skipped");
  };
}

/** Refusals of Discord that are nobody's mistake: somebody was faster, slower, or does not want an answer. */
const EXPECTED = new Map<number | string, SkipReason>([
  [RESTJSONErrorCodes.UnknownInteraction, "interaction-expired"],
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, "already-acknowledged"],
  [RESTJSONErrorCodes.MissingAccess, "missing-permission"],
  [RESTJSONErrorCodes.MissingPermissions, "missing-permission"],
  [RESTJSONErrorCodes.UnknownChannel, "channel-gone"],
  [RESTJSONErrorCodes.UnknownMessage, "message-gone"],
  [RESTJSONErrorCodes.UnknownWebhook, "interaction-expired"],
  [RESTJSONErrorCodes.InvalidWebhookToken, "interaction-expired"],
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, "direct-messages-closed"],
]);

/** The reason why Discord refused, or would have, where it is an expected one. */
export function expectedRefusal(error: unknown): SkipReason | undefined {
  if (error instanceof HeldBack) return "held-back";
  if (error instanceof RateLimitError) return "rate-limited";
  return error instanceof DiscordAPIError ? EXPECTED.get(error.code) : undefined;
}
