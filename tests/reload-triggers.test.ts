import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchFolder, type FolderWatch } from "../src/reload-triggers.ts";
import { knowledgeFolder, type KnowledgeFolder } from "./flows/support/knowledge-folder.ts";

const PATIENCE = { timeout: 20_000, interval: 20 };
/** More than what is waited for in vain takes. */
const LONG = 1_200;

vi.setConfig({ testTimeout: 30_000 });

let folder: KnowledgeFolder;
let watch: FolderWatch;
let calls: number;

beforeEach(async () => {
  folder = knowledgeFolder();
  calls = 0;
  watch = await watchFolder(folder.path, () => {
    calls += 1;
  });
});

afterEach(async () => {
  await watch.stop();
  folder.remove();
});

test("several files that are saved at once are one change", async () => {
  for (const file of ["a.md", "b.txt", "glossary.md"]) folder.write(file, "# Text\n");
  await expect.poll(() => calls, PATIENCE).toBe(1);
  folder.remove("a.md");
  await expect.poll(() => calls, PATIENCE).toBe(2);
});

test("what is no document is no change", async () => {
  folder.write(".a.md.swp", "");
  folder.write("picture.png", "");
  folder.write("README.md", "# What the documents hold\n");
  mkdirSync(join(folder.path, "drafts"));
  await new Promise((resolve) => setTimeout(resolve, LONG));
  expect(calls).toBe(0);
});
