import type { Document } from "./document.ts";
import type { Glossary } from "./glossary.ts";

/** Everything that is loaded from a knowledge folder. */
export interface Knowledge {
  readonly glossary: Glossary;
  /** In order of file name. */
  readonly documents: readonly Document[];
}
