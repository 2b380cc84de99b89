import type { Document } from "./document.ts";
import type { Place } from "./warnings.ts";

/** A document and where its parts stand in its file; lines count from 1. */
export interface DocumentFile {
  readonly document: Document;
  readonly path: string;
  /** The line of a heading or question; 1 where the file prints it otherwise. */
  readonly lineOf: (heading: string) => number;
  /** Where the front matter states the first of some fields that it states; line 1 where it states none. */
  readonly placeOf: (...fields: readonly string[]) => Place;
}

/** Finds the parts of a document in the text of its file. */
export function openDocumentFile(document: Document, path: string, text: string): DocumentFile {
  const lines = text.split(/\r\n|\r|\n/);
  const front = lines.slice(0, lines.indexOf("---", 1) + 1);
  return {
    document,
    path,
    lineOf: (heading) => lines.findIndex((line) => line.startsWith("#") && line.endsWith(heading)) + 1 || 1,
    placeOf: (...fields) => {
      const found = fields.map((field) => front.findIndex((line) => line.startsWith(`${field}:`)) + 1);
      return { path, line: found.find((line) => line > 0) ?? 1 };
    },
  };
}
