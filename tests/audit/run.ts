import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { affectedBy, parseAdvisories } from "./advisories.ts";
import { audit } from "./audit.ts";
import { installedIn, parseLock, parseManifest } from "./lock.ts";

// `npm run audit [-- --advisories FILE_OR_FOLDER]`: what an install could bring, from the lock file, without a network.
const { values } = parseArgs({ options: { advisories: { type: "string" } } });
const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

/** A file, or all of a folder such as an unpacked `all.zip` of https://osv.dev. */
function filesAt(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name.endsWith(".json"))
    .map((name) => join(path, name));
}

const lock = parseLock(read("package-lock.json"));
const installed = installedIn(lock);
const files = values.advisories === undefined ? [] : filesAt(values.advisories);
const advisories = files.flatMap((file) => parseAdvisories(readFileSync(file, "utf8")));
const problems = [...audit(parseManifest(read("package.json")), lock), ...affectedBy(advisories, installed)];

for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else process.stdout.write(`${installed.length} packages, ${advisories.length} advisories: nothing to mend\n`);
