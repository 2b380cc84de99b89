import type { Blockquote, Link, List, PhrasingContent, RootContent, Table, TableRow } from "mdast";
import { parseMarkdown } from "../knowledge/markdown.ts";
import { plain } from "./plain.ts";
import type { Screen } from "./screen.ts";
import { renderTable } from "./table.ts";
import { wrap } from "./wrap.ts";

/** Markdown of a reply (paragraphs, lists, pipe tables) as lines for a screen. */
export function renderMarkdown(markdown: string, screen: Screen): string {
  const text = plain(markdown);
  const { root } = parseMarkdown(text, () => {}) ?? {};
  return root === undefined ? wrap(text, screen) : renderBlocks(root.children, screen);
}

function renderBlocks(blocks: readonly RootContent[], screen: Screen): string {
  return blocks.reduce(
    (text, block, at) => text + gapAfter(blocks[at - 1], block) + renderBlock(block, screen),
    "",
  );
}

/** Blocks that stand on neighbouring lines, such as a list below its lead, stay together. */
function gapAfter(before: RootContent | undefined, block: RootContent): string {
  if (before === undefined) return "";
  const end = before.position?.end.line ?? 0;
  const start = block.position?.start.line ?? 0;
  return start - end > 1 ? "\n\n" : "\n";
}

function renderBlock(block: RootContent, screen: Screen): string {
  if (block.type === "paragraph") return wrap(inline(block.children, screen), screen);
  if (block.type === "heading") return wrap(screen.paint("bold", inline(block.children, screen)), screen);
  if (block.type === "list") return renderList(block, screen);
  if (block.type === "table") return renderTable(tableOf(block, screen), screen);
  if (block.type === "blockquote") return renderQuote(block, screen);
  return "value" in block ? block.value : "";
}

function renderQuote({ children }: Blockquote, screen: Screen): string {
  const mark = "> ";
  return indented(renderBlocks(children, narrowed(screen, mark)), { first: mark, rest: mark });
}

function renderList(list: List, screen: Screen): string {
  return list.children
    .map((item, at) => {
      const first = list.ordered === true ? `${(list.start ?? 1) + at}. ` : "- ";
      const rest = " ".repeat(first.length);
      return indented(renderBlocks(item.children, narrowed(screen, first)), { first, rest });
    })
    .join("\n");
}

function narrowed(screen: Screen, before: string): Screen {
  return { ...screen, width: screen.width - before.length };
}

function indented(text: string, { first, rest }: { readonly first: string; readonly rest: string }): string {
  return text
    .split("\n")
    .map((line, at) => ((at === 0 ? first : rest) + line).trimEnd())
    .join("\n");
}

function tableOf({ children }: Table, screen: Screen): { head: string[]; rows: string[][] } {
  const [head = [], ...rows] = children.map((row) => cellsOf(row, screen));
  return { head, rows };
}

function cellsOf(row: TableRow, screen: Screen): string[] {
  return row.children.map((cell) => inline(cell.children, screen));
}

function inline(nodes: readonly PhrasingContent[], screen: Screen): string {
  return nodes.map((node) => renderInline(node, screen)).join("");
}

function renderInline(node: PhrasingContent, screen: Screen): string {
  if (node.type === "strong") return screen.paint("bold", inline(node.children, screen));
  if (node.type === "link") return renderLink(node, screen);
  if (node.type === "image") return node.alt ?? "";
  if (node.type === "break") return "\n";
  if ("children" in node) return inline(node.children, screen);
  return "value" in node ? node.value : "";
}

/** An address that is its own label stands once. */
function renderLink({ children, url }: Link, screen: Screen): string {
  const label = inline(children, screen);
  return label === "" || url.endsWith(label) ? url : `${label} (${url})`;
}
