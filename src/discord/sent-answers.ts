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
  /** Id of the message that asked; `undefined` for a command. */
  readonly askedBy: string | undefined;
}

/** The answers of the last hour, in memory: to remove, to mend, and not to give twice. */
export interface SentAnswers {
  /** False when the message that asked was deleted while the answer was on its way. */
  add(answer: SentAnswer): boolean;
  /** The answer to a message. */
  to(messageId: string): SentAnswer | undefined;
  /** The answer to the same question in the same channel within the last minute. */
  repeated(channelId: string, question: string): SentAnswer | undefined;
  /** Remembers what a message of the bot answers, where its member may want to show it to others. */
  keepQuestion(messageId: string, question: string): void;
  questionIn(messageId: string): string | undefined;
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
  const byQuestion = new LRUCache<string, SentAnswer>({ max: REMEMBERED, ttl: MINUTE, perf });
  const questions = new LRUCache<string, string>({ max: REMEMBERED, ttl: HOUR, perf });
  const gone = new LRUCache<string, true>({ max: REMEMBERED, ttl: MINUTE, perf });
  return {
    add: (answer) => {
      byQuestion.set(keyOf(answer.channelId, answer.question), answer);
      if (answer.askedBy === undefined) return true;
      byQuestioner.set(answer.askedBy, answer);
      return !gone.has(answer.askedBy);
    },
    to: (messageId) => byQuestioner.get(messageId),
    repeated: (channelId, question) => {
      const answer = byQuestion.get(keyOf(channelId, question));
      return answer && !gone.has(answer.messageId) ? answer : undefined;
    },
    keepQuestion: (messageId, question) => void questions.set(messageId, question),
    questionIn: (messageId) => questions.get(messageId),
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
