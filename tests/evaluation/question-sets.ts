import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { loadQuestions, type GoldenQuestion } from "./golden-question.ts";

/** A file of golden questions. */
export interface QuestionSet {
  readonly name: string;
  /** Of this set only totals are shown: who reads its misses tunes on it. */
  readonly isHeldOut: boolean;
  readonly questions: readonly GoldenQuestion[];
}

const HELD_OUT = "held-out";
const EXTENSION = ".jsonl";
const FOLDER = fileURLToPath(new URL("questions/", import.meta.url));

/** The files of `questions/`, by name. */
export function listShippedSets(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(EXTENSION))
    .toSorted()
    .map((name) => `${FOLDER}${name}`);
}

/** Reads a set, named as its file is. Throws QuestionsError. */
export function loadSet(file: string): QuestionSet {
  const name = basename(file, EXTENSION);
  return { name, isHeldOut: isHeldOut(file), questions: loadQuestions(file) };
}

/** The shipped sets whose questions anybody may read. */
export function loadReadableSets(): QuestionSet[] {
  return listShippedSets()
    .filter((file) => !isHeldOut(file))
    .map(loadSet);
}

// By the name alone, so that the file of a held-out set is not even opened.
const isHeldOut = (file: string): boolean => basename(file).startsWith(HELD_OUT);
