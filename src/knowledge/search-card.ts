import type { Blockquote, Heading, RootContent } from "mdast";
import { lineOf, plainText } from "./markdown.ts";
import type { Report } from "./problems.ts";

/** What the quote under a snippet's question says to the search. */
export interface SearchCard {
  readonly waysOfAsking: readonly string[];
  /** Role names as printed; `undefined` when the card leaves them to be recognised. */
  readonly about: readonly string[] | undefined;
  readonly topics: readonly string[] | undefined;
  /** What holds for every row of the answer's table; `undefined` when it holds no figures. */
  readonly figures: string | undefined;
  readonly line: number;
}

const KEY = /^(About|Topics|Figures):\s*/;

/** True for a document written as questions with search cards, false for a plain article. */
export function isPrepared(blocks: readonly RootContent[]): boolean {
  return blocks.some((block, at) => isQuestion(block) && looksLikeCard(blocks[at + 1]));
}

/** A `####` heading. */
export function isQuestion(block: RootContent): block is Heading {
  return block.type === "heading" && block.depth === 4;
}

/** Reads the quote of a snippet; reports whatever is not part of a search card. */
export function readSearchCard(quote: Blockquote, report: Report): SearchCard {
  const pairs = new Map<string, string>();
  for (const block of quote.children) {
    if (block.type === "paragraph") {
      readPairs(plainText(block), (message) => report(lineOf(block), message)).forEach(([key, value]) =>
        pairs.set(key, value),
      );
    } else if (block.type !== "list") {
      report(
        lineOf(block),
        "a search card holds `Key: value` paragraphs and a list of other ways of asking, nothing else",
      );
    }
  }
  return {
    waysOfAsking: quote.children
      .flatMap((block) => (block.type === "list" ? block.children.map(plainText) : []))
      .filter(Boolean),
    about: listed(pairs.get("About")),
    topics: listed(pairs.get("Topics")),
    figures: pairs.get("Figures"),
    line: lineOf(quote),
  };
}

function looksLikeCard(block: RootContent | undefined): boolean {
  if (block?.type !== "blockquote") return false;
  return block.children.some(
    (child) => child.type === "list" || (child.type === "paragraph" && KEY.test(plainText(child))),
  );
}

function readPairs(text: string, complain: (message: string) => void): [key: string, value: string][] {
  return text.split(/ · | (?=(?:About|Topics|Figures): )/).flatMap((pair) => {
    const key = KEY.exec(pair);
    if (key?.[1] !== undefined) return [[key[1], pair.slice(key[0].length)]];
    complain(
      `the search card says "${pair.slice(0, 60)}", which starts with none of \`About:\`, \`Topics:\`, \`Figures:\``,
    );
    return [];
  });
}

function listed(value: string | undefined): readonly string[] | undefined {
  return value
    ?.split(",")
    .map((text) => text.trim())
    .filter(Boolean);
}
