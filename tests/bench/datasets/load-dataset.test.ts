import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadDataset } from "./load-dataset.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rolecall-dataset-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);

test("the first phrasing of an intent is its question, and ten spread over the others are its ways of asking", () => {
  const phrasings = Array.from({ length: 21 }, (_, at) => [`phrasing ${at}`, "close_account"]);
  write(
    "data_full.json",
    JSON.stringify({
      train: [...phrasings, ["hi", "greeting"]],
      test: [["hello", "greeting"]],
      oos_test: [["who won", "oos"]],
    }),
  );
  const { intents, tests, outOfScope } = loadDataset(folder);
  expect(intents).toMatchObject([
    { name: "close account", question: "phrasing 0" },
    { name: "greeting", question: "hi", waysOfAsking: [] },
  ]);
  expect(intents[0]?.waysOfAsking).toEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19].map((at) => `phrasing ${at}`));
  expect(tests).toEqual([{ text: "hello", intent: 1 }]);
  expect(outOfScope).toEqual(["who won"]);
});

test("quoted fields keep their commas, quotes and line breaks", () => {
  write("train.csv", 'text,category\r\n"Why, ""oh"" why?\nPlease",declined\r\n');
  write("test.csv", "text,category\nMy card,declined\n");
  expect(loadDataset(folder)).toMatchObject({
    intents: [{ name: "declined", question: 'Why, "oh" why?\nPlease' }],
    tests: [{ text: "My card", intent: 0 }],
    outOfScope: [],
  });
});

test("a folder that is not there is named", () => {
  expect(() => loadDataset(join(folder, "none"))).toThrow(`There is no folder ${join(folder, "none")}.`);
});

test("a folder without a known dataset says what one holds", () => {
  expect(() => loadDataset(folder)).toThrow(
    `${folder} is no dataset: BANKING77 has train.csv and test.csv, CLINC150 has data_full.json.`,
  );
});

test("a test question of an intent that has no training question is refused", () => {
  write("train.csv", "text,category\nMy card,declined\n");
  write("test.csv", "text,category\nMy card,lost\n");
  expect(() => loadDataset(folder)).toThrow(
    `${folder} holds a dataset of another shape: the intent "lost" has no training questions`,
  );
});

test("a file of another shape is refused with the place", () => {
  write("data_full.json", '{"train": [["hi", "greeting"]], "test": "none", "oos_test": []}');
  expect(() => loadDataset(folder)).toThrow("expected array, received string\n  → at test");
});
