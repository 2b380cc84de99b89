import type { List, Nodes, Paragraph, RootContent, Table } from "mdast";
import { answerText } from "./answer-text.ts";
import { saysWho } from "./defined-kinds.ts";
import { isExplained, readDefinition, readRemark, type DefinedTerm } from "./defined-terms.ts";
import type { Figure } from "./document.ts";
import { isUnseen, plainText } from "./markdown.ts";
import { joinUpTo, splitLong, splitSentences } from "./sentences.ts";

/** A derived answer is at most about this long: a short message. */
const PASSAGE_LENGTH = 500;

/** A list item of this length or more answers by itself. */
const LONG_ITEM = 160;

/** A piece of an article that answers by itself. */
export interface Passage {
  /** Markdown, quoted from the article. */
  readonly text: string;
  /** What it is about: a bold term, a row's name; empty when only its words tell. */
  readonly subject: string;
  /** The sentence it starts with or is announced by, without markup. */
  readonly lead: string;
  readonly boldTerms: readonly string[];
  /** Terms of which it says what they are. */
  readonly defines: readonly string[];
  readonly figures: readonly Figure[];
}

/** Reads a table into passages; given by the caller, since figures need more than the table. */
export type ReadTable = (table: Table, lead: string) => readonly Passage[];

/** The passages of a section's blocks in order: paragraphs, lists with their lead-in line, tables, short code. */
export function readPassages(
  blocks: readonly RootContent[],
  source: string,
  readTable: ReadTable,
): readonly Passage[] {
  return blocks.flatMap((block, at) => {
    const before = blocks[at - 1];
    if (block.type === "table")
      return readTable(block, before?.type === "paragraph" ? plainText(before) : "");
    if (block.type === "list") {
      return listPassages(block, { source, leadIn: announces(before) ? answerText([before], source) : "" });
    }
    if (block.type === "blockquote") return readPassages(block.children, source, readTable);
    if (block.type === "code")
      return block.value.length > PASSAGE_LENGTH ? [] : [passage(answerText([block], source), [])];
    if (block.type !== "paragraph" || isPicture(block)) return [];
    return announces(block) && blocks[at + 1]?.type === "list" ? [] : paragraphPassages(block, source);
  });
}

function isPicture(paragraph: Paragraph): boolean {
  return paragraph.children.every((child) => "alt" in child || isUnseen(child) || plainText(child) === "");
}

/** Bold words of a block, as terms that members may ask for. */
export function boldTermsIn(node: Nodes): readonly string[] {
  if (node.type === "strong") return [plainText(node).replace(/(?<![.:,;])[.:,;]+$/, "")].filter(Boolean);
  return "children" in node ? node.children.flatMap(boldTermsIn) : [];
}

/** True for a paragraph that announces the list after it. */
function announces(block: RootContent | undefined): block is RootContent {
  return block?.type === "paragraph" && /[:：]$/.test(plainText(block));
}

function paragraphPassages(block: RootContent, source: string): Passage[] {
  const terms = boldTermsIn(block);
  return splitLong(answerText([block], source), PASSAGE_LENGTH).map((text) => passage(text, terms));
}

function passage(text: string, terms: readonly string[]): Passage {
  const boldTerms = terms.filter((term) => text.includes(term));
  const [subject = ""] = boldTerms;
  return { text, subject, lead: firstSentence(text), boldTerms, defines: termsDefinedIn(text), figures: [] };
}

interface ListContext {
  readonly source: string;
  readonly leadIn: string;
}

/** Short items stay together under their lead-in line; a long one stands alone with it. */
function listPassages(list: List, { source, leadIn }: ListContext): Passage[] {
  const items = list.children.map((item) => answerText([item], source));
  const terms = boldTermsIn(list);
  const isShort = items.every((item) => item.length < LONG_ITEM) && !isTermList(items);
  const groups = isShort ? joinUpTo(items, { limit: PASSAGE_LENGTH - leadIn.length, glue: "\n" }) : items;
  const pieces = groups.flatMap((text) =>
    text.length <= 2 * PASSAGE_LENGTH ? [text] : splitLong(text, PASSAGE_LENGTH),
  );
  return pieces.map((piece) => {
    const { boldTerms, lead, defines } = passage(piece, terms);
    return {
      text: [leadIn, piece].filter(Boolean).join("\n\n"),
      subject: isShort ? "" : (boldTerms[0] ?? ""),
      lead: leadIn === "" ? lead : withoutMarkup(leadIn),
      boldTerms,
      defines,
      figures: [],
    };
  });
}

/** A list that explains words answers word by word. */
function isTermList(items: readonly string[]): boolean {
  const explaining = items.filter((item) => termsDefinedIn(item).length > 0);
  return items.length > 1 && explaining.length > items.length / 2;
}

/** Terms of a passage that members may ask for by "what is". */
const MOST_DEFINED = 6;

/** What a passage says the meaning of, by its spellings. */
function termsDefinedIn(text: string): readonly string[] {
  return text
    .split("\n")
    .map(withoutMarkup)
    .flatMap(splitSentences)
    .flatMap((sentence) => [readDefinition(sentence), readRemark(sentence)])
    .filter((term) => term !== undefined)
    .filter((term) => isExplained(term) && isTerm(term, text))
    .slice(0, MOST_DEFINED)
    .map(({ names }) => names.join(", "));
}

/** True for what is printed as a term, spelled out, or said to mean something: any noun "is a" something. */
function isTerm({ names, about, isStated }: DefinedTerm, text: string): boolean {
  const [name] = names;
  const isPrinted = ["*", "_", '"', "“"].some((mark) => text.includes(mark + name));
  const isTitle =
    name.includes(" ") && name.split(" ").every((word) => /^[\p{Lu}\p{N}]|^(?:of|the|for)$/u.test(word));
  return names.length > 1 || isPrinted || isTitle || (isStated && saysWho(about));
}

/** The first sentence of Markdown without list markers and emphasis. */
function firstSentence(markdown: string): string {
  return withoutMarkup(splitSentences(markdown)[0] ?? "");
}

function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^(?:[-*+>]|\d+[.)])\s+/, "")
    .replaceAll(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\\(?=[^\p{L}\p{N}\s])/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}
