import { join } from "node:path";
import type { Document } from "./document.ts";
import type { Glossary } from "./glossary.ts";
import type { Knowledge } from "./knowledge.ts";
import { listKnowledgeFiles, readTextFile } from "./knowledge-files.ts";
import { documentId, parseDocument } from "./parse-document.ts";
import { EMPTY_GLOSSARY, parseGlossary } from "./parse-glossary.ts";
import { DocumentError, KnowledgeError, type Problem } from "./problems.ts";

/** A folder's glossary is in this file. */
export const GLOSSARY_FILE = "glossary.md";

/** What a folder is read with. */
export interface LoadOptions {
  /** Used when the folder has no `glossary.md`. */
  readonly glossary?: Glossary;
}

/**
 * Reads every `.md`, `.markdown` and `.txt` file of a folder except its README, in order of file name.
 * Throws `KnowledgeError` with the problems of all files.
 */
export function loadKnowledge(folder: string, options: LoadOptions = {}): Knowledge {
  const problems: Problem[] = [];
  const files = attempt(problems, () => listKnowledgeFiles(folder)) ?? [];
  const fallback = options.glossary ?? EMPTY_GLOSSARY;
  const glossary = files.includes(GLOSSARY_FILE)
    ? (attempt(problems, () => readGlossary(join(folder, GLOSSARY_FILE))) ?? fallback)
    : fallback;
  // Without its glossary every document would be wrong.
  if (problems.length > 0) throw new KnowledgeError(problems);
  const names = files.filter((file) => file !== GLOSSARY_FILE);
  reportSharedIds(names, folder, problems);
  const documents = names.flatMap(
    (file) => attempt(problems, () => readDocument(join(folder, file), glossary)) ?? [],
  );
  if (problems.length > 0) throw new KnowledgeError(problems);
  return { glossary, documents };
}

function readDocument(path: string, glossary: Glossary): Document {
  return parseDocument(readTextFile(path), { path }, glossary);
}

function readGlossary(path: string): Glossary {
  return parseGlossary(readTextFile(path), path);
}

function attempt<T>(problems: Problem[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

function reportSharedIds(files: readonly string[], folder: string, problems: Problem[]): void {
  const owners = new Map<string, string>();
  for (const file of files) {
    const id = documentId(file);
    const owner = owners.get(id);
    const message = `"${owner}" has the same name; rename one of them`;
    if (owner !== undefined) problems.push({ path: join(folder, file), line: 1, message });
    owners.set(id, file);
  }
}
