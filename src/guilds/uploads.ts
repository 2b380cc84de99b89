import type { Document } from "../knowledge/document.ts";
import type { Entity, Glossary } from "../knowledge/glossary.ts";
import type { Problem } from "../knowledge/problems.ts";
import type { UploadedFile } from "../knowledge/upload.ts";

export type { Problem, UploadedFile };

/** A file to read with the words of a glossary. */
export interface ReadOrder {
  readonly file: UploadedFile;
  readonly glossary: Glossary;
}

/** A document and the names that it introduces: what answers are built from. */
export interface Reading {
  readonly document: Document;
  readonly introduced: readonly Entity[];
}

/** What a file was understood as, or what is wrong with it. */
export type Understood =
  | (Reading & {
      readonly kind: "read";
      /** Just as it was uploaded. */
      readonly text: string;
      /** Names of the glossary that it mentions, in order. */
      readonly mentioned: readonly string[];
    })
  | { readonly kind: "unreadable"; readonly problems: readonly Problem[] };

/** Reads a file outside of the way of answers. Rejects when that takes too long or too much memory. */
export type ReadUpload = (order: ReadOrder) => Promise<Understood>;
