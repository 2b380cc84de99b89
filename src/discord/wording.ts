import type { Fault } from "./controls/control.ts";

/** What the bot says about itself; everything else it says comes from the documents. */

export const OUTDATED =
  "This comes from an older version of me, so I cannot tell what it should do. Ask again with `/ask` or `/help`.";

export const UNREADABLE =
  "Discord does not show me the text of this message. Mention me in it, or turn the ping of your reply on.";

export const WORDLESS = "This message has no text that I could look up.";

export const NOT_YOURS = "Only the member who asked, or a moderator, can remove this answer.";

export const MAY_NOT_POST = "I may not write in this channel, so I cannot post the answer there.";

export const POSTED = "Posted.";

export const NO_OTHERS = "No other section of the documents is near. Try `/ask` in other words.";

export const CHOOSE_ANOTHER = "Which of these answers it better?";

export const THANKS = "Thanks, counted.";

export const THANKS_AGAIN = "You said so already; it is counted.";

export const WHAT_WAS_WRONG = "Thanks, counted. What was wrong? You may leave it at that.";

export const FAULT_NAMES: Readonly<Record<Fault, string>> = {
  "wrong-topic": "Wrong topic",
  "out-of-date": "Out of date",
  incomplete: "Incomplete",
};

export const AUTOMATIC = "-# Automatic answer from the documents. Others may know more.";

export function notedFault(fault: Fault): string {
  return `Noted: ${FAULT_NAMES[fault].toLowerCase()}. Thanks.`;
}

export function suggestedFor(memberId: string): string {
  return `Suggested for <@${memberId}>`;
}

/** `url` leads to the message that is answered, where the answer is no reply to it. */
export function postedBy(memberId: string, url?: string): string {
  return `-# Posted by <@${memberId}>${url === undefined ? "" : ` in answer to ${url}`}`;
}

export function answeredAlready(url: string): string {
  return `That was answered here a moment ago: ${url}`;
}

export function tooSoon(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `That is faster than I answer. Please try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
}

export function apology(reference: string): string {
  return `Something went wrong on my side. Please try again; if it stays, tell the operator the reference ${reference}.`;
}
