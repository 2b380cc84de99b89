import type { DestinationStream } from "pino";
import { prettyFactory } from "pino-pretty";

export interface LogLinesOptions {
  /** Whether levels are coloured. */
  readonly isColoured: boolean;
  readonly write: (line: string) => void;
}

/** Lines for somebody at a terminal in the place of JSON: local time, level, message and fields. */
export function createLogLines({ isColoured, write }: LogLinesOptions): DestinationStream {
  const prettify = prettyFactory({
    colorize: isColoured,
    singleLine: true,
    translateTime: "SYS:HH:MM:ss",
  });
  return { write: (line) => write(prettify(line)) };
}
