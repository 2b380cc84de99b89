import type { Part } from "./outline.ts";
import type { Draft } from "./prepared-snippets.ts";
import type { Reading } from "./reading.ts";

/** The snippets cut from a section of a plain article. */
export function deriveSnippets(_section: Part, _reading: Reading): readonly Draft[] {
  return [];
}
