import { buildPhraseMatcher, type PhraseMatcher } from "./phrase-matcher.ts";
import { remember } from "./remember.ts";
import { foldText, splitWords } from "./words.ts";

/** A phrase and what it stands for. */
export interface Phrase<T> {
  readonly text: string;
  readonly value: T;
}

/** Where a phrase stands in a text; `end` is exclusive. */
interface PhraseHit<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}

/** Finds phrases in texts. */
export interface PhraseFinder<T> {
  readonly find: (text: string) => readonly PhraseHit<T>[];
}

/** As lower-case words these are grammar, so that they and single letters are names (the US, IT, Go, Oregon) only in the phrase's own case. */
const GRAMMAR = new Set(
  "a am an as at be by can do go he hi i if in is it may me my no of oh ok on or pa so to us we who".split(
    " ",
  ),
);

/**
 * Finds phrases word by word, whatever their case and punctuation. The longest phrase wins, and hits do not overlap;
 * a phrase with several values gives a hit for each. `folded` is the folded text of each phrase, where it is known.
 */
export function buildPhraseFinder<T>(
  phrases: readonly Phrase<T>[],
  folded: readonly string[] = phrases.map(({ text }) => foldText(text)),
): PhraseFinder<T> {
  const match = buildPhraseMatcher(phrases.map((phrase, at) => [folded[at] ?? "", phrase] as const));
  return { find: (text) => findPhrases(text, match) };
}

/** Names and topics are looked for in the same texts. */
const wordsIn = remember(splitWords);

function findPhrases<T>(text: string, match: PhraseMatcher<Phrase<T>>): PhraseHit<T>[] {
  const words = wordsIn(text);
  return match(words.map(({ folded }) => folded)).flatMap((found) => {
    const start = words[found.start]?.start ?? 0;
    const end = words[found.end - 1]?.end ?? 0;
    const isLong = found.end - found.start > 1;
    const meant = found.values.filter((phrase) => isLong || isMeant(phrase.text, text.slice(start, end)));
    return [...new Set(meant.map(({ value }) => value))].map((value) => ({ value, start, end }));
  });
}

function isMeant(phrase: string, printed: string): boolean {
  const isDoubtful = printed.length === 1 || GRAMMAR.has(printed.toLowerCase());
  return !isDoubtful || phrase.trim() === printed;
}
