import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DocumentError } from "./problems.ts";

/**
 * The names of a folder's `.md`, `.markdown` and `.txt` files except its README and hidden files, sorted.
 * Throws `DocumentError` when there is no such folder.
 */
export function listKnowledgeFiles(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    const message = "there is no such folder; name the folder that holds the documents";
    throw new DocumentError([{ path: folder, line: 1, message }]);
  }
  return readdirSync(folder)
    .filter((file) => /^(?!\.|readme\.).*\.(?:md|markdown|txt)$/i.test(file))
    .filter((file) => statSync(join(folder, file), { throwIfNoEntry: false })?.isFile())
    .toSorted();
}

/** The text of a file. Throws `DocumentError` for bytes that are not UTF-8. */
export function readTextFile(path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DocumentError([{ path, line: 1, message: "the file is not UTF-8 text; save it as UTF-8" }]);
  }
}
