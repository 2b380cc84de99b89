import type { Glossary } from "../knowledge/glossary.ts";
import { isTalk } from "./everyday-words.ts";
import { wordsOf } from "./entities.ts";
import { tokenize } from "./tokenize.ts";

/** A chat spelling, and the words it stands for. */
export type Spelled = readonly [spelling: string, written: string];

/** The single words of the glossary's groups whose first member is no content word. */
export function listSlang(glossary: Glossary): Spelled[] {
  return glossary.wordGroups
    .filter(([first]) => wordsOf(first).every(isTalk))
    .flatMap(([first, ...others]) =>
      others
        .map(wordsOf)
        .filter((words) => words.length === 1)
        .map(([word = ""]) => [word, first] as const),
    );
}

/**
 * Builds the rewriting of chat spellings into words ("wat r u" into "what are you"), so that questions are
 * recognised by their form. `spellings` is what `listSlang` gives for the glossary.
 */
export function buildSlang(spellings: readonly Spelled[]): (text: string) => string {
  const written = new Map(spellings);
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
