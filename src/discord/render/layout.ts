import { ComponentType, type APIMessageTopLevelComponent, type APITextDisplayComponent } from "discord.js";
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
export function layOut({ blocks, rows, framed }: Page): readonly APIMessageTopLevelComponent[] {
  const texts = textsOf(blocks, MESSAGE_TEXT_MAX_LENGTH - textLengthOf(rows));
  if (texts.length === 0 && rows.length > 0) return layOut({ blocks, rows: [], framed });
  const displays = mergeTail(texts, MESSAGE_MAX_COMPONENTS - countOf(rows) - FRAME_AND_PICTURE).map(
    textDisplay,
  );
  return framed ? [{ type: ComponentType.Container, components: displays }, ...rows] : [...displays, ...rows];
}

/** Room is left for a picture that may come later. */
const FRAME_AND_PICTURE = 2;

function textsOf(blocks: readonly Block[], maxLength: number): readonly string[] {
  const whole = fitBlocks(blocks, maxLength);
  if (whole.leftOut === 0) return whole.texts;
  const { texts, leftOut } = fitBlocks(blocks, maxLength - leftOutNote(blocks.length).length);
  return texts.length === 0 ? [] : [...texts, leftOutNote(leftOut)];
}

function leftOutNote(count: number): string {
  return `-# ${count} more did not fit. Ask for one of them by name.`;
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
