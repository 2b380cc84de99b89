/** What tells a reader that text was left out. */
const ELLIPSIS = " …";

/** Pairs that a cut may leave open, and what closes them. */
const PAIRS = [
  { mark: "```", close: "\n```" },
  { mark: "**", close: "**" },
];

/**
 * Shortens escaped text to at most `maxLength` characters: after a sentence or line, else after a word, else after a
 * character as members see it. An address stays whole or goes; code blocks and bold words are closed.
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const room = maxLength - ELLIPSIS.length - roomToClose(text);
  const cut = wholeRows(text, cutIn(text, room));
  const kept = closePairs(withoutIntroduction(text.slice(0, cut).trimEnd()));
  if (kept === "") return ELLIPSIS.trim().slice(0, maxLength);
  // Behind an item it would read as if the item went on.
  return isItem(kept) ? `${kept}\n${ELLIPSIS.trim()}` : kept + ELLIPSIS;
}

const isItem = (text: string): boolean => ITEM.test(text.slice(text.lastIndexOf("\n") + 1));

/** Half an item of a list or half a row of a table could part a figure from what it means: it goes whole. */
function wholeRows(text: string, cut: number): number {
  const start = text.lastIndexOf("\n", cut - 1) + 1;
  const isWhole = cut >= text.length || text[cut] === "\n";
  const isRow = ITEM.test(text.slice(start)) || isOpen(text.slice(0, start), "```");
  return !isWhole && isRow && start > 0 ? start - 1 : cut;
}

const ITEM = /^ *(?:-|\d+\.) /u;

/** A last line that announces what was cut goes too. */
function withoutIntroduction(text: string): string {
  return text.replace(/\n[^\n]*:$/u, "").trimEnd();
}

/** Shortens one line of plain text, such as a label, after a word. */
export function shortenLine(line: string, maxLength: number): string {
  const text = line.replace(/\s+/g, " ").trim();
  if (text.length <= maxLength) return text;
  const room = maxLength - ELLIPSIS.length;
  return text.slice(0, wordEnd(text, room) ?? characterEnd(text, room)).trimEnd() + ELLIPSIS;
}

/** A sentence that would leave more of the room empty than this gives way to a word. */
const SENTENCE_MIN_SHARE = 1 / 3;

function cutIn(text: string, room: number): number {
  if (room <= 0) return 0;
  const sentence = sentenceEnd(text, room) ?? 0;
  if (sentence >= room * SENTENCE_MIN_SHARE) return sentence;
  return wordEnd(text, room) ?? addressStart(text, room) ?? characterEnd(text, room);
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** A sentence ends where a blank follows, so that the `?` of an address ends none. */
const ENDED = /[\s。！？]$/u;

function sentenceEnd(text: string, room: number): number | undefined {
  const sentences = segmentsAround(room, SENTENCES.segment(text)).filter(({ segment }) =>
    ENDED.test(segment),
  );
  return lastEnd(sentences, room);
}

function wordEnd(text: string, room: number): number | undefined {
  const end = text.slice(0, room + 1).search(/\s\S*$/u);
  return end > 0 ? end : undefined;
}

/** Where an address starts that reaches over the end of the room. */
function addressStart(text: string, room: number): number | undefined {
  const start = text.slice(0, room + 1).search(/<?https?:\/\/\S*$/u);
  return start >= 0 ? start : undefined;
}

function characterEnd(text: string, room: number): number {
  const end = lastEnd(segmentsAround(room, CHARACTERS.segment(text)), room) ?? 0;
  return text[end - 1] === "\\" ? end - 1 : end;
}

function segmentsAround(room: number, segments: Intl.Segments): Intl.SegmentData[] {
  const found: Intl.SegmentData[] = [];
  for (const segment of segments) {
    if (segment.index > room) break;
    found.push(segment);
  }
  return found;
}

/** End of the last segment that fits; its trailing blanks need no room. */
function lastEnd(segments: readonly Intl.SegmentData[], room: number): number | undefined {
  const ends = segments.map(({ index, segment }) => index + segment.trimEnd().length);
  return ends.findLast((end) => end > 0 && end <= room);
}

function roomToClose(text: string): number {
  return PAIRS.reduce((room, { mark, close }) => room + (text.includes(mark) ? close.length : 0), 0);
}

function closePairs(text: string): string {
  return PAIRS.reduce((closed, { mark, close }) => (isOpen(closed, mark) ? closed + close : closed), text);
}

function isOpen(text: string, mark: string): boolean {
  return text.split(mark).length % 2 === 0;
}
