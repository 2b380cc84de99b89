/** Some lines of Markdown that mean the same wherever they stand: no list, quotation, code or HTML goes on across their ends. */
export interface TextBlock {
  readonly text: string;
  /** Offset of its first character in the whole text. */
  readonly start: number;
  /** Its first line, from 1. */
  readonly line: number;
}

const BLANK = /^[ \t]*$/;
const HEADING = /^#{1,6}(?:[ \t]|$)/;
const FENCE = /^[ \t>]*(`{3,}|~{3,})/;
/** HTML that goes on across blank lines up to its end: https://spec.commonmark.org/0.31.2/#html-blocks, 1 to 5. */
const LONG_HTML = /^ {0,3}<(?:!|\?|(?:script|pre|style|textarea)\b)/i;
/** A line that starts something of its own when a blank line stands before it. */
const FRESH = /^(?![-+*]|\d{1,9}[.)](?:[ \t]|$))[^\s<`~|=:[]/u;

/**
 * Divides Markdown where a block surely ends: before a line of words behind a blank line, and around headings. Nothing
 * is divided within code fences, nor anywhere behind HTML that goes on across blank lines.
 */
export function divideBlocks(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  const state: State = { fence: undefined, isBlank: true, isHeading: false, hasHtml: false, isOver: false };
  let start = 0;
  let startLine = 1;
  let offset = 0;
  for (const [index, line] of text.split("\n").entries()) {
    if (offset > start && startsBlock(line, state)) {
      blocks.push({ text: text.slice(start, offset), start, line: startLine });
      start = offset;
      startLine = index + 1;
      state.hasHtml = false;
    }
    note(line, state);
    offset += line.length + 1;
  }
  return [...blocks, { text: text.slice(start), start, line: startLine }];
}

interface State {
  /** The fence that the lines are in. */
  fence: string | undefined;
  /** The line before is blank, or a heading. */
  isBlank: boolean;
  isHeading: boolean;
  hasHtml: boolean;
  /** HTML that may go on to the end. */
  isOver: boolean;
}

function startsBlock(line: string, { fence, isBlank, isHeading, hasHtml, isOver }: State): boolean {
  if (fence !== undefined || isOver) return false;
  if (HEADING.test(line)) return isBlank || !hasHtml;
  return (isBlank || isHeading) && FRESH.test(line);
}

function note(line: string, state: State): void {
  const fence = FENCE.exec(line)?.[1];
  if (state.fence === undefined) state.fence = fence;
  else if (fence !== undefined && fence.startsWith(state.fence)) state.fence = undefined;
  if (LONG_HTML.test(line)) state.isOver = true;
  state.hasHtml ||= /^ {0,3}</.test(line);
  state.isBlank = BLANK.test(line);
  // HTML goes on across a line that looks like a heading.
  state.isHeading = state.fence === undefined && !state.hasHtml && HEADING.test(line);
}
