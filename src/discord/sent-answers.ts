import { LRUCache } from "lru-cache";

/** An answer in a channel. */
export interface SentAnswer {
  /** Where it was asked. */
  readonly channelId: string;
  /** Where it stands: there, or in a thread below the question. */
  readonly sentIn: string;
  readonly messageId: string;
  /** Where a click leads to it. */
  readonly url: string;
  /** What was asked, in any spelling of case and punctuation; kept in memory only. */
  readonly question: string;
  /** Id of the message that asked. */
  readonly askedBy: string;
}

/** An answer that others may be led to. */
export interface EarlierAnswer extends Pick<SentAnswer, "channelId" | "question"> {
  /** Where a click leads to it; `undefined` when it is gone, or not for others to see. Never rejects. */
  find(): Promise<string | undefined>;
}

/** The answers of the last hour, in memory: to remove, to mend, and not to give twice. */
export interface SentAnswers {
  /** False when the message that asked was deleted while the answer was on its way. */
  add(answer: SentAnswer): boolean;
  addToCommand(answer: EarlierAnswer): void;
  /** The answer to a message. */
  to(messageId: string): SentAnswer | undefined;
  /** Where the answer to the same question in the same channel within the last minute stands. Never rejects. */
  repeated(channelId: string, question: string): Promise<string | undefined>;
  /** Remembers what a message of the bot, or of the answers to an interaction, answers: its member may show it to others. */
  keepQuestion(messageOrInteractionId: string, question: string): void;
  questionIn(messageOrInteractionId: string): string | undefined;
  /** The same question would be answered otherwise from now on in these channels: earlier answers are pointed to no more. */
  outdate(channels: { has(channelId: string): boolean }): void;
  /** Notes that a message is gone, and returns the answer to it. */
  deleted(messageId: string): SentAnswer | undefined;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** Answers remembered in all; the latest. */
const REMEMBERED = 20_000;

/** Remembers answers; `now` is in milliseconds and only goes forward. */
export function createSentAnswers(now: () => number): SentAnswers {
  const perf = { now };
  const byQuestioner = new LRUCache<string, SentAnswer>({ max: REMEMBERED, ttl: HOUR, perf });
  const byQuestion = new LRUCache<string, EarlierAnswer>({ max: REMEMBERED, ttl: MINUTE, perf });
  const questions = new LRUCache<string, string>({ max: REMEMBERED, ttl: HOUR, perf });
  const gone = new LRUCache<string, true>({ max: REMEMBERED, ttl: MINUTE, perf });
  const addToCommand = (answer: EarlierAnswer): void => {
    byQuestion.set(keyOf(answer.channelId, answer.question), answer);
  };
  return {
    add: (answer) => {
      const { channelId, question, messageId, url, askedBy } = answer;
      addToCommand({ channelId, question, find: async () => (gone.has(messageId) ? undefined : url) });
      byQuestioner.set(askedBy, answer);
      return !gone.has(askedBy);
    },
    addToCommand,
    to: (messageId) => byQuestioner.get(messageId),
    repeated: async (channelId, question) => await byQuestion.get(keyOf(channelId, question))?.find(),
    keepQuestion: (id, question) => void questions.set(id, question),
    questionIn: (id) => questions.get(id),
    outdate: (channels) => {
      for (const [key, { channelId }] of byQuestion.entries())
        if (channels.has(channelId)) byQuestion.delete(key);
    },
    deleted: (messageId) => {
      questions.delete(messageId);
      gone.set(messageId, true);
      const answer = byQuestioner.get(messageId);
      byQuestioner.delete(messageId);
      return answer;
    },
  };
}

// Case, blanks and punctuation make no other question.
function keyOf(channelId: string, question: string): string {
  const words = question.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? [];
  return `${channelId} ${words.join(" ")}`;
}
