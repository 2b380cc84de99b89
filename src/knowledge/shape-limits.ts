/** What makes a text unfit to be read, and the line where it shows. */
export interface Trouble {
  readonly line: number;
  readonly message: string;
}

/** Reading time grows with the square of the first ones, and takes seconds and much memory beyond the last two; real documents stay far below. */
const LIMITS = {
  /** Quotes and lists within each other. */
  depth: 12,
  /** Columns before the first word of a line. */
  indentation: 100,
  /** Quotes and list items of a file. */
  containers: 6000,
  /** Runs of emphasis marks, and opening brackets, of lines that no blank line divides. */
  marks: 1000,
  brackets: 4000,
  /** Bars of table rows, and texts that blank lines divide, of a file. */
  bars: 60_000,
  blocks: 20_000,
} as const;

const MESSAGES: Readonly<Record<keyof typeof LIMITS, string>> = {
  depth: `the quote or list is nested deeper than ${LIMITS.depth} levels; make it flatter`,
  indentation: `the line is indented by more than ${LIMITS.indentation} columns; indent it less`,
  containers: `the file has more than ${LIMITS.containers} quotes and list items; divide it into several files`,
  marks: "too many marks of emphasis without a blank line between; divide the text by blank lines",
  brackets: "too many brackets without a blank line between; divide the text by blank lines",
  bars: `the tables of the file have more than ${LIMITS.bars} bars; divide it into several files`,
  blocks: `the file has more than ${LIMITS.blocks} paragraphs; divide it into several files`,
};

/** The first place where a text's shape would take a Markdown reader unbounded time, or `undefined`. */
export function shapeTrouble(text: string): Trouble | undefined {
  let sums = { containers: 0, marks: 0, brackets: 0, quotes: 0, bars: 0, blocks: 0, goesOn: false };
  for (const [index, line] of text.split("\n").entries()) {
    const prefix = containerPrefix(line);
    const quotes = count(prefix, />/g);
    const items = count(prefix, /[-*+.)]/g);
    const goesOn = line.trim() !== "";
    sums = {
      containers: sums.containers + items + Math.max(quotes - sums.quotes, 0),
      marks: goesOn ? sums.marks + count(line, /[*_~]+/g) : 0,
      brackets: goesOn ? sums.brackets + count(line, /\[/g) : 0,
      quotes,
      bars: sums.bars + count(line, /\|/g),
      blocks: sums.blocks + (goesOn && !sums.goesOn ? 1 : 0),
      goesOn,
    };
    const sizes = { ...sums, depth: quotes + items, indentation: goesOn ? count(prefix, /[ \t]/g) : 0 };
    const exceeded = LIMIT_NAMES.find((name) => sizes[name] > LIMITS[name]);
    if (exceeded !== undefined) return { line: index + 1, message: MESSAGES[exceeded] };
  }
  return undefined;
}

const LIMIT_NAMES = ["depth", "indentation", "containers", "marks", "brackets", "bars", "blocks"] as const;

/** The indentation, quote marks and list markers that a line starts with; empty for a line of dashes or stars. */
function containerPrefix(line: string): string {
  if (/^\s*([-*_])(?:\s*\1){2,}\s*$/.test(line)) return "";
  return /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))*/.exec(line)?.[0] ?? "";
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
