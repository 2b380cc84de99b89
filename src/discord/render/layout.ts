import { ComponentType, type APIMessageTopLevelComponent, type APITextDisplayComponent } from "discord.js";
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
}

/** Puts a page into the components of one message, within what Discord takes. */
export function layOut(
  { blocks, rows, framed }: Page,
  wording: Wording,
): readonly APIMessageTopLevelComponent[] {
  const texts = textsOf(blocks, MESSAGE_TEXT_MAX_LENGTH - textLengthOf(rows), wording);
  if (texts.length === 0 && rows.length > 0) return layOut({ blocks, rows: [], framed }, wording);
  const displays = mergeTail(texts, MESSAGE_MAX_COMPONENTS - countOf(rows) - 1).map(textDisplay);
  return framed ? [{ type: ComponentType.Container, components: displays }, ...rows] : [...displays, ...rows];
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

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}
