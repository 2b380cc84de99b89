import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load-knowledge.ts";
import { KnowledgeError } from "../../src/knowledge/problems.ts";
import { SMALL_GLOSSARY } from "./sample.ts";

const folders: string[] = [];

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function problemsOf(folder: string): string {
  try {
    loadKnowledge(folder);
  } catch (error) {
    if (error instanceof KnowledgeError)
      return error.message.replaceAll(`${tmpdir()}/`, "").replaceAll(/knowledge-\w+/g, "FOLDER");
    throw error;
  }
  return "";
}

const GLOSSARY = "## Roles\n\n| Name | Also written |\n|---|---|\n| Chef | |\n";

describe("a knowledge folder", () => {
  test("gives its Markdown and text files in order of name, without README, hidden and other files", () => {
    const folder = folderWith({
      "b.md": "B",
      "a.txt": "A",
      "c.markdown": "C",
      "README.md": "R",
      "readme.txt": "R",
      ".d.md": "D",
      "e.json": "{}",
    });
    mkdirSync(join(folder, "folder.md"));
    symlinkSync(join(folder, "nowhere"), join(folder, "broken.md"));
    symlinkSync(join(folder, "a.txt"), join(folder, "linked.md"));
    expect(loadKnowledge(folder).documents.map((document) => document.id)).toEqual(["a", "b", "c", "linked"]);
  });

  test("brings its glossary, which is no document", () => {
    const knowledge = loadKnowledge(folderWith({ "glossary.md": GLOSSARY, "a.md": "A chef cooks." }), {
      glossary: SMALL_GLOSSARY,
    });
    expect(knowledge.glossary.entities.map((entity) => entity.id)).toEqual(["role:chef"]);
    expect(knowledge.documents.map(({ sections }) => sections[0]?.snippets[0]?.roles)).toEqual([
      ["role:chef"],
    ]);
  });

  test("is read with the given glossary when it has none, and with none when none is given", () => {
    const folder = folderWith({ "a.md": "A" });
    expect(loadKnowledge(folder, { glossary: SMALL_GLOSSARY }).glossary).toBe(SMALL_GLOSSARY);
    expect(loadKnowledge(folder).glossary).toEqual({ entities: [], topics: [], wordGroups: [] });
  });

  test("tells the problems of all its files at once", () => {
    const folder = folderWith({
      "a.md": "---\ndate: soon\nurl: here\n---\n",
      "b.md": Buffer.from([0x41, 0xe9, 0x41]),
      "b.txt": "two\n\0",
    });
    expect(problemsOf(folder)).toBe(
      [
        'FOLDER/b.txt:1: "b.md" has the same name; rename one of them',
        'FOLDER/a.md:2: `date` must be a date: YYYY-MM-DD, YYYY-MM or YYYY, not "soon"',
        'FOLDER/a.md:3: `url` must be an address that starts with https:// or http://, not "here"',
        "FOLDER/b.md:1: the file is not UTF-8 text; save it as UTF-8",
        "FOLDER/b.txt:2: the text holds a NUL character; save the file as UTF-8 text without it",
      ].join("\n"),
    );
  });

  test("with a broken glossary tells the glossary's problems alone", () => {
    const folder = folderWith({
      "glossary.md": "## Roles\n\n| Name |\n|---|\n| Chef |\n",
      "a.md": "---\ndate: soon\n---\n",
    });
    expect(problemsOf(folder)).toBe(
      'FOLDER/glossary.md:3: the table in "Roles" lacks the column "Also written"',
    );
  });

  test("that does not exist is told by name", () => {
    expect(problemsOf("/no/such/folder")).toBe(
      "/no/such/folder:1: there is no such folder; name the folder that holds the documents",
    );
  });
});
