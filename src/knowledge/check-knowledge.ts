import { join } from "node:path";
import { checkAgainst, findSource } from "./check-against.ts";
import { checkAliases } from "./check-aliases.ts";
import { warnOfDates } from "./check-dates.ts";
import { checkPublishers, readPublishers, warnOfMissingLinks, type Publisher } from "./check-publishers.ts";
import { describeDocument } from "./describe-document.ts";
import type { Document } from "./document.ts";
import { openDocumentFile, type DocumentFile } from "./document-file.ts";
import type { Glossary } from "./glossary.ts";
import type { Knowledge } from "./knowledge.ts";
import { listKnowledgeFiles, readTextFile } from "./knowledge-files.ts";
import { GLOSSARY_FILE, loadKnowledge } from "./load-knowledge.ts";
import { buildNameFinder, type NameFinder } from "./names.ts";
import { documentId } from "./parse-document.ts";
import { KnowledgeError, DocumentError, withReport, type Problem } from "./problems.ts";
import { parseSource, type SourceText } from "./source-text.ts";
import type { Warning } from "./warnings.ts";

/** What a knowledge folder is checked with. */
export interface CheckOptions {
  /** A folder with the texts that the documents were written from. */
  readonly against?: string;
  /** Used when the folder has no glossary of its own. */
  readonly glossary?: Glossary;
  /** Publishers who ask to be named; used when the folder has no glossary of its own. */
  readonly publishers?: readonly Publisher[];
}

/** What a check tells an author: facts and hints by document, what to look at, and what must be mended. */
export interface CheckReport {
  readonly lines: readonly string[];
  readonly warnings: readonly Warning[];
  readonly problems: readonly Problem[];
  /** What was read; absent where it cannot be. */
  readonly read?: ReadFolder;
}

/** A folder as it was read. */
export interface ReadFolder {
  readonly knowledge: Knowledge;
  /** The documents with their places, in the same order. */
  readonly files: readonly DocumentFile[];
}

/** Loads a knowledge folder, describes and checks each document and, given the sources, compares every snippet with them. */
export function checkKnowledge(folder: string, options: CheckOptions = {}): CheckReport {
  try {
    const knowledge = loadKnowledge(folder, options);
    const names = buildNameFinder(knowledge.glossary);
    const files = openFiles(knowledge.documents, folder);
    const glossary = checkGlossary(folder, options);
    const { against } = options;
    return {
      lines: knowledge.documents.flatMap((document) => describeDocument(document, names)),
      warnings: [...warnOfDates(files), ...warnOfMissingLinks(files), ...glossary.warnings],
      problems: [
        ...glossary.problems,
        ...checkPublishers(files, glossary.publishers),
        ...(against === undefined ? [] : compareAll(files, against, names)),
      ],
      read: { knowledge, files },
    };
  } catch (error) {
    if (!(error instanceof KnowledgeError || error instanceof DocumentError)) throw error;
    return { lines: [], warnings: [], problems: error.problems };
  }
}

/** The publishers that the glossary of a folder lists; none where it has no glossary. */
export function publishersIn(folder: string): readonly Publisher[] {
  return checkGlossary(folder, {}).publishers;
}

interface CheckedGlossary extends Pick<CheckReport, "warnings" | "problems"> {
  readonly publishers: readonly Publisher[];
}

function checkGlossary(folder: string, { publishers = [] }: CheckOptions): CheckedGlossary {
  if (!listKnowledgeFiles(folder).includes(GLOSSARY_FILE)) return { warnings: [], problems: [], publishers };
  const path = join(folder, GLOSSARY_FILE);
  const text = readTextFile(path);
  return {
    ...checkAliases(text, path),
    publishers: withReport(path, (report) => readPublishers(text, report)),
  };
}

function openFiles(documents: readonly Document[], folder: string): readonly DocumentFile[] {
  const names = listKnowledgeFiles(folder);
  return documents.map((document) => {
    const path = join(folder, names.find((name) => documentId(name) === document.id) ?? document.id);
    return openDocumentFile(document, path, readTextFile(path));
  });
}

function compareAll(files: readonly DocumentFile[], against: string, names: NameFinder): readonly Problem[] {
  const sources = readSources(against);
  return files.flatMap(({ document, path, lineOf }) => {
    const source = findSource(document, sources);
    if (source === undefined)
      return [{ path, line: 1, message: `${against} holds no source titled "${document.title}"` }];
    const problems: Problem[] = [];
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
