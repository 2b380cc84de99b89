import type { Trouble } from "./shape-limits.ts";

/** What no article has; reading it would take longer than a member waits. */
const MOST_LINES = 40_000;
/** Characters without a blank line between. */
const MOST_TOGETHER = 100_000;
/** Lines without a blank line between. */
const MOST_LINES_TOGETHER = 1000;
/** Marks of code, HTML, tables, references and addresses without a blank line between, and in the whole file. */
const MOST_MARKS = 3000;
const MOST_MARKS_IN_FILE = 20_000;

const MARKS = /[<>&`\\|@\]~$]|:\/\/|www\./gi;

/** The first place where an uploaded text is too much for a Markdown reader, or `undefined`. */
export function uploadTrouble(text: string): Trouble | undefined {
  let total = 0;
  let run = NO_RUN;
  for (const [index, line] of text.split("\n", MOST_LINES + 1).entries()) {
    if (index === MOST_LINES) {
      const message = `the file has more than ${MOST_LINES} lines; divide it into several files`;
      return { line: index + 1, message };
    }
    const marks = line.match(MARKS)?.length ?? 0;
    total += marks;
    run =
      line.trim() === ""
        ? NO_RUN
        : { lines: run.lines + 1, length: run.length + line.length, marks: run.marks + marks };
    const message = troubleOf(run, total);
    if (message !== undefined) return { line: index + 1, message };
  }
  return undefined;
}

/** What stands without a blank line between. */
interface Run {
  readonly lines: number;
  readonly length: number;
  readonly marks: number;
}

const NO_RUN: Run = { lines: 0, length: 0, marks: 0 };

function troubleOf({ lines, length, marks }: Run, total: number): string | undefined {
  if (length > MOST_TOGETHER) {
    return `more than ${MOST_TOGETHER} characters without a blank line between; divide the text by blank lines`;
  }
  if (lines > MOST_LINES_TOGETHER) {
    return `more than ${MOST_LINES_TOGETHER} lines without a blank line between; divide the text by blank lines`;
  }
  if (marks > MOST_MARKS) {
    return "too many marks of code, HTML, tables or links without a blank line between; divide the text by blank lines";
  }
  return total > MOST_MARKS_IN_FILE
    ? "the file has too many marks of code, HTML, tables or links; divide it into several files"
    : undefined;
}
