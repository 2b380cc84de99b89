import { franc } from "franc-min";

/** Below this share of English words a message is not taken for English without a second witness. */
const ENGLISH_SHARE = 0.45;

/**
 * The language of a message that is not in English, as an ISO 639-3 code; `undefined` for English. Two witnesses
 * must agree, since short chat fools each of them: few of the words are English, and their letters look foreign
 * to franc (https://github.com/wooorm/franc).
 */
export function foreignLanguage(text: string, englishShare: number): string | undefined {
  if (englishShare >= ENGLISH_SHARE) return undefined;
  const language = franc(text, { minLength: 3 });
  return language === "eng" ? undefined : language;
}
