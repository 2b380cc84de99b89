import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { checkKnowledge } from "./check-knowledge.ts";
import { loadKnowledge } from "./load-knowledge.ts";
import { describeProblem } from "./problems.ts";

/** `npm run knowledge [-- FOLDER] [--against FOLDER]`: checks the documents of a folder, `knowledge` unless one is named. */
const SHIPPED = "knowledge";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { against: { type: "string" } },
});
const [folder = SHIPPED] = positionals;
const report = checkKnowledge(folder, {
  ...(values.against === undefined ? {} : { against: values.against }),
  ...(folder === SHIPPED || !existsSync(SHIPPED) ? {} : { glossary: loadKnowledge(SHIPPED).glossary }),
});
for (const line of report.lines) process.stdout.write(`${line}\n`);
for (const problem of report.problems) process.stderr.write(`${describeProblem(problem)}\n`);
process.exitCode = report.problems.length === 0 ? 0 : 1;
