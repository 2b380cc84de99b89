import type { APIButtonComponent, APIMessageTopLevelComponent } from "discord.js";
import type {
  Answer,
  CitedText,
  Clarification,
  Miss,
  Overview,
  Refusal,
  Reply,
} from "../../answering/reply.ts";
import { renderButtons, renderChoices, renderMenu, renderRow, type ChoiceRow } from "./choices.ts";
import { renderCitations } from "./citation.ts";
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
  surroundings: Surroundings = {},
): readonly APIMessageTopLevelComponent[] {
  const page = pageOf(reply);
  const { lead, more, buttons = [] } = surroundings;
  const isLong = more !== undefined && reply.kind === "answer";
  const { blocks, isCut } = isLong
    ? fitFirstScreen(page.blocks, { mayDrop: reply.title !== undefined })
    : { blocks: page.blocks, isCut: false };
  const last = isCut && more ? [more, ...buttons] : buttons;
  return layOut({ ...page, blocks, lead, rows: [...page.rows, ...renderRow(last)] });
}

function pageOf(reply: Reply): Page {
  switch (reply.kind) {
    case "answer":
      return pageOfAnswer(reply);
    case "clarification":
      return pageOfClarification(reply);
    case "refusal":
      return pageOfRefusal(reply);
    case "overview":
      return pageOfOverview(reply);
  }
}

/** A short line of the bot itself, with buttons or a menu below. */
export function renderLine(
  text: string,
  rows: readonly ChoiceRow[] = [],
): readonly APIMessageTopLevelComponent[] {
  return layOut({ blocks: [plainBlock(text)], rows, framed: false });
}

/** A line of the bot itself with links or mentions, as Discord's Markdown. */
export function renderLead(lead: string): readonly APIMessageTopLevelComponent[] {
  return layOut({ blocks: [], rows: [], framed: false, lead });
}

/** A line that says no is read at a glance, however long the words it names. */
const NOTICE_MAX_LENGTH = 600;

/** A question is shown beside an answer to another one; its beginning is enough to know it by. */
const QUESTION_MAX_LENGTH = 120;
const HEADING_MAX_LENGTH = 200;
const RELATED_MAX = 3;

function pageOfAnswer({ title, parts, misses, menu, related }: Answer): Page {
  return {
    blocks: [...titleBlocks(title), ...parts.map(citedBlock), ...misses.map(missBlock)],
    rows: [...renderMenu(menu, "Show one topic whole"), ...renderButtons(related.slice(0, RELATED_MAX))],
    framed: true,
  };
}

function pageOfClarification({ text, choices }: Clarification): Page {
  return { blocks: [plainBlock(text)], rows: renderChoices(choices, "Choose one"), framed: false };
}

function pageOfRefusal({ text, suggestions }: Refusal): Page {
  return {
    blocks: [plainBlock(text)],
    rows: renderChoices(suggestions, "What I can answer"),
    framed: false,
  };
}

function pageOfOverview({ title, parts, choices }: Overview): Page {
  const blocks = parts.map(({ heading, text }) => ({
    before: headingLine(heading),
    texts: [renderMarkdown(text)],
    after: "",
  }));
  return {
    blocks: [...titleBlocks(title), ...blocks],
    rows: renderChoices(choices, "Try one"),
    framed: true,
  };
}

function titleBlocks(title: string | undefined): readonly Block[] {
  if (title === undefined) return [];
  return [{ before: `### ${escapeLabel(shortenLine(title, HEADING_MAX_LENGTH))}`, texts: [], after: "" }];
}

/** Where a comparison goes on to its other side: `**DevOps engineer:** …`. */
const BEFORE_SIDE = /\n\n(?=\*\*[^*\n]+:\*\* )/u;

function citedBlock({ heading, text, citations }: CitedText): Block {
  return {
    before: headingLine(heading),
    texts: renderMarkdown(text).split(BEFORE_SIDE),
    after: `\n${renderCitations(citations)}`,
  };
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

function headingLine(heading: string | undefined): string {
  return heading === undefined ? "" : `**${escapeLabel(shortenLine(heading, HEADING_MAX_LENGTH))}**\n`;
}
