import stringWidth from "string-width";
import type { Block } from "./fit.ts";
import { shorten } from "./shorten.ts";

/** What a phone shows of a message without scrolling, and how wide its lines are. */
const SCREEN_LINES = 12;
const SCREEN_COLUMNS = 42;

/** Lengths that texts are cut to, in characters, until they fit; a text shorter than the last says too little. */
const LENGTHS = [640, 520, 440, 380, 320, 270, 220, 180, 150, 120];

/** The blocks as they go on the first screen. */
export interface FirstScreen {
  readonly blocks: readonly Block[];
  /** Whether something was left out. */
  readonly isCut: boolean;
}

/**
 * Cuts blocks to a phone's first screen: long texts are shortened, and where that is not enough the last blocks of a
 * card go. The parts of an answer to several questions all stay, because each was asked for.
 */
export function fitFirstScreen(
  blocks: readonly Block[],
  { mayDrop }: { readonly mayDrop: boolean },
): FirstScreen {
  if (linesOf(blocks) <= SCREEN_LINES) return { blocks, isCut: false };
  const kept = mayDrop ? blocks.slice(0, countThatFits(blocks)) : blocks;
  const cuts = LENGTHS.map((length) => kept.map((block) => cut(block, length)));
  const fitting = cuts.find((some) => linesOf(some) <= SCREEN_LINES) ?? cuts.at(-1) ?? kept;
  const isShort = fitting.some(({ texts }, at) => texts.join() !== blocks[at]?.texts.join());
  return { blocks: fitting, isCut: isShort || fitting.length < blocks.length };
}

/** How many of the first blocks fit when cut shortest; a title alone says nothing. */
function countThatFits(blocks: readonly Block[]): number {
  const shortest = blocks.map((block) => cut(block, LENGTHS.at(-1) ?? 0));
  const least = 1 + blocks.findIndex(({ texts }) => texts.length > 0);
  const counts = blocks.map((_, at) => at + 1).filter((count) => count >= least);
  return counts.findLast((count) => linesOf(shortest.slice(0, count)) <= SCREEN_LINES) ?? least;
}

const cut = (block: Block, length: number): Block => ({
  ...block,
  texts: block.texts.map((text) => shorten(text, length)),
});

/** Lines that blocks take on a phone. */
export function linesOf(blocks: readonly Block[]): number {
  return blocks
    .map(({ before, texts, after }) => `${before}${texts.join("\n")}${after}`)
    .flatMap((text) => text.split("\n"))
    .reduce((sum, line) => sum + screenLines(line), 0);
}

/** What a reader does not see: marks, and the address behind a label. */
const UNSEEN = /^(?:#{1,3}|-#) |\]\(<[^>]*>\)|\*\*|[[\]`\\]/g;

/** Lines that one line is wrapped to, at words. */
function screenLines(line: string): number {
  const columns = line.startsWith("-# ") ? Math.floor(SCREEN_COLUMNS * SMALL_PRINT) : SCREEN_COLUMNS;
  let lines = 1;
  let used = 0;
  for (const word of line.replaceAll(UNSEEN, "").split(" ")) {
    const width = stringWidth(word);
    if (used > 0 && used + 1 + width > columns) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + width;
  }
  return lines;
}

/** Small print has so many times the characters in a line. */
const SMALL_PRINT = 1.2;
