import type { APIMessageTopLevelComponent } from "discord.js";
import type {
  Answer,
  CitedText,
  Clarification,
  Miss,
  Overview,
  Refusal,
  Reply,
} from "../../answering/reply.ts";
import { renderButtons, renderChoices, renderMenu } from "./choices.ts";
import { renderCitations } from "./citation.ts";
import { escapeLabel } from "./escape.ts";
import type { Block } from "./fit.ts";
import { layOut } from "./layout.ts";
import { renderMarkdown } from "./markdown.ts";
import { shorten, shortenLine } from "./shorten.ts";

/** A reply as the components of one message. */
export function renderReply(reply: Reply): readonly APIMessageTopLevelComponent[] {
  switch (reply.kind) {
    case "answer":
      return renderAnswer(reply);
    case "clarification":
      return renderClarification(reply);
    case "refusal":
      return renderRefusal(reply);
    case "overview":
      return renderOverview(reply);
  }
}

/** A short line of the bot itself. */
export function renderLine(text: string): readonly APIMessageTopLevelComponent[] {
  return layOut({ blocks: [plainBlock(text)], rows: [], framed: false });
}

/** A line that says no is read at a glance, however long the words it names. */
const NOTICE_MAX_LENGTH = 600;

/** A question is shown beside an answer to another one; its beginning is enough to know it by. */
const QUESTION_MAX_LENGTH = 120;
const HEADING_MAX_LENGTH = 200;
const RELATED_MAX = 3;

function renderAnswer({
  title,
  parts,
  misses,
  menu,
  related,
}: Answer): readonly APIMessageTopLevelComponent[] {
  return layOut({
    blocks: [...titleBlocks(title), ...parts.map(citedBlock), ...misses.map(missBlock)],
    rows: [...renderMenu(menu, "Show one topic whole"), ...renderButtons(related.slice(0, RELATED_MAX))],
    framed: true,
  });
}

function renderClarification({ text, choices }: Clarification): readonly APIMessageTopLevelComponent[] {
  return layOut({ blocks: [plainBlock(text)], rows: renderChoices(choices, "Choose one"), framed: false });
}

function renderRefusal({ text, suggestions }: Refusal): readonly APIMessageTopLevelComponent[] {
  return layOut({
    blocks: [plainBlock(text)],
    rows: renderChoices(suggestions, "What I can answer"),
    framed: false,
  });
}

function renderOverview({ title, parts, choices }: Overview): readonly APIMessageTopLevelComponent[] {
  const blocks = parts.map(({ heading, text }) => ({
    before: headingLine(heading),
    texts: [renderMarkdown(text)],
    after: "",
  }));
  return layOut({
    blocks: [...titleBlocks(title), ...blocks],
    rows: renderChoices(choices, "Try one"),
    framed: true,
  });
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
