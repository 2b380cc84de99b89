import { franc } from "franc-min";
import { isTalk } from "./everyday-words.ts";
import type { ReadingTools } from "./reading-tools.ts";
import { tokenize } from "./tokenize.ts";

/** Below this share of English words a message is not taken for English without a second witness. */
const ENGLISH_SHARE = 0.45;

/**
 * The language of a message that is not in English, as an ISO 639-3 code; `undefined` for English. Two witnesses
 * must agree, since short chat fools each of them: few of the words are English, and their letters look foreign
 * to franc (https://github.com/wooorm/franc).
 */
export function foreignLanguage(text: string, tools: ReadingTools): string | undefined {
  if (englishShare(text, tools) >= ENGLISH_SHARE) return undefined;
  const language = franc(text, { minLength: 3 });
  return language === "eng" ? undefined : language;
}

/** Rarer words are as often foreign as English. */
const ENGLISH_RARITY = 0.75;

/** A misspelling of an English word has at least this many letters; shorter ones are near words of any language. */
const MISSPELLED_LENGTH = 6;

// The share of a text's words, names left out, that are English; 1 for a text of names alone.
function englishShare(text: string, tools: ReadingTools): number {
  const names = tools.entities.find(text);
  const words = tokenize(text).filter(
    ({ word, start, end }) =>
      /^\p{L}/u.test(word) && !names.some((name) => start < name.end && end > name.start),
  );
  const english = words.filter(({ word }) => isEnglish(word, tools));
  return words.length === 0 ? 1 : english.length / words.length;
}

function isEnglish(word: string, { documentWords, glossaryWords, lexicon, spelling }: ReadingTools): boolean {
  if (isTalk(word) || documentWords.has(word) || glossaryWords.has(word.replace(/s$/, ""))) return true;
  if (lexicon.has(word)) return lexicon.rarity(word) < ENGLISH_RARITY;
  return (
    word.length >= MISSPELLED_LENGTH && /^[a-z]+$/.test(word) && spelling.correctOnce(word) !== undefined
  );
}
