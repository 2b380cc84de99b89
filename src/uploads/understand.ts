import type { Document } from "../knowledge/document.ts";
import type { Glossary } from "../knowledge/glossary.ts";
import { buildNameFinder } from "../knowledge/names.ts";
import { DocumentError } from "../knowledge/problems.ts";
import { readUpload } from "../knowledge/upload.ts";
import { loadLexicon, type Lexicon } from "../query/lexicon.ts";
import type { ReadOrder, Understood } from "../guilds/uploads.ts";

/** A file is given back as it came, its byte order mark and ends of lines included. */
const UTF_8 = new TextDecoder("utf-8", { ignoreBOM: true });

let english: Lexicon | undefined;

/** Reads an uploaded file; a file that cannot be used gives its problems. */
export function understand({ file, glossary }: ReadOrder): Understood {
  const lexicon = (english ??= loadLexicon());
  try {
    const { document, introduced } = readUpload(file, glossary, (word) => lexicon.has(word));
    const text = UTF_8.decode(file.bytes);
    return { kind: "read", document, introduced, text, mentioned: namesIn(document, glossary) };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { kind: "unreadable", problems: error.problems };
  }
}

function namesIn({ title, sections }: Document, glossary: Glossary): readonly string[] {
  const names = buildNameFinder(glossary);
  const texts = sections.flatMap(({ heading, snippets }) => [
    heading,
    ...snippets.flatMap(({ question, answer }) => [question, answer]),
  ]);
  const found = [title, ...texts].flatMap((text) => names.find(text)).map(({ entity }) => entity.name);
  return [...new Set(found)];
}
