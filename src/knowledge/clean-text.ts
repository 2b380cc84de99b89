import type { Report } from "./problems.ts";
import { shapeTrouble, type Trouble } from "./shape-limits.ts";

/** A document of 50 000 words has about 300 000 characters; beyond this a file is something else. */
const DOCUMENT_MAX_LENGTH = 400_000;

/**
 * Text as the Markdown reader can take it in bounded time: without byte order mark, lines ended by `\n`.
 * Reports what no author means to write, and returns `undefined` then.
 */
export function cleanText(
  raw: string,
  report: Report,
  maxLength: number = DOCUMENT_MAX_LENGTH,
): string | undefined {
  const text = raw.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const trouble = sizeTrouble(text, maxLength) ?? characterTrouble(text) ?? shapeTrouble(text);
  if (trouble === undefined) return text;
  report(trouble.line, trouble.message);
  return undefined;
}

function sizeTrouble(text: string, maxLength: number): Trouble | undefined {
  if (text.length <= maxLength) return undefined;
  const message = `the file has ${text.length} characters, more than ${maxLength}; divide it into several files`;
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
