/** A sentence ends here, unless an abbreviation or an initial stands before the stop. */
const END = /(?<![.!?…])[.!?…]+["'”’)\]*_]*\s+(?=["'“‘([*_`]*[\p{Lu}\p{N}])/gu;

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|sr|jr|mr|mrs|ms|dr|st|inc|ltd|co|corp|dept|fig|[a-z]\.[a-z]|\p{L})\.$/iu;

/** The longest abbreviation with what stands before it. */
const ABBREVIATION_LENGTH = 10;

/** The sentences of a paragraph, each as printed, without the space between them. */
export function splitSentences(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  let read = 0;
  let marks = NO_MARKS;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    marks = countMarks(text.slice(read, end), marks);
    read = end;
    const last = text.slice(Math.max(start, end - match[0].length - ABBREVIATION_LENGTH), end).trim();
    if (ABBREVIATION.test(last) || !isBalanced(marks)) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
    marks = NO_MARKS;
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
  const words = text.replaceAll(/\s+/g, " ").trim();
  const pieces: string[] = [];
  let start = 0;
  while (words.length - start > limit) {
    const space = words.lastIndexOf(" ", start + limit);
    const end = space > start ? space : wholeCharacters(words, start + limit);
    pieces.push(words.slice(start, end));
    start = space > start ? end + 1 : end;
  }
  return [...pieces, words.slice(start)];
}

/** An offset that is not between the halves of a surrogate pair. */
function wholeCharacters(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

/** How many brackets and bold marks a sentence has so far. */
interface Marks {
  readonly opened: number;
  readonly closed: number;
  readonly bold: number;
}

const NO_MARKS: Marks = { opened: 0, closed: 0, bold: 0 };

function countMarks(piece: string, before: Marks): Marks {
  if (!/[()*]/.test(piece)) return before;
  const { opened, closed, bold } = before;
  const count = (mark: string): number => piece.split(mark).length - 1;
  return { opened: opened + count("("), closed: closed + count(")"), bold: bold + count("**") };
}

/** A stop within brackets or bold print does not end the sentence. */
function isBalanced({ opened, closed, bold }: Marks): boolean {
  return opened <= closed && bold % 2 === 0;
}
