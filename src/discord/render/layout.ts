import {
  ComponentType,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from "discord.js";
import type { Wording } from "../../languages/wording.ts";
import { textLengthOf, type ChoiceRow } from "./choices.ts";
import { fitBlocks, type Block } from "./fit.ts";
import { MESSAGE_MAX_COMPONENTS, MESSAGE_TEXT_MAX_LENGTH } from "./limits.ts";

/** What a message shows, from top to bottom. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly rows: readonly ChoiceRow[];
  /** Answers stand in a frame; short lines of the bot itself do not. */
  readonly framed: boolean;
  /** A line of the bot itself above, as Discord's Markdown. */
  readonly lead?: string | undefined;
}

/** Puts a page into the components of one message, within what Discord takes. */
export function layOut(page: Page, wording: Wording): readonly APIMessageTopLevelComponent[] {
  const { blocks, rows, framed, lead = "" } = page;
  const texts = textsOf(blocks, MESSAGE_TEXT_MAX_LENGTH - textLengthOf(rows) - lead.length, wording);
  if (texts.length === 0 && rows.length > 0) return layOut({ ...page, rows: [] }, wording);
  const room = MESSAGE_MAX_COMPONENTS - countOf(rows) - FRAME_LEAD_AND_PICTURE;
  const displays = separated(mergeTail(texts, room), { blocks, room });
  const above = lead === "" ? [] : [renderLead(lead)];
  return framed
    ? [...above, { type: ComponentType.Container, components: displays }, ...rows]
    : [...above, ...displays, ...rows];
}

/** Room is left for a picture that may come later. */
const FRAME_LEAD_AND_PICTURE = 3;

/** A line of the bot itself with links or mentions, as Discord's Markdown. */
export const renderLead = (lead: string): APITextDisplayComponent => textDisplay(lead);

/** What the bot says of itself in a frame, under a title; short enough to need no fitting. */
export function renderPanel(
  title: string,
  components: readonly APIComponentInContainer[],
): APIMessageTopLevelComponent {
  return { type: ComponentType.Container, components: [renderLead(`### ${title}`), ...components] };
}

function textsOf(blocks: readonly Block[], maxLength: number, { prompts }: Wording): readonly string[] {
  const leftOutNote = (count: number): string => `-# ${prompts.leftOut(count)}`;
  const whole = fitBlocks(blocks, maxLength);
  if (whole.leftOut === 0) return whole.texts;
  const { texts, leftOut } = fitBlocks(blocks, maxLength - leftOutNote(blocks.length).length);
  return texts.length === 0 ? [] : [...texts, leftOutNote(leftOut)];
}

function countOf(rows: readonly ChoiceRow[]): number {
  return rows.reduce((sum, { components }) => sum + 1 + components.length, 0);
}

/** Texts beyond the allowed number join the last one; the break between them takes the place of a component's. */
function mergeTail(texts: readonly string[], maxCount: number): readonly string[] {
  if (texts.length <= maxCount) return texts;
  return [...texts.slice(0, maxCount - 1), texts.slice(maxCount - 1).join("\n")];
}

/** A part without a heading would run on from the sources of the one before it: a line stands between them while there is room. */
function separated(
  texts: readonly string[],
  { blocks, room }: { readonly blocks: readonly Block[]; readonly room: number },
): (APITextDisplayComponent | APISeparatorComponent)[] {
  const isApart = (at: number): boolean =>
    at > 0 && blocks[at]?.before === "" && blocks[at - 1]?.after !== "";
  const lines = texts.filter((_, at) => isApart(at)).length;
  const hasRoom = texts.length + lines <= room;
  return texts.flatMap((text, at) => [...(hasRoom && isApart(at) ? [SEPARATOR] : []), textDisplay(text)]);
}

const SEPARATOR: APISeparatorComponent = { type: ComponentType.Separator };

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
