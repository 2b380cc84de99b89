/** How a piece of text is set. */
export interface Lettering {
  /** In pixels. */
  readonly size: number;
  readonly isBold?: boolean;
}

/** Advance widths of Inter in ems, the widest of each group: an estimate that is never too small. */
const WIDTHS: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[ilj'|.,:;!’]/u, 0.3],
  [/[ftrI()[\] \-/"]/u, 0.4],
  [/[mwMW@%–—…]/u, 0.92],
  [/[A-Z&+=<>~#_]/u, 0.74],
  [/[\d$€£¥₹]/u, 0.66],
  [/[a-z]/u, 0.61],
];
const WIDEST = 1;
const BOLD = 1.05;

const CHARACTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Pixels that a line takes at most. */
export function widthOf(text: string, { size, isBold = false }: Lettering): number {
  let ems = 0;
  for (const { segment } of CHARACTERS.segment(text)) {
    ems += WIDTHS.find(([characters]) => characters.test(segment))?.[1] ?? WIDEST;
  }
  return ems * size * (isBold ? BOLD : 1);
}

/** The room that a text may take. */
export interface Room {
  readonly width: number;
  readonly maxLines: number;
}

const ELLIPSIS = "…";

/** Breaks a text into lines after words; what does not fit ends in an ellipsis. */
export function wrap(text: string, lettering: Lettering, { width, maxLines }: Room): readonly string[] {
  const lines: string[] = [];
  let rest = text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
  while (rest !== "" && lines.length < maxLines) {
    const isLast = lines.length === maxLines - 1;
    const line = isLast ? cut(rest, lettering, width) : firstLine(rest, lettering, width);
    lines.push(line);
    rest = isLast ? "" : rest.slice(line.length).trim();
  }
  return lines;
}

function firstLine(text: string, lettering: Lettering, width: number): string {
  const fitting = fit(text, lettering, width);
  if (fitting === text) return text;
  const words = text.slice(0, fitting.length + 1).lastIndexOf(" ");
  return words > 0 ? text.slice(0, words) : fitting;
}

function cut(text: string, lettering: Lettering, width: number): string {
  if (widthOf(text, lettering) <= width) return text;
  return fit(text, lettering, width - widthOf(ELLIPSIS, lettering)).trimEnd() + ELLIPSIS;
}

/** The longest beginning that fits; never less than one character. */
function fit(text: string, lettering: Lettering, width: number): string {
  let end = 0;
  for (const { segment, index } of CHARACTERS.segment(text)) {
    const next = index + segment.length;
    if (end > 0 && widthOf(text.slice(0, next), lettering) > width) break;
    end = next;
  }
  return text.slice(0, end);
}
