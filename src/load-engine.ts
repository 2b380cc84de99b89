import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildEngine, type Engine } from "./answering/engine.ts";
import type { Glossary } from "./knowledge/glossary.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { loadKnowledge } from "./knowledge/load-knowledge.ts";
import { EMPTY_GLOSSARY, parseGlossary } from "./knowledge/parse-glossary.ts";
import { describeProblem, KnowledgeError } from "./knowledge/problems.ts";
import { loadLexicon } from "./query/lexicon.ts";

/** A knowledge folder that nothing can be answered from; the message says what to mend. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** Builds the engine over a folder, with the shipped glossary when the folder has none. Throws FolderError. */
export function loadEngine(folder: string): Engine {
  const knowledge = readFolder(folder);
  if (knowledge.documents.length > 0) return buildEngine(knowledge, loadLexicon());
  throw new FolderError(
    `The knowledge folder ${folder} holds no documents: add Markdown files or name another folder.`,
  );
}

function readFolder(folder: string): Knowledge {
  try {
    return loadKnowledge(folder, { glossary: shippedGlossary() });
  } catch (error) {
    if (!(error instanceof KnowledgeError) && !isSystemError(error)) throw error;
    throw new FolderError(`The knowledge folder ${folder} cannot be used:\n${describe(error)}`, {
      cause: error,
    });
  }
}

/** Beside `src/` and `dist/` alike. */
const SHIPPED_GLOSSARY = join(fileURLToPath(new URL("../knowledge", import.meta.url)), "glossary.md");

function shippedGlossary(): Glossary {
  if (!existsSync(SHIPPED_GLOSSARY)) return EMPTY_GLOSSARY;
  return parseGlossary(readFileSync(SHIPPED_GLOSSARY, "utf8"), SHIPPED_GLOSSARY);
}

/** Enough to start mending with; `npm run knowledge` lists them all. */
const PROBLEMS_SHOWN = 10;

function describe(error: KnowledgeError | NodeJS.ErrnoException): string {
  if (!(error instanceof KnowledgeError)) return error.message;
  const shown = error.problems.slice(0, PROBLEMS_SHOWN).map(describeProblem);
  const more = error.problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more; npm run knowledge lists them all`] : [])].join("\n");
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
