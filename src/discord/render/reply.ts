import type { APIButtonComponent, APIMessageTopLevelComponent } from "discord.js";
import { languageNote } from "../../answering/language-note.ts";
import type {
  Answer,
  CitedText,
  Clarification,
  Miss,
  Overview,
  Refusal,
  Reply,
} from "../../answering/reply.ts";
import { onceForEach } from "../../knowledge/once-for-each.ts";
import type { Wording } from "../../languages/wording.ts";
import { renderChoices, renderExamples, renderMenu, renderRow, type ChoiceRow } from "./choices.ts";
import { linked, renderCitations, renderDocuments } from "./citation.ts";
import { escapeLabel } from "./escape.ts";
import { fitFirstScreen } from "./first-screen.ts";
import type { Block } from "./fit.ts";
import { layOut, type Page } from "./layout.ts";
import { renderMarkdown } from "./markdown.ts";
import { shorten, shortenLine } from "./shorten.ts";

/** What stands around a reply in a message. */
export interface Surroundings {
  /** A line of the bot itself above, as Discord's Markdown. */
  readonly lead?: string | undefined;
  /** Shows the rest of a reply; with it, a long answer is cut to a phone's first screen. */
  readonly more?: APIButtonComponent | undefined;
  /** The last row. */
  readonly buttons?: readonly APIButtonComponent[];
}

/** A reply as the components of one message. */
export function renderReply(
  reply: Reply,
  wording: Wording,
  { lead, more, buttons = [] }: Surroundings = {},
): readonly APIMessageTopLevelComponent[] {
  const page = pageIn(wording)(reply);
  const isLong = more !== undefined && reply.kind === "answer";
  const { blocks, isCut } = isLong ? firstScreenIn(wording)(reply) : { blocks: page.blocks, isCut: false };
  const last = isCut && more ? [more, ...buttons] : buttons;
  return layOut({ ...page, blocks, lead, rows: [...page.rows, ...renderRow(last)] }, wording);
}

// A reply that is remembered is arranged once, however often it is given.
const pageIn = onceForEach((wording: Wording) => onceForEach((reply: Reply) => pageOf(reply, wording)));
const firstScreenIn = onceForEach((wording: Wording) =>
  onceForEach((answer: Answer) =>
    fitFirstScreen(pageIn(wording)(answer).blocks, arrangeShorter(answer, wording)),
  ),
);

/** A short line of the bot itself, with a menu below. */
export function renderLine(
  text: string,
  wording: Wording,
  rows: readonly ChoiceRow[] = [],
): readonly APIMessageTopLevelComponent[] {
  return layOut({ blocks: [plainBlock(text)], rows, framed: false }, wording);
}

/** A line that says no is read at a glance, however long the words it names. */
const NOTICE_MAX_LENGTH = 600;

/** A question is shown beside an answer to another one; its beginning is enough to know it by. */
const QUESTION_MAX_LENGTH = 120;
const HEADING_MAX_LENGTH = 200;
const RELATED_MAX = 3;

function pageOf(reply: Reply, wording: Wording): Page {
  switch (reply.kind) {
    case "answer":
      return pageOfAnswer(reply, wording);
    case "clarification":
      return pageOfClarification(reply, wording);
    case "refusal":
      return pageOfRefusal(reply, wording);
    case "overview":
      return pageOfOverview(reply, wording);
  }
}

function pageOfAnswer(answer: Answer, wording: Wording): Page {
  const { title, parts, misses, menu, related } = answer;
  const cited = parts.map((part) => citedBlock(part, wording));
  return {
    blocks: [
      ...titleBlocks(title),
      ...noted(cited, languageNote(answer, wording)),
      ...unstatedBlocks(answer),
      ...misses.map(missBlock),
    ],
    rows: [
      ...renderMenu(menu, { id: "topics", prompt: wording.prompts.showTopic }),
      ...renderChoices(related.slice(0, RELATED_MAX), wording.prompts.related),
    ],
    framed: true,
  };
}

function pageOfClarification({ text, choices }: Clarification, { prompts }: Wording): Page {
  const prompt = choices.length === 1 ? prompts.canAnswer : prompts.choose;
  return { blocks: [plainBlock(text)], rows: renderChoices(choices, prompt), framed: false };
}

function pageOfRefusal({ text, suggestions }: Refusal, { prompts }: Wording): Page {
  return { blocks: [plainBlock(text)], rows: renderChoices(suggestions, prompts.canAnswer), framed: false };
}

function pageOfOverview({ title, parts, choices }: Overview, { prompts }: Wording): Page {
  const blocks = parts.map(({ heading, text, url }) => ({
    before: headingLine(heading, url),
    texts: [renderMarkdown(text)],
    after: "",
  }));
  return {
    blocks: [...titleBlocks(title), ...blocks],
    rows: renderExamples(choices, prompts.tryOne),
    framed: true,
  };
}

