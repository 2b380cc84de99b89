import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { importBls } from "./bls/import-bls.ts";
import { ImportError } from "./import-error.ts";
import { importNice } from "./nice/import-nice.ts";
import { importOnet } from "./onet/import-onet.ts";
import type { TextFile } from "./released.ts";

/**
 * `npm run knowledge:import -- bls FOLDER [--into FOLDER] [--retrieved DAY]`, and `onet` and `nice` likewise: writes the documents of released files, those
 * in FOLDER and the folders below it, into `knowledge` unless another folder is named. What a document holds besides
 * figures stands in the folder `written` there. Documents of earlier runs are overwritten, and none is deleted.
 */
const USAGE = [
  "npm run knowledge:import -- bls FOLDER [--into FOLDER] [--retrieved YYYY-MM-DD]",
  "npm run knowledge:import -- onet FOLDER --release 29.3 --published YYYY-MM [--into …] [--retrieved …]",
  "npm run knowledge:import -- nice FOLDER --release 1.0.0 --published YYYY-MM [--into …] [--retrieved …]",
].join("\n");

const IMPORTERS = new Map([
  ["bls", importBls],
  ["nice", importNice],
  ["onet", importOnet],
]);

/** https://man.freebsd.org/cgi/man.cgi?query=sysexits: a call, and data, that cannot be used. */
const EX_USAGE = 64;
const EX_DATAERR = 65;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    into: { type: "string", default: "knowledge" },
    retrieved: { type: "string" },
    release: { type: "string" },
    published: { type: "string" },
  },
});
const [source = "", folder] = positionals;
const importFrom = IMPORTERS.get(source);

if (!importFrom || folder === undefined || !existsSync(folder)) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = EX_USAGE;
} else {
  try {
    const { into, ...told } = values;
    const written = new Map(readTexts(join(into, "written")).map(({ name, text }) => [name, text]));
    for (const { name, text } of importFrom({ files: readTexts(folder), written, ...told })) {
      writeFileSync(join(into, name), text);
      process.stdout.write(`${name}\n`);
    }
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EX_DATAERR;
  }
}

function readTexts(root: string): readonly TextFile[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .toSorted()
    .filter((path) => statSync(join(root, path)).isFile())
    .map((path) => ({
      name: path.split(/[/\\]/).at(-1) ?? path,
      text: readFileSync(join(root, path), "utf8"),
    }));
}
