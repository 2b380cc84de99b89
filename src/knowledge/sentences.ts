/** A sentence ends here, unless an abbreviation or an initial stands before the stop. */
const END = /[.!?…]+["'”’)\]*_]*\s+(?=["'“‘([*_`]*[\p{Lu}\p{N}])/gu;

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|sr|jr|mr|mrs|ms|dr|st|inc|ltd|co|corp|dept|fig|[a-z]\.[a-z]|\p{L})\.$/iu;

/** The sentences of a paragraph, each as printed, without the space between them. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const sentence = text.slice(start, end).trim();
    if (ABBREVIATION.test(sentence) || !isBalanced(sentence)) continue;
    sentences.push(sentence);
    start = end;
  }
  return [...sentences, text.slice(start).trim()].filter((sentence) => sentence !== "");
}

/** Joins neighbours to pieces of at most `limit` characters; a single one that is longer stays whole. */
export function joinUpTo(
  texts: readonly string[],
  { limit, glue }: { limit: number; glue: string },
): readonly string[] {
  const pieces: string[] = [];
  for (const text of texts) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + glue.length + text.length <= limit) {
      pieces[pieces.length - 1] = last + glue + text;
    } else {
      pieces.push(text);
    }
  }
  return pieces;
}

/** A paragraph in pieces of at most `limit` characters: whole sentences, and words only where a sentence is longer. */
export function splitLong(text: string, limit: number): readonly string[] {
  const sentences = splitSentences(text).flatMap((sentence) =>
    sentence.length <= limit ? [sentence] : splitWordwise(sentence, limit),
  );
  return joinUpTo(sentences, { limit, glue: " " });
}

/** The start of a text up to `limit` characters, cut at a word, with an ellipsis when something is left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const [first = ""] = splitWordwise(text, limit - 1);
  return `${first.replace(/[\s,;:–—-]+$/, "")}…`;
}

function splitWordwise(text: string, limit: number): readonly string[] {
  const words = text.split(/\s+/).flatMap((word) => (word.length <= limit ? [word] : cut(word, limit)));
  return joinUpTo(words, { limit, glue: " " });
}

/** Never between the halves of a surrogate pair. */
function cut(word: string, limit: number): readonly string[] {
  return joinUpTo(Array.from(word), { limit, glue: "" });
}

/** A stop within brackets or bold print does not end the sentence. */
function isBalanced(sentence: string): boolean {
  const count = (mark: string): number => sentence.split(mark).length - 1;
  return count("(") <= count(")") && count("**") % 2 === 0;
}
