import { rulesExtended, SimpleMarkdown } from "discord-markdown-parser";
import { list, type ListNode } from "./discord-list.ts";
import { element, escapeHtml } from "./html.ts";

/** What the parser makes of a text; which fields there are depends on the type. */
export interface MarkdownNode {
  readonly type: string;
  readonly content?: string | readonly MarkdownNode[];
  readonly target?: string;
  readonly level?: number;
  readonly id?: string;
  readonly name?: string;
  readonly fullName?: string;
  readonly timestamp?: string;
}

const parse = SimpleMarkdown.parserFor({ ...rulesExtended, list });

/** Discord's Markdown as the elements that show it. */
export function renderMarkdown(markdown: string): string {
  return renderNodes(parse(markdown, { inline: true }));
}

/** After these Discord starts a new line by itself. */
const BLOCKS: ReadonlySet<string> = new Set(["heading", "subtext", "codeBlock", "blockQuote", "list"]);

function renderNodes(nodes: readonly MarkdownNode[]): string {
  const isSwallowed = (node: MarkdownNode, index: number): boolean =>
    node.type === "br" && BLOCKS.has(nodes[index - 1]?.type ?? "");
  return nodes.map((node, index) => (isSwallowed(node, index) ? "" : renderNode(node))).join("");
}

function renderNode(node: MarkdownNode | ListNode): string {
  if (isList(node)) return renderList(node);
  const render = RENDERERS[node.type];
  if (render === undefined) throw new Error(`The preview cannot show Markdown of the type "${node.type}".`);
  return render(node);
}

function isList(node: MarkdownNode | ListNode): node is ListNode {
  return node.type === "list";
}

function inside({ content = "" }: MarkdownNode): string {
  return typeof content === "string" ? escapeHtml(content) : renderNodes(content);
}

const link = (node: MarkdownNode): string =>
  element("discord-link", { href: node.target, target: "_blank", rel: "noreferrer" }, inside(node));
const mention =
  (type: string, name: (node: MarkdownNode) => string) =>
  (node: MarkdownNode): string =>
    element("discord-mention", { type }, escapeHtml(name(node)));

const RENDERERS: Readonly<Record<string, (node: MarkdownNode) => string>> = {
  text: inside,
  emoticon: inside,
  br: () => "<br>",
  newline: () => "<br>",
  strong: (node) => element("discord-bold", {}, inside(node)),
  em: (node) => element("discord-italic", {}, inside(node)),
  underline: (node) => element("discord-underlined", {}, inside(node)),
  strikethrough: (node) => element("s", {}, inside(node)),
  spoiler: (node) => element("discord-spoiler", {}, inside(node)),
  inlineCode: (node) => element("discord-code", {}, inside(node)),
  codeBlock: (node) => element("discord-code", { multiline: true }, inside(node)),
  blockQuote: (node) => element("discord-quote", {}, inside(node)),
  heading: (node) => element("discord-header", { level: String(node.level ?? 3) }, inside(node)),
  subtext: (node) => element("discord-subscript", {}, inside(node)),
  link,
  url: link,
  autolink: link,
  user: mention("user", () => "ada"),
  role: mention("role", () => "role"),
  everyone: mention("user", () => "everyone"),
  here: mention("user", () => "here"),
  channel: mention("channel", () => "career-questions"),
  slashCommand: mention("slash", ({ fullName, name }) => fullName ?? name ?? "command"),
  guildNavigation: mention("channel", ({ id }) => id ?? "guide"),
  timestamp: ({ timestamp }) =>
    element("discord-time", {}, new Date(Number(timestamp) * 1000).toUTCString().slice(0, 22)),
  twemoji: ({ name = "" }) => escapeHtml(name),
  emoji: ({ name = "emoji" }) => escapeHtml(`:${name}:`),
};

function renderList({ isOrdered, start, items }: ListNode): string {
  const children = items.map((item) => element("discord-list-item", {}, renderNodes(item)));
  return isOrdered
    ? element("discord-ordered-list", { start: String(start) }, ...children)
    : element("discord-unordered-list", {}, ...children);
}
