import type { Assistant } from "../guilds/assistant.ts";
import type { Pace } from "../guilds/pace.ts";
import type { Votes } from "../guilds/votes.ts";
import type { Pictures } from "../pictures/pictures.ts";
import type { Log } from "../log.ts";
import type { SentAnswers } from "./sent-answers.ts";
import type { Skip } from "./skips.ts";

/** What the handlers of Discord's events work with. */
export interface Bot {
  readonly assistant: Assistant;
  /** Pictures of the charts that answers have. */
  readonly pictures: Pictures;
  readonly log: Log;
  readonly skip: Skip;
  /** Lower-case names of the channels where the bot answers without being addressed. */
  readonly askChannels: readonly string[];
  /** Whether Discord delivers the text of messages that do not address the bot. */
  readonly readsContent: boolean;
  /** Whether a message was not answered before; an event can be delivered twice. */
  readonly isNew: (messageId: string) => boolean;
  readonly answers: SentAnswers;
  readonly votes: Votes;
  readonly pace: Pace;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
