import type { Heading, Nodes, Paragraph, Root, RootContent } from "mdast";
import { parseMarkdown } from "./markdown.ts";
import type { Report } from "./problems.ts";
import type { Trouble } from "./shape-limits.ts";
import { divideBlocks, type TextBlock } from "./text-blocks.ts";

/** Neighbouring blocks are read together up to this many characters: reading time grows faster than the text. */
const READ_TOGETHER = 4000;
/** The Markdown reader takes seconds for more characters of anything but words, in one piece and in all. */
const MOST_AT_ONCE = 40_000;
const MOST_IN_ALL = 400_000;
/** So many link definitions are looked up from everywhere. */
const MOST_DEFINITIONS = 200;

/**
 * Reads clean text as `parseMarkdown` does, in time that grows with its length: block by block, and blocks of words
 * alone without the Markdown reader. Reports text whose nesting exhausts the reader, and returns `undefined` then.
 */
export function parseLongMarkdown(text: string, report: Report): Root | undefined {
  const front = /^---\n[^]*?\n---(?:\n|$)/.exec(text)?.[0] ?? "";
  const blocks = divideBlocks(text.slice(front.length)).map((block) => ({
    text: block.text,
    start: block.start + front.length,
    line: block.line + front.split("\n").length - 1,
  }));
  const definitions = [...text.matchAll(/^ {0,3}\[[^\]\n]{1,100}\]:[^\n]{1,500}$/gm)]
    .slice(0, MOST_DEFINITIONS)
    .map(([line]) => line.trim());
  const pieces = [...(front === "" ? [] : [{ text: front, start: 0, line: 1 }]), ...joined(blocks)];
  const excess = findExcess(pieces);
  if (excess !== undefined) return refuse(excess, report);
  const children: RootContent[] = [];
  for (const piece of pieces) {
    const read = plainNode(piece) ?? parseBlock(piece, definitions, report);
    if (read === undefined) return undefined;
    children.push(...(Array.isArray(read) ? read : [read]));
  }
  return { type: "root", children };
}

/** Where there is more to read than words in bounded time. */
function findExcess(pieces: readonly TextBlock[]): Trouble | undefined {
  let sum = 0;
  for (const piece of pieces) {
    const length = plainNode(piece) === undefined ? piece.text.trim().length : 0;
    sum += length;
    if (length > MOST_AT_ONCE) return { line: piece.line, message: TOO_LONG };
    if (sum > MOST_IN_ALL) return { line: piece.line, message: TOO_MUCH };
  }
  return undefined;
}

const TOO_LONG = `a paragraph, list, table, quotation or code of more than ${MOST_AT_ONCE} characters starts here; divide it by headings`;
const TOO_MUCH = `the file has more than ${MOST_IN_ALL} characters in lists, tables, links and print other than plain words; divide it into several files`;

function refuse({ line, message }: Trouble, report: Report): undefined {
  report(line, message);
}

function joined(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const groups: TextBlock[] = [];
  let isOpen = false;
  for (const block of blocks) {
    const last = groups.at(-1);
    const isPlain = plainNode(block) !== undefined;
    if (last && isOpen && !isPlain && last.text.length + block.text.length <= READ_TOGETHER) {
      groups[groups.length - 1] = { ...last, text: last.text + block.text };
    } else {
      groups.push(block);
    }
    isOpen = !isPlain;
  }
  return groups;
}

/** Words, digits and punctuation that Markdown gives no meaning to. */
const PLAIN = /^[\p{L}“"'(¿¡][^*_[\]<>&`~|!\\@\t]*$/u;
const PLAIN_HEADING = /^(#{1,6}) ([\p{L}\p{N}][^*_[\]<>&`~|!\\@\t#]*)$/u;
/** Lines that are more than words: underlines of headings, lists, hard breaks, indents; and addresses. */
const MORE = /\n[^\p{L}“"'(]|[ ]{2}\n|:\/\/|www\./iu;

function plainNode({ text, start, line }: TextBlock): Paragraph | Heading | undefined {
  const words = text.trimEnd();
  const heading = words.includes("\n") ? null : PLAIN_HEADING.exec(words);
  const printed = heading?.[2] ?? words;
  if ((heading === null && !PLAIN.test(words)) || MORE.test(words)) return undefined;
  const lines = words.split("\n").length;
  const position = {
    start: { line, column: 1, offset: start },
    end: { line: line + lines - 1, column: 1, offset: start + words.length },
  };
  const inner = { ...position, start: { ...position.start, offset: start + words.length - printed.length } };
  const children = [{ type: "text" as const, value: printed.replaceAll(" \n", "\n"), position: inner }];
  const depth = DEPTHS.find((each) => each === heading?.[1]?.length);
  return depth === undefined
    ? { type: "paragraph", children, position }
    : { type: "heading", depth, children, position };
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

function parseBlock(
  block: TextBlock,
  definitions: readonly string[],
  report: Report,
): RootContent[] | undefined {
  const used = definitions.filter((line) => isUsed(line, block.text));
  if (block.text.trim() === "") return [];
  const text = used.length === 0 ? block.text.trimEnd() : `${block.text}\n\n${used.join("\n\n")}\n`;
  const root = parseMarkdown(text, (line, message) => report(line + block.line - 1, message))?.root;
  const own = root?.children.filter((node) => (node.position?.start.offset ?? 0) < block.text.length);
  for (const node of own ?? []) shift(node, block);
  return own;
}

function isUsed(definition: string, text: string): boolean {
  const label = definition.slice(0, definition.indexOf("]:") + 1);
  return text.toLowerCase().includes(label.toLowerCase()) && !text.includes(definition);
}

/** The positions of a block become those of the whole text, in place: the nodes are nobody else's. */
function shift(node: Nodes, block: TextBlock): void {
  if (node.position !== undefined) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += block.line - 1;
      point.offset = (point.offset ?? 0) + block.start;
    }
  }
  if ("children" in node) for (const child of node.children) shift(child, block);
}
