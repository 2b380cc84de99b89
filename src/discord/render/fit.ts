import { shorten } from "./shorten.ts";

/** A block of a message: the words may be shortened, what stands around them may not. */
export interface Block {
  /** Title or heading, with its line end; empty when there is none. */
  readonly before: string;
  readonly text: string;
  /** Citations, with the line end before them; empty when there are none. */
  readonly after: string;
}

/** Fewer characters than this of a text say nothing: then whole blocks at the end go instead. */
const MIN_TEXT_LENGTH = 60;

/**
 * Blocks as texts of at most `maxLength` characters together. The longest texts are shortened first; citations stay
 * whole. `leftOut` counts the blocks at the end for which no room was left.
 */
export function fitBlocks(
  blocks: readonly Block[],
  maxLength: number,
): { readonly texts: readonly string[]; readonly leftOut: number } {
  const kept = blocks.slice(0, countThatFits(blocks, maxLength));
  const room = maxLength - lengthOf(kept.flatMap(({ before, after }) => [before, after]));
  const level = levelFor(
    kept.map(({ text }) => text.length),
    room,
  );
  const texts = kept.map(({ before, text, after }) => before + shorten(text, level) + after);
  return { texts, leftOut: blocks.length - kept.length };
}

function countThatFits(blocks: readonly Block[], maxLength: number): number {
  let length = 0;
  const tooFar = blocks.findIndex(({ before, text, after }) => {
    length += before.length + Math.min(text.length, MIN_TEXT_LENGTH) + after.length;
    return length > maxLength;
  });
  return tooFar === -1 ? blocks.length : tooFar;
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
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
