import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { parseCsv } from "./csv.ts";
import { buildDataset, type Dataset } from "./dataset.ts";

/** A folder that holds no dataset; the message says what one looks like. */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
}

const LABELLED = z.tuple([z.string(), z.string()]).array().min(1);
/** CLINC150, https://github.com/clinc/oos-eval. */
const CLINC150 = z.object({ train: LABELLED, test: LABELLED, oos_test: LABELLED });

const CLINC150_FILE = "data_full.json";
/** BANKING77, https://github.com/PolyAI-LDN/task-specific-datasets. */
const BANKING77_FILES = { training: "train.csv", tests: "test.csv" };

/** Loads BANKING77 or CLINC150 as published. Throws DatasetError. */
export function loadDataset(folder: string): Dataset {
  const shown = resolve(folder);
  if (!existsSync(folder)) throw new DatasetError(`There is no folder ${shown}.`);
  const has = (file: string): boolean => existsSync(join(folder, file));
  try {
    if (has(CLINC150_FILE)) return loadClinc150(folder);
    if (Object.values(BANKING77_FILES).every(has)) return loadBanking77(folder);
  } catch (cause) {
    throw new DatasetError(`${shown} holds a dataset of another shape: ${messageOf(cause)}`, { cause });
  }
  throw new DatasetError(
    `${shown} is no dataset: BANKING77 has ${Object.values(BANKING77_FILES).join(" and ")}, CLINC150 has ${CLINC150_FILE}.`,
  );
}

function loadClinc150(folder: string): Dataset {
  const { train, test, oos_test } = CLINC150.parse(
    JSON.parse(readFileSync(join(folder, CLINC150_FILE), "utf8")),
  );
  return buildDataset({
    name: basename(resolve(folder)),
    training: train,
    tests: test,
    outOfScope: oos_test.map(([text]) => text),
  });
}

function loadBanking77(folder: string): Dataset {
  const read = (file: string) => LABELLED.parse(parseCsv(readFileSync(join(folder, file), "utf8")).slice(1));
  return buildDataset({
    name: basename(resolve(folder)),
    training: read(BANKING77_FILES.training),
    tests: read(BANKING77_FILES.tests),
    outOfScope: [],
  });
}

function messageOf(cause: unknown): string {
  if (cause instanceof z.ZodError) return z.prettifyError(cause);
  return cause instanceof Error ? cause.message : String(cause);
}
