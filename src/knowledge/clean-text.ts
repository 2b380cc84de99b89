import type { Report } from "./problems.ts";

/** A document of 20 000 words has about 130 000 characters; beyond this a file is something else. */
export const DOCUMENT_MAX_LENGTH = 300_000;

/** Markdown readers recurse into quotes and lists, so that hostile depths exhaust the stack. */
const MAX_NESTING = 12;
const MAX_INDENTATION = 100;

/** Emphasis marks and brackets of one paragraph are paired in quadratic time. */
const MAX_EMPHASIS_MARKS = 2000;
const MAX_BRACKETS = 4000;

/**
 * Text as the Markdown reader can take it in bounded time: without byte order mark, lines ended by `\n`.
 * Reports what no author means to write, and returns `undefined` then.
 */
export function cleanText(raw: string, report: Report): string | undefined {
  const text = raw.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const trouble = sizeTrouble(text) ?? characterTrouble(text) ?? shapeTrouble(text);
  if (trouble === undefined) return text;
  report(trouble.line, trouble.message);
  return undefined;
}

interface Trouble {
  readonly line: number;
  readonly message: string;
}

function sizeTrouble(text: string): Trouble | undefined {
  if (text.length <= DOCUMENT_MAX_LENGTH) return undefined;
  const message = `the file has ${text.length} characters, more than ${DOCUMENT_MAX_LENGTH}; divide it into several files`;
  return { line: 1, message };
}

function characterTrouble(text: string): Trouble | undefined {
  const match = /\0|\p{Surrogate}/u.exec(text);
  if (match === null) return undefined;
  const name = match[0] === "\0" ? "a NUL character" : "half of a surrogate pair";
  return {
    line: text.slice(0, match.index).split("\n").length,
    message: `the text holds ${name}; save the file as UTF-8 text without it`,
  };
}

function shapeTrouble(text: string): Trouble | undefined {
  let marks = 0;
  let brackets = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const blank = line.trim() === "";
    marks = blank ? 0 : marks + count(line, /[*_~]+/g);
    brackets = blank ? 0 : brackets + count(line, /\[/g);
    if (isTooDeep(line)) {
      return {
        line: index + 1,
        message: `the quote or list is nested deeper than ${MAX_NESTING} levels; make it flatter`,
      };
    }
    if (marks > MAX_EMPHASIS_MARKS || brackets > MAX_BRACKETS) {
      return {
        line: index + 1,
        message: "too many marks of emphasis or brackets in one block; divide it by blank lines",
      };
    }
  }
  return undefined;
}

function isTooDeep(line: string): boolean {
  const prefix = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))*/.exec(line)?.[0] ?? "";
  const isBlank = prefix.length === line.length && prefix.trim() === "";
  if (isBlank) return false;
  return count(prefix, />|[-*+.)]/g) > MAX_NESTING || count(prefix, /[ \t]/g) > MAX_INDENTATION;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
