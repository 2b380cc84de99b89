import { createHash, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Knowledge } from "./knowledge/knowledge.ts";
import type { GlossaryWords } from "./query/glossary-words.ts";
import type { WordCounts } from "./query/lexicon.ts";
import type { PreparedIndex } from "./retrieval/index-parts.ts";

const shelfSchema = z.object({
  index: z.custom<PreparedIndex>((value) => typeof value === "object"),
  policy: z.object({ answerFrom: z.number(), clarifyFrom: z.number() }),
});

const preparedSchema = shelfSchema.extend({
  knowledge: z.custom<Knowledge>((value) => typeof value === "object"),
  words: z.custom<GlossaryWords>((value) => typeof value === "object"),
  reference: shelfSchema.optional(),
});

/** Knowledge as parsed and indexed. */
export type PreparedKnowledge = Readonly<z.infer<typeof preparedSchema>>;

/** Takes what this program prepared, in this process or at the build. */
export const parsePrepared = (value: unknown): PreparedKnowledge => preparedSchema.parse(value);

/** Prepared knowledge, and what it was made from and by. The build writes it whole, and nothing else does. */
const snapshotSchema = preparedSchema.extend({
  /** Of the folder. */
  fingerprint: z.string(),
  /** Of the program that made it. */
  program: z.string(),
  english: z.custom<WordCounts>((value) => typeof value === "object"),
});

export type Snapshot = Readonly<z.infer<typeof snapshotSchema>>;

/** SHA-256 over the names and bytes of the files of some folders. */
export function fingerprint(...folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) addFolder(hash, folder);
  return hash.digest("hex");
}

function addFolder(hash: Hash, folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile());
  for (const name of files.map((file) => file.name).toSorted()) {
    hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  }
}

/** The snapshot in a file, or `undefined` when there is none that this program can read. */
export function readSnapshot(path: string): Snapshot | undefined {
  return existsSync(path) ? snapshotSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data : undefined;
}

/** Writes a snapshot so that a reader finds the old or the new one, never half of it. */
export function writeSnapshot(path: string, snapshot: Snapshot): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(snapshot));
  renameSync(draft, path);
}
