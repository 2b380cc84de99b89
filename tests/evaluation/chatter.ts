import type { Random } from "./random.ts";

const GREETINGS = [
  "hey folks, hope everyones having a good week!",
  "Hi all,",
  "Good morning everyone 👋",
  "yo",
  "Hello! First time posting here.",
  "hey, sorry if this was asked before.",
];

/** What people tell before they ask: nothing of it asks, and no document covers it. */
const STORIES = [
  "ok so long story, my landlord raised the rent again and my cat is sick so im thinking about life.",
  "My brother says I should just become a plumber lol.",
  "I've been lurking for a while and finally made an account.",
  "Just got home from a double shift and can't sleep, so here I am.",
  "Me and a friend argued about this over lunch and neither of us was sure.",
  "I moved last month, the boxes are still everywhere, and I want to get my life in order.",
  "quick one before my next meeting.",
  "I watched a few videos over the weekend and now I'm more confused than before.",
];

const THANKS = [
  "Thanks in advance!",
  "thx 🙏",
  "Any help appreciated, have a nice day all",
  "cheers",
  "Sorry for the long post, and thank you so much!",
  "pls be nice im new",
];

/** A greeting and a story before the question, and thanks after it. */
export function wrapInChatter(question: string, random: Random): string {
  return [random.pick(GREETINGS), random.pick(STORIES), question, random.pick(THANKS)].join(" ");
}