function titleBlocks(title: string | undefined): readonly Block[] {
  if (title === undefined) return [];
  return [{ before: `### ${escapeLabel(shortenLine(title, HEADING_MAX_LENGTH))}`, texts: [], after: "" }];
}

/** Where a comparison goes on to its other side: `**DevOps engineer:** …`. */
const BEFORE_SIDE = /\n\n(?=\*\*[^*\n]+:\*\* )/u;
/** The same where figures are compared: `**Boston** — …`; the blank line stays where nothing is cut. */
const BEFORE_FIGURES = /(?<=\n)\n(?=\*\*[^*\n]+\*\* — )/u;

/** The sides of a comparison, or else the whole text. */
function sidesOf(text: string): readonly string[] {
  const figures = text.split(BEFORE_FIGURES);
  return figures.length === 2 ? figures : text.split(BEFORE_SIDE);
}

function citedBlock({ heading, text, citations }: CitedText, wording: Wording): Block {
  return {
    before: headingLine(heading),
    texts: sidesOf(renderMarkdown(text)),
    after: `\n${renderCitations(citations, wording)}`,
  };
}

/** Under the first sources, which stay when space runs out. */
function noted(cited: readonly Block[], note: string | undefined): readonly Block[] {
  const [first, ...others] = cited;
  if (first === undefined || note === undefined) return cited;
  return [{ ...first, after: `${first.after}\n-# ${note}` }, ...others];
}

function arrangeShorter(answer: Answer, wording: Wording): readonly (readonly Block[])[] {
  const [first, ...others] = answer.parts;
  const parts = [first, ...others.filter(({ isSupplement }) => isSupplement !== true)] as const;
  const shorter = { ...answer, parts };
  return answer.title === undefined ? [pageOfAnswer(shorter, wording).blocks] : arrangeCard(shorter, wording);
}

/** A comparison has two sides. */
const FEWEST_PARTS = 2;

const unstatedBlocks = ({ unstated }: Answer): readonly Block[] =>
  unstated === undefined ? [] : [{ before: `-# ${unstated}`, texts: [], after: "" }];

/** The parts of a card, then less and less of them: the second best sections go first, then the last parts. */
function partsOf({ parts }: Answer): readonly (readonly CitedText[])[] {
  const main = parts.filter(({ isSupplement }) => isSupplement !== true);
  const some = main.map((_, left) => main.slice(0, main.length - left));
  const all = main.length < parts.length ? [parts, ...some] : some;
  const few = all.filter(({ length }) => length >= FEWEST_PARTS);
  return few.length > 0 ? few : all;
}

// A card's first screen names its sources once, below; as many of its parts stand there as fit.
function arrangeCard(answer: Answer, wording: Wording): readonly (readonly Block[])[] {
  return partsOf(answer).map((shown): readonly Block[] => {
    const sources = renderDocuments(
      shown.flatMap(({ citations }) => citations),
      wording,
    );
    const note = languageNote(answer, wording);
    const below = note === undefined ? sources : `${sources}\n-# ${note}`;
    return [
      ...titleBlocks(answer.title),
      ...shown.map(shortBlock),
      { before: below, texts: [], after: "" },
      ...unstatedBlocks(answer),
    ];
  });
}

function shortBlock({ heading, text }: CitedText): Block {
  const label = heading === undefined ? "" : `**${escapeLabel(shortenLine(heading, HEADING_MAX_LENGTH))}:** `;
  const texts = sidesOf(renderMarkdown(text));
  // A list or a table begins on its own line.
  const isBlock = /^(?:- |\d+\. |```)/u.test(texts[0] ?? "");
  return { before: isBlock ? `${label.trimEnd()}\n` : label, texts, after: "" };
}

function missBlock({ question, text }: Miss): Block {
  return {
    before: headingLine(shortenLine(question, QUESTION_MAX_LENGTH)),
    texts: [renderNotice(text)],
    after: "",
  };
}

function plainBlock(text: string): Block {
  return { before: "", texts: [renderNotice(text)], after: "" };
}

/** A notice may name what a member wrote: their addresses become no links of the bot. */
function renderNotice(text: string): string {
  return shorten(renderMarkdown(text).replace(/<https?:\/\/([^>]*)>/giu, "$1"), NOTICE_MAX_LENGTH);
}

function headingLine(heading: string | undefined, url?: string): string {
  if (heading === undefined) return "";
  return `**${linked(escapeLabel(shortenLine(heading, HEADING_MAX_LENGTH)), url)}**\n`;
}
