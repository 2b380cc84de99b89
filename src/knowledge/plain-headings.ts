import type { Heading, RootContent } from "mdast";
import { plainText } from "./markdown.ts";

/** Short lines of plain text are headings up to this many characters. */
const HEADING_LENGTH = 60;
/** So many short lines in a row are a title and headings; more are a list or an address. */
const MOST_IN_A_ROW = 3;

/**
 * The blocks of a plain text that stand for headings, with their depth: short lines of their own with text below.
 * None where the text has headings that are marked as such.
 */
export function plainHeadingDepths(
  blocks: readonly RootContent[],
): ReadonlyMap<RootContent, Heading["depth"]> {
  const depths = new Map<RootContent, Heading["depth"]>();
  if (blocks.filter(({ type }) => type === "heading").length > 1) return depths;
  const isShort = blocks.map(isShortLine);
  const hasTitle = blocks.some((node) => node.type === "heading" && node.depth === 1);
  let start = 0;
  for (const at of blocks.keys()) {
    if (isShort[at] !== true) start = at + 1;
    else if (isShort[at + 1] !== true) markRow(blocks.slice(start, at + 1), { next: blocks[at + 1], depths });
  }
  const [first] = blocks;
  if (first && depths.has(first) && !hasTitle) depths.set(first, 1);
  return depths;
}

interface Following {
  readonly next: RootContent | undefined;
  readonly depths: Map<RootContent, Heading["depth"]>;
}

function markRow(row: readonly RootContent[], { next, depths }: Following): void {
  const isFollowed = next !== undefined && next.type !== "heading";
  if (!isFollowed || row.length > MOST_IN_A_ROW) return;
  for (const node of row) depths.set(node, isCapitals(plainText(node)) ? 2 : 3);
}

function isShortLine(node: RootContent): boolean {
  const line = node.type === "list" && node.children.length === 1 ? node.children[0]?.children : [node];
  const [only, ...others] = line ?? [];
  if (only?.type !== "paragraph" || others.length > 0 || hasLineEnd(only)) return false;
  const text = plainText(only);
  return text.length <= HEADING_LENGTH && /^[\p{Lu}\p{N}¿"“]/u.test(text) && !/[.,;:!…]$/.test(text);
}

const hasLineEnd = (node: RootContent): boolean =>
  (node.position?.end.line ?? 0) > (node.position?.start.line ?? 0);

const isCapitals = (text: string): boolean => /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
