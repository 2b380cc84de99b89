import { readFileSync } from "node:fs";
import { parseGlossary } from "../../src/knowledge/parse-glossary.ts";
import { DocumentError } from "../../src/knowledge/problems.ts";
import { readUpload, type Upload, type UploadedFile } from "../../src/knowledge/upload.ts";
import { loadLexicon } from "../../src/query/lexicon.ts";

/** The glossary that the bot ships with. */
export const GLOSSARY = parseGlossary(
  readFileSync(new URL("../../knowledge/glossary.md", import.meta.url), "utf8"),
  "glossary.md",
);

/** English as the bot knows it. */
export const LEXICON = loadLexicon();

/** What a text is read as when a moderator uploads it. */
export function upload(text: string | Uint8Array, facts: Partial<Omit<UploadedFile, "bytes">> = {}): Upload {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readUpload({ bytes, name: "article.md", ...facts }, GLOSSARY, (word) => LEXICON.has(word));
}

/** What a moderator is told about a file that cannot be read. */
export function problemsOfUpload(...file: Parameters<typeof upload>): readonly string[] {
  try {
    upload(...file);
    return [];
  } catch (error) {
    if (error instanceof DocumentError) return error.message.split("\n");
    throw error;
  }
}

/** The names that a text introduces: kind, name, aliases. */
export function namesOf(text: string): readonly string[] {
  return upload(text).introduced.map(({ kind, name, aliases }) => [`${kind} ${name}`, ...aliases].join(", "));
}
