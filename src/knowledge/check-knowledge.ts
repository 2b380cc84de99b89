import { join } from "node:path";
import { checkAgainst, findSource } from "./check-against.ts";
import { describeDocument } from "./describe-document.ts";
import type { Document } from "./document.ts";
import type { Glossary } from "./glossary.ts";
import { listKnowledgeFiles, readTextFile } from "./knowledge-files.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import { buildNameFinder, type NameFinder } from "./names.ts";
import { documentId } from "./parse-document.ts";
import { KnowledgeError, DocumentError, type Problem } from "./problems.ts";
import { parseSource, type SourceText } from "./source-text.ts";

/** What a knowledge folder is checked with. */
export interface CheckOptions {
  /** A folder with the texts that the documents were written from. */
  readonly against?: string;
  /** Used when the folder has no glossary of its own. */
  readonly glossary?: Glossary;
}

/** What a check tells an author: facts and hints by document, and what must be mended. */
export interface CheckReport {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** Loads a knowledge folder, describes each document and, given the sources, compares every snippet with them. */
export function checkKnowledge(folder: string, options: CheckOptions = {}): CheckReport {
  try {
    const { documents, glossary } = loadKnowledge(folder, options);
    const names = buildNameFinder(glossary);
    const lines = documents.flatMap((document) => describeDocument(document, names));
    const { against } = options;
    return {
      lines,
      problems: against === undefined ? [] : compareAll(documents, { folder, against, names }),
    };
  } catch (error) {
    if (!(error instanceof KnowledgeError || error instanceof DocumentError)) throw error;
    return { lines: [], problems: error.problems };
  }
}

interface Folders {
  readonly folder: string;
  readonly against: string;
  readonly names: NameFinder;
}

function compareAll(documents: readonly Document[], { folder, against, names }: Folders): readonly Problem[] {
  const sources = readSources(against);
  const files = listKnowledgeFiles(folder);
  return documents.flatMap((document) => {
    const path = join(folder, files.find((file) => documentId(file) === document.id) ?? document.id);
    const source = findSource(document, sources);
    if (source === undefined)
      return [{ path, line: 1, message: `${against} holds no source titled "${document.title}"` }];
    const problems: Problem[] = [];
    const lines = readTextFile(path).split(/\r\n|\r|\n/);
    const lineOf = (heading: string): number =>
      lines.findIndex((line) => line.startsWith("#") && line.endsWith(heading)) + 1 || 1;
    checkAgainst(document, {
      source,
      names,
      lineOf,
      report: (line, message) => problems.push({ path, line, message }),
    });
    return problems;
  });
}

function readSources(folder: string): readonly SourceText[] {
  return listKnowledgeFiles(folder).map((file) =>
    parseSource(readTextFile(join(folder, file)), join(folder, file)),
  );
}
