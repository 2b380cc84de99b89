import { shorten } from "./shorten.ts";

/** A block of a message: the words may be shortened, what stands around them may not. */
export interface Block {
  /** Title or heading, with its line end; empty when there is none. */
  readonly before: string;
  /** The sides of a comparison, each of which keeps something to say; elsewhere one text. */
  readonly texts: readonly string[];
  /** Citations, with the line end before them; empty when there are none. */
  readonly after: string;
}

/** Fewer characters than this of a text say nothing: then whole blocks at the end go instead. */
const MIN_TEXT_LENGTH = 120;

const BETWEEN_TEXTS = "\n";

/**
 * Blocks as texts of at most `maxLength` characters together. The longest texts are shortened first; citations stay
 * whole. `leftOut` counts the blocks at the end for which no room was left.
 */
export function fitBlocks(
  blocks: readonly Block[],
  maxLength: number,
): { readonly texts: readonly string[]; readonly leftOut: number } {
  const kept = blocks.slice(0, countThatFits(blocks, maxLength));
  const room = maxLength - sum(kept.map(fixedLength));
  const lengths = kept.flatMap(({ texts }) => texts.map((text) => text.length));
  const level = levelFor(lengths, room);
  return { texts: kept.map((block) => join(block, level)), leftOut: blocks.length - kept.length };
}

function countThatFits(blocks: readonly Block[], maxLength: number): number {
  let length = 0;
  const tooFar = blocks.findIndex((block) => {
    length += fixedLength(block) + sum(block.texts.map((text) => Math.min(text.length, MIN_TEXT_LENGTH)));
    return length > maxLength;
  });
  return tooFar === -1 ? blocks.length : tooFar;
}

function join({ before, texts, after }: Block, level: number): string {
  return before + texts.map((text) => shorten(text, level)).join(BETWEEN_TEXTS) + after;
}

function fixedLength({ before, texts, after }: Block): number {
  return before.length + Math.max(0, texts.length - 1) * BETWEEN_TEXTS.length + after.length;
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}

/** The greatest length to which texts can be cut so that all fit: the short ones leave their room to the long. */
function levelFor(lengths: readonly number[], room: number): number {
  let left = room;
  const ascending = lengths.toSorted((one, other) => one - other);
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Number.MAX_SAFE_INTEGER;
}
