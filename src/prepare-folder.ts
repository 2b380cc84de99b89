import { prepareKnowledge } from "./answering/engine.ts";
import { DocumentError, KnowledgeError, type Problem } from "./knowledge/problems.ts";
import { fingerprintFolder, SHIPPED_FOLDER } from "./load-engine.ts";
import { parseFolder } from "./parse-folder.ts";
import { cut, type Pieces } from "./pieces.ts";
import { loadLexicon } from "./query/lexicon.ts";
import type { PreparedKnowledge } from "./snapshot.ts";

/** A folder to prepare, and the fingerprint of what was read from it before. */
export interface FolderOrder {
  readonly folder: string;
  readonly known: string | undefined;
}

/** What has become of a folder. */
export type PreparedFolder =
  | { readonly kind: "unchanged" }
  | { readonly kind: "broken"; readonly problems: readonly Problem[] }
  /** `pieces` are those of a `PreparedKnowledge`. */
  | { readonly kind: "prepared"; readonly fingerprint: string | undefined; readonly pieces: Pieces };

/** Reads the documents of a folder and prepares answering from them; takes seconds. */
export function prepareFolder({ folder, known }: FolderOrder): PreparedFolder {
  const fingerprint = fingerprintFolder(folder);
  if (fingerprint !== undefined && fingerprint === known) return { kind: "unchanged" };
  try {
    const knowledge = parseFolder(folder, SHIPPED_FOLDER);
    if (knowledge.documents.length === 0) return { kind: "broken", problems: [nothingIn(folder)] };
    const prepared: PreparedKnowledge = { knowledge, ...prepareKnowledge(knowledge, loadLexicon()) };
    return { kind: "prepared", fingerprint, pieces: cut(prepared) };
  } catch (error) {
    return { kind: "broken", problems: problemsIn(error, folder) };
  }
}

const nothingIn = (folder: string): Problem => ({
  path: folder,
  line: 1,
  message: "the folder holds no documents; add Markdown files",
});

/** Throws what no author can mend. */
function problemsIn(error: unknown, folder: string): readonly Problem[] {
  if (error instanceof KnowledgeError || error instanceof DocumentError) return error.problems;
  // A file that is being replaced, or that may not be read.
  if (error instanceof Error && "syscall" in error) {
    const path = "path" in error ? String(error.path) : folder;
    return [{ path, line: 1, message: `it cannot be read (${error.message})` }];
  }
  throw error;
}
