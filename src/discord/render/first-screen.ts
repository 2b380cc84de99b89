import stringWidth from "string-width";
import type { Block } from "./fit.ts";
import { shorten } from "./shorten.ts";

/** Lines of an answer's words that a phone shows above its sources and buttons, and the characters of a line. */
const SCREEN_LINES = 12;
const SCREEN_COLUMNS = 38;

/** Lengths that texts are cut to, in characters, until they fit; less than the last says too little. */
const LENGTHS = [480, 440, 400, 360, 330, 300, 270, 240, 210, 190];
const LEAST = 170;

/** The blocks as they go on the first screen. */
export interface FirstScreen {
  readonly blocks: readonly Block[];
  /** Whether something was left out. */
  readonly isCut: boolean;
}

/**
 * Cuts a page to a phone's first screen. `shorter` are arrangements that say less, the fullest first: the first one is
 * taken that fits with its texts shortened, or else the last. Without any, the texts of the page itself are shortened.
 */
export function fitFirstScreen(
  whole: readonly Block[],
  shorter: readonly (readonly Block[])[] = [whole],
): FirstScreen {
  if (linesOf(whole) <= SCREEN_LINES) return { blocks: whole, isCut: false };
  const chosen =
    shorter.find((blocks) => linesOf(cutTo(LEAST, blocks)) <= SCREEN_LINES) ?? shorter.at(-1) ?? whole;
  const cuts = LENGTHS.map((length) => cutTo(length, chosen));
  const blocks = cuts.find((some) => linesOf(some) <= SCREEN_LINES) ?? cutTo(LEAST, chosen);
  return { blocks, isCut: textOf(blocks) !== textOf(whole) };
}

const textOf = (blocks: readonly Block[]): string => blocks.flatMap(({ texts }) => texts).join("\n");

const cutTo = (length: number, blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => cut(block, length));

const cut = (block: Block, length: number): Block => ({
  ...block,
  texts: block.texts.map((text) => shorten(text, length)),
});

/** Lines that the words of blocks take on a phone; small print is not counted. */
export function linesOf(blocks: readonly Block[]): number {
  return blocks
    .map(({ before, texts, after }) => `${before}${texts.join("\n")}${after}`)
    .flatMap((text) => text.split("\n"))
    .filter((line) => !line.startsWith("-# "))
    .reduce((sum, line) => sum + screenLines(line), 0);
}

/** What a reader does not see: marks, and the address behind a label. */
const UNSEEN = /^#{1,3} |\]\(<[^>]*>\)|\*\*|[[\]`\\]/g;

/** Lines that one line is wrapped to, at words. */
function screenLines(line: string): number {
  let lines = 1;
  let used = 0;
  for (const word of line.replaceAll(UNSEEN, "").split(" ")) {
    const width = stringWidth(word);
    if (used > 0 && used + 1 + width > SCREEN_COLUMNS) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + width;
    // A word longer than a line, as in scripts without blanks, breaks anywhere.
    if (used > SCREEN_COLUMNS) {
      lines += Math.floor((used - 1) / SCREEN_COLUMNS);
      used = ((used - 1) % SCREEN_COLUMNS) + 1;
    }
  }
  return lines;
}
