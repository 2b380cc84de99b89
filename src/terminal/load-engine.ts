import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildEngine, type Engine } from "../answering/engine.ts";
import type { Glossary } from "../knowledge/glossary.ts";
import { loadKnowledge } from "../knowledge/load-knowledge.ts";
import { EMPTY_GLOSSARY, parseGlossary } from "../knowledge/parse-glossary.ts";
import { KnowledgeError } from "../knowledge/problems.ts";
import { loadLexicon } from "../query/lexicon.ts";

/** The documents that come with Rolecall, beside `src/` and `dist/` alike. */
const SHIPPED_FOLDER = fileURLToPath(new URL("../../knowledge", import.meta.url));

/** A knowledge folder that nothing can be answered from; the message says what to mend. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** Builds the engine over a folder, with the shipped glossary when the folder has none. Throws FolderError. */
export function loadEngine(folder = SHIPPED_FOLDER): Engine {
  const path = resolve(folder);
  try {
    const knowledge = loadKnowledge(path, { glossary: shippedGlossary() });
    if (knowledge.documents.length > 0) return buildEngine(knowledge, loadLexicon());
  } catch (error) {
    if (!(error instanceof KnowledgeError) && !isSystemError(error)) throw error;
    throw new FolderError(`The knowledge folder ${path} cannot be used:\n${error.message}`, { cause: error });
  }
  throw new FolderError(
    `The knowledge folder ${path} holds no documents: add Markdown files or name another folder.`,
  );
}

function shippedGlossary(): Glossary {
  const path = join(SHIPPED_FOLDER, "glossary.md");
  return existsSync(path) ? parseGlossary(readFileSync(path, "utf8"), path) : EMPTY_GLOSSARY;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
