import { ComponentType, MessageReferenceType, type Message, type TopLevelComponent } from "discord.js";
import type { Assistant, Before } from "../guilds/assistant.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { CARD_TOPICS } from "../languages/wording.ts";
import { wordsOf } from "./hear.ts";

/** Answers replied to in a row that are looked back on. */
const MOST_TURNS = 4;

/**
 * What was said before a message that replies to an answer of the bot, read from the messages themselves. A question
 * that is no longer in memory, or was a command, is known by its answer alone.
 */
export function beforeOf(message: Message, assistant: Assistant, turns = MOST_TURNS): Before | undefined {
  const answer = repliedTo(message);
  if (turns === 0 || answer?.author.id !== message.client.user.id) return undefined;
  const text = answerText(answer);
  const asked = repliedTo(answer) ?? aboveThread(answer);
  const words = asked === undefined ? "" : wordsOf(asked);
  if (asked === undefined || words === "") return { question: titleIn(text), answer: text };
  return { question: assistant.inFull(words, beforeOf(asked, assistant, turns - 1)), answer: text };
}

function repliedTo({ channel, reference }: Message): Message | undefined {
  if (reference === null || reference.type === MessageReferenceType.Forward) return undefined;
  return channel.messages.cache.get(reference.messageId ?? "");
}

/** The message that a thread was started from: an answer that opens a thread replies to it. */
function aboveThread({ channel, reference, interactionMetadata }: Message): Message | undefined {
  if (reference !== null || interactionMetadata !== null) return undefined;
  if (!channel.isThread() || channel.parent === null) return undefined;
  return "messages" in channel.parent ? channel.parent.messages.cache.get(channel.id) : undefined;
}

/** Sources are no part of what an answer says. */
const SOURCE_LINE = /^-# .*$/gm;

/** What stands in the frame that only answers have. */
function answerText({ components }: Message): string {
  return components.flatMap(textsOf).join("\n").replace(SOURCE_LINE, "").trim();
}

function textsOf(component: TopLevelComponent): string[] {
  if (component.type !== ComponentType.Container) return [];
  return component.components.flatMap((part) =>
    part.type === ComponentType.TextDisplay ? [part.content] : [],
  );
}

/** A card's title says what it was asked about: `### DevOps engineer: salary`. */
const titleIn = (text: string): string => inEnglish(/^### (.*)$/m.exec(text)?.[1] ?? "");

const [ENGLISH, ...OTHERS] = LANGUAGES;

/** Questions are in English, in whatever language a card's topic was said. */
function inEnglish(title: string): string {
  const topics = OTHERS.flatMap(({ cards }) =>
    CARD_TOPICS.map((topic) => ({
      said: cards.title("", cards.headings[topic]),
      english: ENGLISH.cards.title("", ENGLISH.cards.headings[topic]),
    })),
  );
  return topics.reduce((text, { said, english }) => text.replace(said, english), title);
}
