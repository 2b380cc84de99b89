import wrapAnsi from "wrap-ansi";

interface Wrapping {
  /** Columns of a line, with what stands before it; infinite to leave lines as they are. */
  readonly width: number;
  /** What stands before the first line. */
  readonly first?: string;
  /** What stands before the others. */
  readonly rest?: string;
}

/** Wraps text at spaces; a longer word, such as an address, keeps its line to itself. */
export function wrap(text: string, { width, first = "", rest = "" }: Wrapping): string {
  const room = width - Math.max(first.length, rest.length);
  const wrapped = Number.isFinite(room) ? wrapAnsi(text, Math.max(room, 1), { hard: false }) : text;
  return wrapped
    .split("\n")
    .map((line, at) => `${at === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}
