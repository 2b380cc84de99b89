import { styleText } from "node:util";

/** Where text is shown. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** How text is shown there. */
export interface Screen {
  /** Columns of a line; infinite where lines are not to be wrapped. */
  readonly width: number;
  /** Text as it stands out; unchanged where there is no colour. */
  paint(ink: Ink, text: string): string;
}

type Ink = "bold" | "dim" | "cyan";

/** A terminal that does not tell its width, and the least that can be read. */
const USUAL_WIDTH = 80;
const LEAST_WIDTH = 24;

/** Plain lines of any length, as for a file. */
export const PLAIN_SCREEN: Screen = { width: Infinity, paint: (_, text) => text };

/** The screen behind an output as it is now: wrapped and coloured on a terminal (`NO_COLOR` is heeded), plain elsewhere. */
export function screenOf(output: Output): Screen {
  if (output.isTTY !== true) return PLAIN_SCREEN;
  return {
    width: Math.max(output.columns || USUAL_WIDTH, LEAST_WIDTH),
    paint: (ink, text) => styleText(ink, text, { stream: output }),
  };
}
