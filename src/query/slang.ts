import type { Glossary } from "../knowledge/glossary.ts";
import { isTalk } from "./everyday-words.ts";
import { wordsOf } from "./entities.ts";
import { tokenize } from "./tokenize.ts";

/**
 * Builds the rewriting of chat spellings into words ("wat r u" into "what are you"), so that questions are
 * recognised by their form. Only single words of the glossary's groups whose first member is no content word.
 */
export function buildSlang(glossary: Glossary): (text: string) => string {
  const written = new Map<string, string>();
  for (const [first, ...others] of glossary.wordGroups) {
    if (!wordsOf(first).every(isTalk)) continue;
    for (const other of others) {
      const words = wordsOf(other);
      if (words.length === 1) written.set(words[0] ?? "", first);
    }
  }
  return (text) => {
    let rewritten = "";
    let at = 0;
    for (const { word, start, end } of tokenize(text)) {
      const meant = written.get(word);
      if (meant === undefined) continue;
      rewritten += text.slice(at, start) + meant;
      at = end;
    }
    return rewritten + text.slice(at);
  };
}
