/** A word of a text that may be a name, and whether it stands where any word is capitalised. */
export interface CapitalWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** True at the start of a sentence or a quotation. */
  readonly isInitial: boolean;
}

const CAPITAL_WORD =
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}&/.+-]*\p{Lu})[\p{L}\p{N}](?:[\p{L}\p{N}+#]|[&/.'’-](?=[\p{L}\p{N}]))*/gu;

/** The words of a text with a capital letter; the pronoun I is none of them. */
export function capitalWords(text: string): readonly CapitalWord[] {
  return Array.from(text.matchAll(CAPITAL_WORD), (match) => ({
    text: match[0].replace(/['’]s$/, ""),
    start: match.index,
    end: match.index + match[0].length,
    isInitial: /(?:^|[.!?:;…"“‘*•–—]\s*|\s['"“‘])$/.test(text.slice(0, match.index)),
  })).filter((word) => !/^I(?:['’]\w+)?$/.test(word.text));
}

/** True for what no ordinary word looks like at the start of a sentence: DevOps, K8s, AWS, CI/CD. */
export function looksLikeName(word: string): boolean {
  const parts = word.split(/[-'’]/);
  return parts.some((part) => /^\P{Lu}+\p{Lu}|\p{Ll}\p{Lu}|\p{Lu}\p{Lu}|\p{L}\d|\d\p{L}/u.test(part));
}
