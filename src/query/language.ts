import { franc } from "franc-min";
import { isTalk } from "./everyday-words.ts";
import type { ReadingTools } from "./reading-tools.ts";
import { tokenize, type Token } from "./tokenize.ts";

/** Those that members of English servers write most; franc mistakes short texts for rarer ones. ISO 639-3. */
const LANGUAGES =
  "eng spa fra deu por ita nld pol tur rus ukr hin ind vie swe ron ces hun ell arb urd ben jpn cmn kor tha".split(
    " ",
  );

/** Characters from which on franc's word for the language is good enough to answer in it; below, the code is `und`. */
const SURE_LENGTH = 40;

/** Below this share of English words a message is not taken for English without a second witness. */
const ENGLISH_SHARE = 0.45;

/** A message is in the language that it begins in. */
const MOST_WORDS = 80;

/**
 * The language of a message that is not in English, as an ISO 639-3 code; `undefined` for English. Two witnesses
 * must agree, since short chat fools each of them: few of the words are English, and their letters look foreign
 * to franc (https://github.com/wooorm/franc).
 */
export function foreignLanguage(text: string, tools: ReadingTools): string | undefined {
  const written = tokenize(text)
    .filter(({ word }) => /^\p{L}/u.test(word))
    .slice(0, MOST_WORDS);
  // Most messages: looking for names takes longer than looking up words.
  if (written.every(({ word }) => isEnglish(word, tools))) return undefined;
  const words = withoutNames(written, text.slice(0, written.at(-1)?.end), tools);
  const most = words.length * (1 - ENGLISH_SHARE);
  const strange = words.filter(({ word }) => !isEnglish(word, tools));
  if (!hasMore(most, strange, ({ word }) => !isMisspelled(word, tools))) return undefined;
  const said = words.map(({ raw }) => raw).join(" ");
  const language = franc(said, { minLength: 3, only: LANGUAGES });
  if (language === "eng") return undefined;
  if (isLatin(said)) return said.length < SURE_LENGTH ? "und" : language;
  return franc(said.replace(/\p{Script=Latin}/gu, ""), { minLength: 1, only: LANGUAGES });
}

// Names are the same in every language.
function withoutNames(words: readonly Token[], text: string, { entities }: ReadingTools): Token[] {
  const names = entities.find(text);
  return words.filter(({ start, end }) => !names.some((name) => start < name.end && end > name.start));
}

/** Rarer words are as often foreign as English. */
const ENGLISH_RARITY = 0.75;

/** A misspelling of an English word has at least this many letters; shorter ones are near words of any language. */
const MISSPELLED_LENGTH = 6;

// Counts no further than it must.
function hasMore(most: number, words: readonly Token[], isCounted: (word: Token) => boolean): boolean {
  let count = 0;
  for (const [at, word] of words.entries()) {
    if (count > most || count + words.length - at <= most) break;
    if (isCounted(word)) count += 1;
  }
  return count > most;
}

function isEnglish(word: string, { documentWords, glossaryWords, lexicon }: ReadingTools): boolean {
  if (isTalk(word) || documentWords.has(word) || glossaryWords.has(word.replace(/s$/, ""))) return true;
  return lexicon.has(word) && lexicon.rarity(word) < ENGLISH_RARITY;
}

// Asked last: looking for a near word costs more than all the rest.
function isMisspelled(word: string, { lexicon, spelling }: ReadingTools): boolean {
  return (
    word.length >= MISSPELLED_LENGTH &&
    /^[a-z]+$/.test(word) &&
    !lexicon.has(word) &&
    spelling.isOneSlip(word)
  );
}

// Other scripts give the language away in one word.
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\P{L}]*$/u.test(text);
