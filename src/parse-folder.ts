import { existsSync } from "node:fs";
import { join } from "node:path";
import { readTextFile } from "./knowledge/knowledge-files.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { GLOSSARY_FILE, loadKnowledge } from "./knowledge/load-knowledge.ts";
import { parseGlossary } from "./knowledge/parse-glossary.ts";

/**
 * Reads the documents of a folder, with the glossary of the shipped one when the folder has none. Throws KnowledgeError
 * or DocumentError for the author to mend.
 */
export function parseFolder(folder: string, shipped: string): Knowledge {
  if (!borrowsGlossary(folder, shipped)) return loadKnowledge(folder);
  const path = join(shipped, GLOSSARY_FILE);
  return loadKnowledge(folder, { glossary: parseGlossary(readTextFile(path), path) });
}

const borrowsGlossary = (folder: string, shipped: string): boolean =>
  !existsSync(join(folder, GLOSSARY_FILE)) && existsSync(join(shipped, GLOSSARY_FILE));
