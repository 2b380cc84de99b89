/** How an answer to a message is given: as a reply below it, or in a thread that starts with it. */
export const REPLY_STYLES = ["reply", "thread"] as const;
export type ReplyStyle = (typeof REPLY_STYLES)[number];

/** Where the bot answers questions that do not address it. */
export const ASK_PLACES = ["channel", "forum"] as const;
export type AskPlaceKind = (typeof ASK_PLACES)[number];

export interface AskPlace {
  /** Id of the channel or forum. */
  readonly id: string;
  readonly kind: AskPlaceKind;
}

/** What moderators decided for their server; what they left open is `undefined`. */
export interface GuildSettings {
  /** Where the bot answers unasked; `undefined`: in the channels of the names that the operator chose. */
  readonly askPlaces: readonly AskPlace[] | undefined;
  readonly replyStyle: ReplyStyle;
  /** Milliseconds between two answers in a channel that nobody asked for; `undefined`: as the operator chose. */
  readonly askInterval: number | undefined;
  /** Id of the role that "Ask a human" mentions. */
  readonly helperRole: string | undefined;
  /** Id of the channel where members may share a question that was not answered. */
  readonly gapChannel: string | undefined;
  /** ISO 639-1 code of the language of public answers; `undefined`: as Discord calls the server's. */
  readonly language: string | undefined;
}

/** A server whose moderators decided nothing. */
export const DEFAULT_SETTINGS: GuildSettings = {
  askPlaces: undefined,
  replyStyle: "reply",
  askInterval: undefined,
  helperRole: undefined,
  gapChannel: undefined,
  language: undefined,
};
