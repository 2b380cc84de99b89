import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const KNOWLEDGE = fileURLToPath(new URL("knowledge", import.meta.url));

/** A folder with two short documents that a test may change. */
export interface KnowledgeFolder {
  readonly path: string;
  write(file: string, text: string): void;
  /** Replaces words of a file, which must be there. */
  replace(file: string, words: string, others: string): void;
  remove(file?: string): void;
}

export function knowledgeFolder(): KnowledgeFolder {
  const path = mkdtempSync(join(tmpdir(), "rolecall-knowledge-"));
  cpSync(KNOWLEDGE, path, { recursive: true });
  const write = (file: string, text: string): void => writeFileSync(join(path, file), text);
  return {
    path,
    write,
    replace: (file, words, others) => {
      const text = readFileSync(join(path, file), "utf8");
      if (!text.includes(words)) throw new Error(`${file} has no "${words}"`);
      write(file, text.replace(words, others));
    },
    remove: (file = ".") => rmSync(join(path, file), { recursive: true }),
  };
}
