import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SRC = join(ROOT, "src");

/** The folders each folder may import from, besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  knowledge: [],
  languages: [],
  import: [],
  query: ["knowledge"],
  retrieval: ["knowledge", "query"],
  answering: ["knowledge", "languages", "query", "retrieval"],
  guilds: ["knowledge", "languages", "query", "retrieval", "answering"],
  storage: ["guilds"],
  workers: [],
  uploads: ["knowledge", "query", "guilds", "workers"],
  pictures: ["answering", "workers"],
  monitoring: ["guilds"],
  discord: ["monitoring", "knowledge", "languages", "answering", "guilds", "pictures"],
  terminal: ["knowledge", "languages", "answering", "guilds"],
};

/** Files above the folders that the face on Discord uses too. */
const FOR_DISCORD = ["log.ts", "version.ts"];

/** Packages that one folder alone may import. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  "discord.js": ["discord"],
  "@resvg/resvg-js": ["pictures"],
  "echarts/core": ["pictures"],
  "better-sqlite3": ["storage"],
  kysely: ["storage"],
  pg: ["storage"],
  minisearch: ["retrieval"],
  "minisearch/SearchableMap": ["answering"],
};

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

const folderOf = (file: string): string => file.split("/")[0] ?? "";

describe("the folders", () => {
  const inFolders = files.filter((file) => file.includes("/"));

  test.each(inFolders)("%s imports downwards only", (file) => {
    const folder = folderOf(file);
    const wrong = importsOf(file)
      .filter((path) => path.startsWith("."))
      .map((path) => relative(SRC, resolve(SRC, dirname(file), path)))
      .filter((path) => folderOf(path) !== folder && !(ALLOWED[folder] ?? []).includes(folderOf(path)))
      .filter((path) => !(folder === "discord" && FOR_DISCORD.includes(path)));
    expect(wrong).toEqual([]);
  });

  test.each(inFolders)("%s imports no package that belongs to another folder", (file) => {
    const wrong = importsOf(file).filter((path) => OWNERS[path] && !OWNERS[path].includes(folderOf(file)));
    expect(wrong).toEqual([]);
  });

  test("process.env is read by the entry alone", () => {
    const readers = files.filter((file) => readFileSync(join(SRC, file), "utf8").includes("process.env"));
    expect(readers.filter((file) => file !== "index.ts" && file !== "config.ts")).toEqual([]);
  });
});
