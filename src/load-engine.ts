import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildEngine, openEngine, type BaseEngine } from "./answering/engine.ts";
import type { Knowledge } from "./knowledge/knowledge.ts";
import { fingerprint, readSnapshot, type Snapshot } from "./snapshot.ts";
import { buildLexicon, loadLexicon } from "./query/lexicon.ts";

/** A knowledge folder that nothing can be answered from; the message says what to mend. */
export class FolderError extends Error {
  override readonly name = "FolderError";
}

/** Beside `src/` and `dist/` alike. */
export const SHIPPED_FOLDER = fileURLToPath(new URL("../knowledge", import.meta.url));
/** Written by the build, so that a start need not parse what the build has parsed. */
export const SNAPSHOT_FILE = fileURLToPath(new URL("../dist/knowledge.json", import.meta.url));

/** The sources that decide what a snapshot holds; they need not be there where only the build is installed. */
const STAGES = ["knowledge", "query", "retrieval"].map((stage) =>
  fileURLToPath(new URL(`../src/${stage}`, import.meta.url)),
);

/** What a snapshot of the program as it is bears; `undefined` where its sources are not there. */
export function fingerprintProgram(): string | undefined {
  return STAGES.every((stage) => existsSync(stage)) ? fingerprint(...STAGES) : undefined;
}

/** What a folder holds, in short; `undefined` where it cannot be read. */
export function fingerprintFolder(folder: string): string | undefined {
  try {
    return fingerprint(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

/** Builds the engine over a folder, with the shipped glossary when the folder has none. Throws FolderError. */
export async function loadEngine(folder: string): Promise<BaseEngine> {
  const { knowledge, snapshot } = await readFolder(folder);
  if (knowledge.documents.length === 0) {
    throw new FolderError(
      `The knowledge folder ${folder} holds no documents: add Markdown files or name another folder.`,
    );
  }
  return snapshot
    ? openEngine(knowledge, buildLexicon(snapshot.english), snapshot)
    : buildEngine(knowledge, loadLexicon());
}

async function readFolder(folder: string): Promise<{
  readonly knowledge: Knowledge;
  readonly snapshot?: Snapshot;
}> {
  try {
    const snapshot = readSnapshot(SNAPSHOT_FILE);
    if (snapshot && existsSync(folder) && isOf(snapshot, folder))
      return { knowledge: snapshot.knowledge, snapshot };
    return { knowledge: await parse(folder) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new FolderError(`The knowledge folder ${folder} cannot be used:\n${error.message}`, {
      cause: error,
    });
  }
}

function isOf(snapshot: Snapshot, folder: string): boolean {
  const program = fingerprintProgram();
  return snapshot.fingerprint === fingerprint(folder) && (!program || snapshot.program === program);
}

/** Enough to start mending with; `npm run knowledge` lists them all. */
const PROBLEMS_SHOWN = 10;

// The parser is loaded only where it is needed: it takes longer and holds more memory than all the rest.
async function parse(folder: string): Promise<Knowledge> {
  const { parseFolder } = await import("./parse-folder.ts");
  const { describeProblem, DocumentError, KnowledgeError } = await import("./knowledge/problems.ts");
  try {
    return parseFolder(folder, SHIPPED_FOLDER);
  } catch (error) {
    if (!(error instanceof KnowledgeError) && !(error instanceof DocumentError)) throw error;
    const shown = error.problems.slice(0, PROBLEMS_SHOWN).map(describeProblem);
    const more = error.problems.length - shown.length;
    const rest = more > 0 ? [`and ${more} more; npm run knowledge lists them all`] : [];
    throw new FolderError(
      `The knowledge folder ${folder} cannot be used:\n${[...shown, ...rest].join("\n")}`,
      {
        cause: error,
      },
    );
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
