import { createHash, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Knowledge } from "./knowledge/knowledge.ts";
import type { AnalysedEntry } from "./retrieval/entries.ts";

/** Knowledge as parsed and analysed, and what it was made from and by. */
export interface Snapshot {
  /** Of the folder. */
  readonly fingerprint: string;
  /** Of the program that made it. */
  readonly program: string;
  readonly knowledge: Knowledge;
  readonly analysed: readonly AnalysedEntry[];
}

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

/** The snapshot in a file, or `undefined` when there is none. */
export function readSnapshot(path: string): Snapshot | undefined {
  // The build writes the file whole, and nothing else does.
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Snapshot) : undefined;
}

/** Writes a snapshot so that a reader finds the old or the new one, never half of it. */
export function writeSnapshot(path: string, snapshot: Snapshot): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(snapshot));
  renameSync(draft, path);
}
