import { shortenLine } from "../render/shorten.ts";

/** A line leaves room for what it says of a title. */
const LONGEST = 100;

/** A title, a heading or the name of a file within a line: every character as it is, none of them formats anything. */
export const asWritten = (name: string): string =>
  shortenLine(name, LONGEST).replaceAll(/[!-/:-@[-`{-~]/g, "\\$&");
