import type { Heading, Root, RootContent } from "mdast";
import { lineOf, plainText } from "./markdown.ts";
import { INTRODUCTION } from "./section-link.ts";

/** The blocks under one heading, up to the next heading of the same split. */
export interface Part {
  readonly heading: string;
  /** 1 to 6, or 0 for the text before the first heading. */
  readonly depth: number;
  readonly line: number;
  /** The headings above it, the nearest first. */
  readonly parents: readonly string[];
  readonly blocks: readonly RootContent[];
}

/** The text of the first `#` heading, which titles a document whose front matter does not. */
export function titleIn(root: Root): string | undefined {
  const heading = root.children.find((node) => node.type === "heading" && node.depth === 1);
  return heading === undefined ? undefined : plainText(heading) || undefined;
}

/**
 * Divides a document at its headings: those for which `isBreak` holds start a part. Text before the first is the
 * introduction, left out when it is empty. A single `#` heading titles the document and starts no part.
 */
export function divide(
  blocks: readonly RootContent[],
  isBreak: (heading: Heading) => boolean,
): readonly Part[] {
  const introduction: OpenPart = { heading: INTRODUCTION, depth: 0, line: 1, parents: [], blocks: [] };
  const parts: OpenPart[] = [];
  const above: OpenPart[] = [];
  for (const block of blocks) {
    if (block.type === "heading" && isBreak(block)) {
      while ((above.at(-1)?.depth ?? 0) >= block.depth) above.pop();
      const parents = above.map((part) => part.heading).toReversed();
      const part = {
        heading: plainText(block),
        depth: block.depth,
        line: lineOf(block),
        parents,
        blocks: [],
      };
      parts.push(part);
      above.push(part);
    } else {
      (parts.at(-1) ?? introduction).blocks.push(block);
    }
  }
  return introduction.blocks.some(isText) ? [introduction, ...parts] : parts;
}

interface OpenPart extends Part {
  readonly blocks: RootContent[];
}

/** The document's blocks without its title, front matter, HTML and link definitions. */
export function textBlocks(root: Root): readonly RootContent[] {
  const titles = root.children.filter((node) => node.type === "heading" && node.depth === 1);
  return root.children.filter((node) => isText(node) && !(titles.length === 1 && node === titles[0]));
}

function isText(node: RootContent): boolean {
  return !["yaml", "html", "definition", "footnoteDefinition", "thematicBreak"].includes(node.type);
}
